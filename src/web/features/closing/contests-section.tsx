import { Stack, Text } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Detail } from './answers.ts';
import { ContestCard } from './contest-card.tsx';
import { TEXTS } from './texts.ts';

/** Contests of a month, those without an answer first. */
export function ContestsSection({ detail }: { readonly detail: Detail }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { contests, left_out } = detail;
  const sorted = contests.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
  return (
    <Section title={t('contests')} finding={t('contestsWhat')}>
      <Stack gap="lg">
        {left_out > 0 && (
          <Finding tone="info">
            {left_out === 1 ? t('leftOutOne') : t('leftOut', { n: printNumber(left_out, language) })}
          </Finding>
        )}
        {sorted.length === 0 && <Text>{t('contestsNone')}</Text>}
        {sorted.map((contest) => (
          <ContestCard key={contest.id} contest={contest} />
        ))}
      </Stack>
    </Section>
  );
}
