import { Checkbox, Select, Stack, Text } from '@mantine/core';
import { FORM_VOLUMES, type FormCalculation, type FormVolume } from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { OfferedColumn } from './answers.ts';
import styles from './authoring.module.css';
import { ConditionsField } from './conditions-field.tsx';
import { findColumn, toChoices, useDraft } from './draft-context.ts';
import { TEXTS } from './texts.ts';

type Of<K extends FormCalculation['kind']> = { readonly calculation: Extract<FormCalculation, { kind: K }> };

/** Columns that can be added up. */
export const isNumber = ({ type, brought }: OfferedColumn): boolean =>
  !brought && (type === 'integer' || type === 'decimal' || type === 'duration');

/** The unit in which the sum of a column is shown: only a time has one. */
export function unitOf(column: OfferedColumn | undefined): string | null {
  return column?.type === 'duration' ? (column.unit ?? 'min') : null;
}

/** The share of cases that comply, or that do not fail. */
export function ShareFields({ calculation }: Of<'efectividad'>) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { set, dataset } = useDraft();
  const put = (part: Partial<typeof calculation>) => set({ calculation: { ...calculation, ...part } });
  const sums = (dataset?.columns ?? []).filter(
    (column) => isNumber(column) && column.name !== dataset?.weight,
  );
  return (
    <Stack gap="sm">
      <Text fw={600}>{t(calculation.fails ? 'testFails' : 'test')}</Text>
      <ConditionsField
        field="calculation.test"
        dataset={dataset}
        conditions={calculation.test}
        onChange={(test) => put({ test })}
      />
      <Checkbox
        label={t('fails')}
        checked={calculation.fails}
        onChange={(event) => put({ fails: event.currentTarget.checked })}
      />
      {sums.length > 0 && (
        <Select
          label={t('counted')}
          data={[
            { value: '', label: t('facts') },
            ...toChoices(sums, language).map(({ value, label }) => ({
              value,
              label: t('sumOf', { column: label }),
            })),
          ]}
          value={calculation.of ?? ''}
          onChange={(name) => {
            const of = name === null || name === '' ? null : name;
            put({ of, unit: unitOf(findColumn(dataset, of ?? '')) });
          }}
          allowDeselect={false}
        />
      )}
    </Stack>
  );
}

/** Minutes worked against installed capacity. */
export function ProductivityFields({ calculation }: Of<'productividad'>) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { set, dataset, vocabulary, told } = useDraft();
  const put = (part: Partial<typeof calculation>) => set({ calculation: { ...calculation, ...part } });
  const times = (dataset?.columns ?? []).filter(({ type }) => type === 'duration');
  const standard = times.find(({ brought }) => brought)?.name;
  return (
    <Stack gap="sm">
      {!vocabulary.capacity && <Finding tone="alert">{t('noCapacity')}</Finding>}
      <Select
        label={t('minutes')}
        data={toChoices(
          times.filter(({ brought }) => !brought),
          language,
        )}
        value={calculation.minutes === '' ? null : calculation.minutes}
        onChange={(name) => put({ minutes: name ?? '' })}
        error={told('calculation.minutes')?.sentence}
        allowDeselect={false}
      />
      {standard !== undefined && (
        <Checkbox
          label={t('standardMinutes')}
          checked={calculation.otherwise !== null}
          onChange={(event) => put({ otherwise: event.currentTarget.checked ? standard : null })}
        />
      )}
    </Stack>
  );
}

const VOLUMES: Readonly<Record<FormVolume, 'count' | 'sum' | 'meanOf' | 'distinct'>> = {
  count: 'count',
  sum: 'sum',
  mean: 'meanOf',
  distinct: 'distinct',
};

/** How many, or how much. */
export function VolumeFields({ calculation }: Of<'volumen'>) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { form, set, dataset, told } = useDraft();
  const { what, column } = calculation;
  const columns = (dataset?.columns ?? []).filter((each) =>
    what === 'distinct' ? each.pickable : isNumber(each),
  );
  const put = (next: FormVolume, name: string | null) => {
    const unit = next === 'sum' || next === 'mean' ? unitOf(findColumn(dataset, name ?? '')) : null;
    const inUnit = <T extends { number: string } | null>(amount: T) =>
      amount && { ...amount, unit: unit ?? '' };
    set({
      calculation: { kind: 'volumen', what: next, column: next === 'count' ? null : name, unit },
      standards: form.standards.map((each) => ({
        ...each,
        floor: inUnit(each.floor),
        ceiling: inUnit(each.ceiling),
      })),
    });
  };
  return (
    <div className={styles.pair}>
      <Select
        label={t('volume')}
        data={FORM_VOLUMES.map((value) => ({ value, label: t(VOLUMES[value]) }))}
        value={what}
        onChange={(value) => put(value ?? what, null)}
        allowDeselect={false}
      />
      {what !== 'count' && (
        <Select
          label={t('column')}
          data={toChoices(columns, language)}
          value={column}
          onChange={(name) => put(what, name)}
          error={told('calculation.column')?.sentence}
          allowDeselect={false}
        />
      )}
    </div>
  );
}
