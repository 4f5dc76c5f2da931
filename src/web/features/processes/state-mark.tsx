import { printVerdict } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import type { Box } from './answers.ts';
import { TEXTS } from './texts.ts';

/** The state of a process in a word, of a verdict with its shape and colour. */
export function StateMark({ state }: { readonly state: Box['state'] }) {
  const t = useTexts(TEXTS);
  if (state === 'none' || state === 'hidden') return <StateBadge>{t(state)}</StateBadge>;
  return <VerdictBadge verdict={state} />;
}

/** The same word, without its look. */
export function useStateWord(): (state: Box['state']) => string {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (state) => (state === 'none' || state === 'hidden' ? t(state) : printVerdict(state, language));
}
