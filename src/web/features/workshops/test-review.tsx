import { List, Stack, Text } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TEXTS } from './texts.ts';
import type { Workshop } from './workshop.ts';

/** The questions of a test, with the right answers where the reader may see them, and their own. */
export function TestReview({ workshop }: { readonly workshop: Workshop }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { own_points, of_points, questions } = workshop;
  const own =
    own_points === null
      ? undefined
      : t('own', { n: printNumber(own_points, language), of: printNumber(of_points, language) });
  return (
    <Section title={t('review')} finding={own}>
      <Stack gap="md">
        {questions.map(({ text, choices, right, mine }, index) => (
          <div key={text}>
            <Text fw={500}>
              {index + 1}. {text}
            </Text>
            <List spacing={6} mt={6}>
              {choices.map((choice, place) => (
                <List.Item key={choice}>
                  {choice} {right === place && <StateBadge tone="met">{t('correct')}</StateBadge>}{' '}
                  {mine === place && (
                    <StateBadge tone={right === place ? 'plain' : 'alert'}>{t('yours')}</StateBadge>
                  )}
                </List.Item>
              ))}
            </List>
          </div>
        ))}
      </Stack>
    </Section>
  );
}
