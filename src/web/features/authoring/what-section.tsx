import { Select, Stack, TextInput } from '@mantine/core';
import { printDate, printNumber } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { OfferedDataset, Vocabulary } from './answers.ts';
import styles from './authoring.module.css';
import { CalculationFields } from './calculation-fields.tsx';
import { useDraft } from './draft-context.ts';
import { FieldNote } from './field-note.tsx';
import { LocalTextField } from './local-text-field.tsx';
import { TEXTS } from './texts.ts';

/** Processes one under another, each below its parent. */
function toProcessChoices(
  processes: Vocabulary['processes'],
  language: 'es' | 'en',
): { value: string; label: string }[] {
  const below = (parent: string | null, depth: string): { value: string; label: string }[] =>
    processes
      .filter((process) => process.parent === parent)
      .flatMap(({ id, name }) => [
        { value: id, label: `${depth}${name[language]}` },
        ...below(id, `${depth}— `),
      ]);
  return below(null, '');
}

/** Name, data, process and what is computed. */
export function WhatSection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { form, set, changeDataset, vocabulary, dataset, told } = useDraft();
  const code = useCall('get /api/authoring/code', { refresh: false });
  const proposeCode = () => {
    const name = form.name[language].trim();
    if (form.code !== '' || name === '') return;
    code.mutate({ query: { name } }, { onSuccess: (proposed) => set({ code: proposed.code }) });
  };
  const rowsOf = ({ rows, from, to }: OfferedDataset) =>
    rows === 0 || from === null || to === null
      ? t('noRows')
      : t('rowsOf', {
          n: printNumber(rows, language),
          from: printDate(from, language),
          to: printDate(to, language),
        });
  // Capacity is not split by process: of a part of the work it would say too little.
  const isSplit = form.calculation.kind !== 'productividad';
  const scoped = isSplit ? dataset?.columns.find((column) => column.process && !column.brought) : undefined;
  const pickProcess = (process: string | null) => {
    if (process === null) return;
    const rest = form.scope.filter(({ column }) => column !== scoped?.name);
    const own = scoped ? [{ column: scoped.name, test: 'within', values: [process] } as const] : [];
    set({ process, scope: [...own, ...rest] });
  };
  return (
    <Section title={t('what')}>
      <Stack gap="md">
        <div className={styles.pair}>
          <LocalTextField
            label={t('name')}
            description={t('nameHelp')}
            value={form.name}
            onChange={(name) => set({ name })}
            onBlur={proposeCode}
            error={told('name')?.sentence}
            required
          />
          <TextInput
            label={t('code')}
            description={t('codeHelp')}
            value={form.code}
            onChange={(event) => set({ code: event.currentTarget.value })}
            error={told('code')?.sentence}
          />
        </div>
        <div className={styles.pair}>
          {form.calculation.kind !== 'razon' && (
            <Select
              label={t('data')}
              description={dataset && rowsOf(dataset)}
              data={vocabulary.datasets.map(({ id, name }) => ({ value: id, label: name[language] }))}
              value={form.dataset === '' ? null : form.dataset}
              onChange={(id) => id !== null && id !== form.dataset && changeDataset(id)}
              error={told('dataset')?.sentence}
              allowDeselect={false}
            />
          )}
          <Select
            label={t('process')}
            description={t(scoped ? 'processHelp' : 'processHelpPlain')}
            data={toProcessChoices(vocabulary.processes, language)}
            value={form.process === '' ? null : form.process}
            onChange={pickProcess}
            error={told('process')?.sentence}
            searchable
            allowDeselect={false}
            withAsterisk
          />
        </div>
        <CalculationFields />
        <FieldNote said={told('calculation')} />
      </Stack>
    </Section>
  );
}
