import { useTexts } from '../../app/words.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { ImportLine } from './answers.ts';
import { DATA_TEXTS } from './screen-texts.ts';

/** In force, undone, or waiting for somebody to decide that it be undone. */
export function ImportState({ line }: { readonly line: Pick<ImportLine, 'undone_at' | 'undo'> }) {
  const t = useTexts(DATA_TEXTS);
  if (line.undone_at !== null) return <StateBadge tone="none">{t('undone')}</StateBadge>;
  if (line.undo !== null) return <StateBadge tone="alert">{t('undoWaits')}</StateBadge>;
  return <StateBadge tone="met">{t('inForce')}</StateBadge>;
}
