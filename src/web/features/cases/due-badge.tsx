import { Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { CaseLine } from './answers.ts';
import { TEXTS } from './texts.ts';

type Due = CaseLine['due'];

/** Colour only where somebody must act; the word says it anyway. */
const LOOKS = {
  'on-time': { tone: 'none', word: 'on-time' },
  'due-today': { tone: 'alert', word: 'due-today' },
  overdue: { tone: 'bad', word: 'is-overdue' },
  waiting: { tone: 'none', word: 'is-waiting' },
  'answered-on-time': { tone: 'none', word: 'answered-on-time' },
  'answered-late': { tone: 'none', word: 'answered-late' },
  unknown: { tone: 'none', word: 'is-unknown' },
} as const;

/** How a case stands with its deadline: a word, and under it the sentence with the date. */
export function DueBadge({ due, brief = false }: { readonly due: Due; readonly brief?: boolean }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { tone, word } = LOOKS[due.standing];
  return (
    <>
      <StateBadge tone={tone}>{t(word)}</StateBadge>
      {!brief && (
        <Text size="sm" c="dimmed" component="div">
          {due.sentence[language]}
        </Text>
      )}
    </>
  );
}
