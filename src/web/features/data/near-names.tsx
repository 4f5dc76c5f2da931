import { Stack, Text } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { Merge, Outcome } from './answers.ts';
import { WIZARD_TEXTS } from './texts.ts';

interface NearNamesProps {
  readonly near: Outcome['near'];
  readonly merges: readonly Merge[];
  readonly onMerges: (merges: readonly Merge[]) => void;
}

/** New names that are nearly known ones: the same, or others. */
export function NearNames({ near, merges, onMerges }: NearNamesProps) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const may = useMay('merge-spellings');
  if (near.length === 0 || !may) return null;
  const decide = (dimension: string, from: string, to: string): void => {
    const others = merges.filter((merge) => merge.dimension !== dimension || merge.from !== from);
    const next = { dimension: dimension as Merge['dimension'], from, to };
    onMerges(to === '' ? others : [...others, next]);
  };
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{t('nearTitle')}</Text>
        <Text c="dimmed">{t('nearWhat')}</Text>
      </div>
      {near.map(({ dimension, value, rows, near: names }) => (
        <ChoiceField
          key={`${dimension} ${value}`}
          label={value}
          value={merges.find((merge) => merge.dimension === dimension && merge.from === value)?.to ?? ''}
          onChange={(to) => decide(dimension, value, to)}
          choices={[
            ...names.map(({ name }) => ({
              value: name,
              label: t('nearSame', { value, name, n: printNumber(rows, language) }),
            })),
            { value: '', label: t('nearOther') },
          ]}
        />
      ))}
    </Stack>
  );
}
