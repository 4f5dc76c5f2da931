import { Checkbox, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { FREQUENCIES, INDICATOR_CLASSES, INDICATOR_TYPES } from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import styles from './authoring.module.css';
import { findColumn, toChoices, useDraft } from './draft-context.ts';
import { LocalTextField } from './local-text-field.tsx';
import { TEXTS } from './texts.ts';

const SHORT = ['aspect', 'responsible', 'source', 'supplier'] as const;
const LONG = ['objective', 'users'] as const;

/** The words of the sheet: proposed, so that nobody is stopped by them. */
export function WordsSection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { form, set, dataset, told } = useDraft();
  const [both, setBoth] = useState(false);
  const { interpretation } = form;
  const dates = (dataset?.columns ?? []).filter(({ type }) => type === 'instant' || type === 'date');
  const own = findColumn(dataset, dataset?.date ?? '');
  return (
    <Section title={t('sheet')} finding={t('sheetFinding')}>
      <Stack gap="md">
        {LONG.map((field) => (
          <LocalTextField
            key={field}
            label={t(field)}
            value={form[field]}
            onChange={(text) => set({ [field]: text })}
            error={told(field)?.sentence}
            both={both}
            long
          />
        ))}
        <div className={styles.pair}>
          {SHORT.map((field) => (
            <Stack key={field} gap="xs">
              <LocalTextField
                label={t(field)}
                value={form[field]}
                onChange={(text) => set({ [field]: text })}
                error={told(field)?.sentence}
                both={both}
              />
            </Stack>
          ))}
          <Select
            label={t('class')}
            data={INDICATOR_CLASSES.map((value) => ({ value, label: t(value) }))}
            value={form.class}
            onChange={(value) => set({ class: value ?? form.class })}
            allowDeselect={false}
          />
          <Select
            label={t('type')}
            data={INDICATOR_TYPES.map((value) => ({
              value,
              label: t(value === 'efectividad' ? 'efectividadType' : value),
            }))}
            value={form.type}
            onChange={(value) => set({ type: value ?? form.type })}
            allowDeselect={false}
          />
          <Select
            label={t('frequency')}
            data={FREQUENCIES.map((value) => ({ value, label: t(value) }))}
            value={form.frequency}
            onChange={(value) => set({ frequency: value ?? form.frequency })}
            allowDeselect={false}
          />
          <Select
            label={t('date')}
            data={[
              ...(own ? [{ value: '', label: t('dateOwn', { label: own.label[language] }) }] : []),
              ...toChoices(
                dates.filter(({ name }) => name !== own?.name),
                language,
              ),
            ]}
            value={form.date}
            onChange={(value) => set({ date: value ?? '' })}
            error={told('date')?.sentence}
            allowDeselect={false}
          />
        </div>
        {(['met', 'not_met', 'excess'] as const).map((field) => (
          <LocalTextField
            key={field}
            label={t(field)}
            value={interpretation[field]}
            onChange={(text) => set({ interpretation: { ...interpretation, [field]: text } })}
            error={told(`interpretation.${field}`)?.sentence}
            both={both}
            long
          />
        ))}
        <Text fw={600}>{t('variables')}</Text>
        <div className={styles.pair}>
          {form.variables.map(({ name, text }, index) => (
            <LocalTextField
              key={name}
              label={t('variable', { name: name.replaceAll('_', ' ') })}
              value={text}
              onChange={(next) =>
                set({
                  variables: form.variables.map((each, at) => (at === index ? { name, text: next } : each)),
                })
              }
              error={told(`variables.${index}`)?.sentence}
              both={both}
            />
          ))}
        </div>
        <Checkbox
          label={t('bothLanguages')}
          checked={both}
          onChange={(event) => setBoth(event.currentTarget.checked)}
        />
      </Stack>
    </Section>
  );
}
