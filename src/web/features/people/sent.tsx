import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { TEXTS } from './texts.ts';

/** What came of a proposal: done at once, or waiting for somebody else. */
export function Sent({ applied }: { readonly applied: boolean }) {
  const t = useTexts(TEXTS);
  return (
    <Finding tone={applied ? 'met' : 'info'} live>
      {applied ? t('sentDone') : t('sentWaiting')}
    </Finding>
  );
}
