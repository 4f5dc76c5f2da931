import { Checkbox, Fieldset, Select, Stack, Text } from '@mantine/core';
import type { FormCalculation, FormPart } from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import styles from './authoring.module.css';
import { ConditionsField } from './conditions-field.tsx';
import { findColumn, useDraft } from './draft-context.ts';
import { isNumber, unitOf } from './plain-fields.tsx';
import { TEXTS } from './texts.ts';

type Ratio = Extract<FormCalculation, { kind: 'razon' }>;

/** One count or sum over another, of the same data or of two. */
export function RatioFields({ calculation }: { readonly calculation: Ratio }) {
  const t = useTexts(TEXTS);
  const { form, set, findDataset } = useDraft();
  const put = (next: Ratio) => {
    const home = findDataset(next.below.dataset);
    const unit =
      unitOf(findColumn(home, next.below.column ?? '')) ??
      unitOf(findColumn(findDataset(next.above.dataset), next.above.column ?? ''));
    // What stands below the line is what the indicator is about: its facts are the n.
    const isMoved = home !== undefined && home.id !== form.dataset;
    set({
      calculation: { ...next, unit },
      ...(isMoved
        ? { dataset: home.id, population: home.name, scope: [], where: [], except: [], date: '' }
        : {}),
    });
  };
  return (
    <Stack gap="md">
      <PartFields
        side="above"
        part={calculation.above}
        onChange={(above) => put({ ...calculation, above })}
      />
      <PartFields
        side="below"
        part={calculation.below}
        onChange={(below) => put({ ...calculation, below })}
      />
      <Checkbox
        label={t('rest')}
        checked={calculation.rest}
        onChange={(event) => put({ ...calculation, rest: event.currentTarget.checked })}
      />
    </Stack>
  );
}

interface PartFieldsProps {
  readonly side: 'above' | 'below';
  readonly part: FormPart;
  readonly onChange: (part: FormPart) => void;
}

function PartFields({ side, part, onChange }: PartFieldsProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { vocabulary, findDataset, told } = useDraft();
  const dataset = findDataset(part.dataset);
  const sums = (dataset?.columns ?? []).filter(
    (column) => isNumber(column) && column.name !== dataset?.weight,
  );
  const kept = part.column !== null && !sums.some(({ name }) => name === part.column) ? [part.column] : [];
  return (
    <Fieldset legend={t(side)}>
      <Stack gap="sm">
        <div className={styles.pair}>
          <Select
            label={t('data')}
            data={vocabulary.datasets.map(({ id, name }) => ({ value: id, label: name[language] }))}
            value={part.dataset === '' ? null : part.dataset}
            onChange={(id) => onChange({ dataset: id ?? '', column: null, where: [] })}
            error={told(`calculation.${side}`)?.sentence}
            allowDeselect={false}
          />
          <Select
            label={t('part')}
            data={[
              { value: '', label: t('count') },
              ...sums.map(({ name, label }) => ({
                value: name,
                label: t('sumOf', { column: label[language] }),
              })),
              ...kept.map((name) => ({
                value: name,
                label: t('sumOf', { column: findColumn(dataset, name)?.label[language] ?? name }),
              })),
            ]}
            value={part.column ?? ''}
            onChange={(name) => onChange({ ...part, column: name === null || name === '' ? null : name })}
            allowDeselect={false}
          />
        </div>
        <Text size="sm" c="dimmed">
          {t('only')} {part.where.length === 0 && t('onlyHelp')}
        </Text>
        <ConditionsField
          field={`calculation.${side}.where`}
          dataset={dataset}
          conditions={part.where}
          onChange={(where) => onChange({ ...part, where })}
        />
      </Stack>
    </Fieldset>
  );
}
