import { Button, Group, Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import type { InspectedColumn, Mapping } from './answers.ts';
import { WIZARD_TEXTS } from './texts.ts';
import type { DraftWork } from './use-draft.ts';

interface OpenReadingProps {
  readonly column: InspectedColumn;
  readonly work: DraftWork;
}

/** A date or a number that reads in two ways: both are shown, the person says which. */
export function OpenReading({ column, work }: OpenReadingProps) {
  const t = useTexts(WIZARD_TEXTS);
  const { open } = column;
  if (open === null) return null;
  const p = (name: string) => String(open.params[name] ?? '');
  const isDate = open.code.startsWith('date-');
  const isMixed = open.code.endsWith('-mixed');
  const values = {
    column: p('column'),
    value: p('value'),
    dmy: p('dmy'),
    mdy: p('mdy'),
    point: p('point'),
    comma: p('comma'),
  };
  const question = t(
    isDate ? (isMixed ? 'dateMixed' : 'dateOpen') : isMixed ? 'numberMixed' : 'numberOpen',
    values,
  );
  const order = (dates: 'dmy' | 'mdy') => (mapping: Mapping) => ({
    ...mapping,
    dates: { ...(typeof mapping.dates === 'object' ? mapping.dates : {}), [column.name]: dates },
  });
  const mark = (decimals: 'point' | 'comma') => (mapping: Mapping) => ({ ...mapping, decimals });
  // In 1.234 the mark that stands there separates thousands, or it is the decimal one.
  const written = p('value').includes(',') ? 'comma' : 'point';
  const other = written === 'comma' ? 'point' : 'comma';
  const answers = isDate
    ? [
        { label: t('dayFirst', { date: p('dmy') }), change: order('dmy') },
        { label: t('monthFirst', { date: p('mdy') }), change: order('mdy') },
      ]
    : isMixed
      ? [
          { label: t('commaMark', { n: p('comma') }), change: mark('comma') },
          { label: t('pointMark', { n: p('point') }), change: mark('point') },
        ]
      : [
          { label: t('asThousands', { n: p('thousands') }), change: mark(other) },
          { label: t('asDecimal', { n: p('decimal') }), change: mark(written) },
        ];
  return (
    <Finding tone="bad">
      <Stack gap="sm">
        <Text>{question}</Text>
        <Group gap="sm">
          {answers.map(({ label, change }) => (
            <Button key={label} variant="default" onClick={() => work.change(change)}>
              {label}
            </Button>
          ))}
        </Group>
      </Stack>
    </Finding>
  );
}
