import { Select, Stack } from '@mantine/core';
import {
  FORM_SUMMARIES,
  type FormCalculation,
  type FormMeasure,
  type FormSummary,
} from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useLanguage } from '../../ui/language.ts';
import styles from './authoring.module.css';
import { toChoices, useDraft } from './draft-context.ts';
import { TEXTS } from './texts.ts';
import { CLOCK_UNITS, toUnitChoices, WORKING_UNITS } from './units.ts';

type Term = Extract<FormCalculation, { kind: 'plazo' }>;

/** A unit of the same size by the other clock. */
const OTHER: Readonly<Record<string, string>> = {
  h: 'working_h',
  min: 'working_min',
  day: 'working_h',
  working_h: 'h',
  working_min: 'min',
};

/** A time between two dates, or in a column, and how it is summed up. */
export function TermFields({ calculation }: { readonly calculation: Term }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { form, set, dataset, told } = useDraft();
  const { measure, summary, unit } = calculation;
  const put = (part: Partial<Term>) => set({ calculation: { ...calculation, ...part } });
  const dates = (dataset?.columns ?? []).filter(({ type }) => type === 'instant' || type === 'date');
  const times = (dataset?.columns ?? []).filter(({ type, brought }) => type === 'duration' && !brought);
  const isWorking = measure.by === 'dates' && measure.clock === 'working';
  const changeBy = (by: 'dates' | 'column') => {
    const next: FormMeasure =
      by === 'dates'
        ? { by, from: dataset?.opens ?? '', to: dataset?.closes ?? '', clock: 'clock' }
        : { by, column: times[0]?.name ?? '' };
    put({ measure: next, unit: by === 'column' ? (times[0]?.unit ?? 'min') : 'h' });
  };
  const changeClock = (clock: 'clock' | 'working') => {
    if (measure.by !== 'dates' || measure.clock === clock) return;
    put({ measure: { ...measure, clock }, unit: OTHER[unit] ?? unit });
  };
  const changeSummary = (next: FormSummary) => {
    const isShare = next === 'index' || next === 'inside';
    const isSame =
      isShare === (summary === 'index' || summary === 'inside') && next !== 'inside' && summary !== 'inside';
    const standards = form.standards.map((standard) => {
      if (isSame) return standard;
      if (next === 'inside')
        return {
          ...standard,
          direction: 'at-least' as const,
          floor: { number: '95', unit: '%' },
          ceiling: null,
        };
      const ceiling = next === 'index' ? { number: '100', unit: '%' } : { number: '', unit };
      return { ...standard, direction: 'at-most' as const, floor: null, ceiling };
    });
    set({ calculation: { ...calculation, summary: next }, standards });
  };
  return (
    <Stack gap="md">
      {times.length > 0 && (
        <ChoiceField
          label={t('measureBy')}
          value={measure.by}
          onChange={changeBy}
          choices={[
            { value: 'dates', label: t('byDates') },
            { value: 'column', label: t('byColumn') },
          ]}
        />
      )}
      {measure.by === 'dates' ? (
        <>
          <div className={styles.pair}>
            {(['from', 'to'] as const).map((end) => (
              <Select
                key={end}
                label={t(end)}
                data={toChoices(dates, language)}
                value={measure[end] === '' ? null : measure[end]}
                onChange={(name) => put({ measure: { ...measure, [end]: name ?? '' } })}
                error={told(`calculation.measure.${end}`)?.sentence}
                allowDeselect={false}
              />
            ))}
          </div>
          <ChoiceField
            label={t('clock')}
            value={measure.clock}
            onChange={changeClock}
            choices={[
              { value: 'clock', label: t('clockWall') },
              { value: 'working', label: t('clockWorking') },
            ]}
          />
        </>
      ) : (
        <Select
          label={t('timeColumn')}
          data={toChoices(times, language)}
          value={measure.column === '' ? null : measure.column}
          onChange={(name) => put({ measure: { ...measure, column: name ?? '' } })}
          error={told('calculation.measure')?.sentence}
          allowDeselect={false}
        />
      )}
      <div className={styles.pair}>
        <Select
          label={t('summary')}
          data={FORM_SUMMARIES.map((value) => ({ value, label: t(value) }))}
          value={summary}
          onChange={(value) => changeSummary(value ?? summary)}
          allowDeselect={false}
        />
        <Select
          label={t('shownIn')}
          data={toUnitChoices(isWorking ? WORKING_UNITS : CLOCK_UNITS, language)}
          value={unit}
          onChange={(value) => put({ unit: value ?? unit })}
          error={told('calculation.unit')?.sentence}
          allowDeselect={false}
        />
      </div>
    </Stack>
  );
}
