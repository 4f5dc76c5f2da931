import { ActionIcon, Button, Select, Stack, TextInput } from '@mantine/core';
import type { FormCondition, FormTest } from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { OfferedColumn, OfferedDataset } from './answers.ts';
import styles from './authoring.module.css';
import { findColumn, toChoices, useDraft } from './draft-context.ts';
import { FieldNote } from './field-note.tsx';
import { TEXTS } from './texts.ts';
import { ValuePicker } from './value-picker.tsx';

interface ConditionsFieldProps {
  /** Path of the list in the form, by which problems find it. */
  readonly field: string;
  readonly dataset: OfferedDataset | undefined;
  readonly conditions: readonly FormCondition[];
  readonly onChange: (conditions: readonly FormCondition[]) => void;
}

const isDate = ({ type }: OfferedColumn): boolean => type === 'instant' || type === 'date';

/** Comparisons that make sense of a column. */
function testsOf(column: OfferedColumn | undefined): readonly FormTest[] {
  if (column === undefined) return ['is'];
  if (isDate(column)) return ['known', 'empty', 'same-day', 'other-day', 'at-least', 'less'];
  if (column.pickable)
    return [...(column.process ? (['within'] as const) : []), 'is', 'is-not', 'differs', 'known', 'empty'];
  if (column.type === 'text') return ['is', 'is-not', 'differs', 'known', 'empty'];
  return ['at-least', 'at-most', 'more', 'less', 'is', 'known', 'empty'];
}

/** Conditions that hold all together, each on a column, with values picked from the data. */
export function ConditionsField({ field, dataset, conditions, onChange }: ConditionsFieldProps) {
  const t = useTexts(TEXTS);
  const { told } = useDraft();
  const change = (index: number, condition: FormCondition) =>
    onChange(conditions.map((each, at) => (at === index ? condition : each)));
  const add = () => onChange([...conditions, { column: '', test: 'is', values: [] }]);
  const rows = conditions.map((condition, index) => ({ condition, index, id: `${field}.${index}` }));
  return (
    <Stack gap="sm">
      {rows.map(({ condition, index, id }) => (
        <ConditionRow
          key={id}
          number={index + 1}
          dataset={dataset}
          condition={condition}
          wrong={told(id) !== undefined}
          onChange={(next) => change(index, next)}
          onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
        />
      ))}
      <FieldNote said={told(field)} />
      <div>
        <Button variant="default" size="xs" leftSection={<Icon name="plus" size={16} />} onClick={add}>
          {t('addCondition')}
        </Button>
      </div>
    </Stack>
  );
}

interface ConditionRowProps {
  readonly number: number;
  readonly dataset: OfferedDataset | undefined;
  readonly condition: FormCondition;
  readonly wrong: boolean;
  readonly onChange: (condition: FormCondition) => void;
  readonly onRemove: () => void;
}

function ConditionRow({ number, dataset, condition, wrong, onChange, onRemove }: ConditionRowProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const column = findColumn(dataset, condition.column);
  const tests = testsOf(column);
  const offered = tests.includes(condition.test) ? tests : [...tests, condition.test];
  const pickColumn = (name: string | null) => {
    const next = findColumn(dataset, name ?? '');
    onChange({ column: name ?? '', test: testsOf(next)[0] ?? 'is', values: [] });
  };
  return (
    <div className={styles.condition}>
      <Select
        aria-label={t('conditionColumn', { n: number })}
        placeholder={t('pickColumn')}
        data={toChoices(dataset?.columns ?? [], language)}
        value={condition.column === '' ? null : condition.column}
        onChange={pickColumn}
        searchable
        allowDeselect={false}
        error={wrong && condition.column === ''}
      />
      <Select
        aria-label={t('conditionTest', { n: number })}
        data={offered.map((test) => ({ value: test, label: t(test) }))}
        value={condition.test}
        allowDeselect={false}
        onChange={(test) => onChange({ ...condition, test: test as FormTest, values: [] })}
      />
      <ConditionValue {...{ number, dataset, column, condition, wrong, onChange }} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('removeCondition', { n: number })}
        onClick={onRemove}
      >
        <Icon name="close" size={18} />
      </ActionIcon>
    </div>
  );
}

function ConditionValue({
  number,
  dataset,
  column,
  condition,
  wrong,
  onChange,
}: Omit<ConditionRowProps, 'onRemove'> & { readonly column: OfferedColumn | undefined }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { test, values } = condition;
  const label = t('conditionValue', { n: number });
  const put = (value: string) => onChange({ ...condition, values: value === '' ? [] : [value] });
  if (test === 'empty' || test === 'known') return <span />;
  if (test === 'same-day' || test === 'other-day')
    return (
      <Select
        aria-label={label}
        data={toChoices((dataset?.columns ?? []).filter(isDate), language)}
        value={values[0] ?? null}
        onChange={(value) => put(value ?? '')}
        error={wrong}
      />
    );
  if (column !== undefined && isDate(column))
    return (
      <DateField aria-label={label} value={values[0] ?? ''} onChange={put} error={wrong ? ' ' : undefined} />
    );
  if (column?.pickable === true && dataset !== undefined)
    return (
      <ValuePicker
        label={label}
        dataset={dataset.id}
        column={column.name}
        values={values}
        onChange={(next) => onChange({ ...condition, values: test === 'within' ? next.slice(-1) : next })}
        error={wrong}
      />
    );
  return (
    <TextInput
      aria-label={label}
      placeholder={column?.type === 'duration' ? t('amountHelp') : undefined}
      value={values[0] ?? ''}
      onChange={(event) => put(event.currentTarget.value)}
      error={wrong}
    />
  );
}
