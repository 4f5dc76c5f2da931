import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import type { Saved } from './answers.ts';
import { TEXTS } from './texts.ts';

/** What came of saving a change that speaks of the past: who decides it. */
export function ProposalSent({ proposed }: { readonly proposed: Saved['proposed'] | undefined }) {
  const t = useTexts(TEXTS);
  if (!proposed || proposed.applied) return null;
  const names = proposed.deciders.join(', ');
  return (
    <Finding tone="info" live>
      {names === '' ? t('sentNobody') : t('sent', { names })}
    </Finding>
  );
}
