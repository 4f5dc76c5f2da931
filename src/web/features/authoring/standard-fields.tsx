import { Collapse, Select, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { FormAmount, FormLimit, FormStandard } from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { AmountField } from './amount-field.tsx';
import styles from './authoring.module.css';
import { ConditionsField } from './conditions-field.tsx';
import { findColumn, toChoices, useDraft } from './draft-context.ts';
import { FieldNote } from './field-note.tsx';
import { TEXTS } from './texts.ts';
import { LIMIT_UNITS } from './units.ts';

interface StandardFieldsProps {
  readonly index: number;
  readonly standard: FormStandard;
  readonly onChange: (standard: FormStandard) => void;
}

const DIRECTIONS = ['at-least', 'at-most', 'between'] as const;
const LABELS = { 'at-least': 'dirLeast', 'at-most': 'dirMost', between: 'dirBetween' } as const;

/** Units the bounds of an indicator are written in. */
function useBoundUnits(): readonly string[] {
  const { form, dataset } = useDraft();
  const { calculation } = form;
  if (calculation.kind === 'plazo')
    return calculation.summary === 'index' || calculation.summary === 'inside' ? ['%'] : [calculation.unit];
  if (calculation.kind !== 'volumen') return ['%'];
  const column = findColumn(dataset, calculation.column ?? '');
  return [column?.type === 'duration' ? (calculation.unit ?? 'min') : ''];
}

/** One standard: from when, what is better, its bounds, and the limit of each fact. */
export function StandardFields({ index, standard, onChange }: StandardFieldsProps) {
  const t = useTexts(TEXTS);
  const { form, told } = useDraft();
  const units = useBoundUnits();
  const at = (field: string) => `standards.${index}.${field}`;
  const put = (part: Partial<FormStandard>) => onChange({ ...standard, ...part });
  const { direction, floor, ceiling } = standard;
  const summary = form.calculation.kind === 'plazo' ? form.calculation.summary : null;
  // What is typed as a term is of each case; of the indicator it is a share of that term.
  const isIndex = summary === 'index' && direction === 'at-most';
  const fixBound = (bound: 'floor' | 'ceiling') => (fix: FormAmount) => put({ [bound]: fix });
  return (
    <Stack gap="sm">
      {form.calculation.kind === 'plazo' && <LimitFields {...{ index, standard, onChange }} />}
      <div className={styles.pair}>
        <Select
          label={t('direction')}
          data={DIRECTIONS.map((value) => ({ value, label: t(LABELS[value]) }))}
          value={direction}
          onChange={(value) => {
            const next = DIRECTIONS.find((each) => each === value) ?? direction;
            put({ direction: next, ...(next === 'at-most' ? { floor: null } : {}) });
          }}
          allowDeselect={false}
        />
        {direction !== 'at-most' && (
          <AmountField
            label={t(summary === 'inside' ? 'floorInside' : 'floor')}
            value={floor}
            units={units}
            onChange={(amount) => put({ floor: amount })}
            error={told(at('floor')) !== undefined}
          />
        )}
        <AmountField
          label={t(direction === 'at-least' ? 'alertCeiling' : isIndex ? 'ceilingIndex' : 'ceiling')}
          description={
            direction === 'at-least' ? t('alertHelp') : isIndex ? t('ceilingIndexHelp') : undefined
          }
          value={ceiling}
          units={units}
          onChange={(amount) =>
            put({ ceiling: direction === 'at-least' && amount.number.trim() === '' ? null : amount })
          }
          error={told(at('ceiling')) !== undefined}
        />
        <DateField
          label={t('standardFrom')}
          value={standard.from}
          onChange={(from) => put({ from })}
          error={told(at('from'))?.sentence}
        />
      </div>
      <FieldNote said={told(at('floor'))} onFix={fixBound('floor')} />
      <FieldNote said={told(at('ceiling'))} onFix={fixBound('ceiling')} />
      <MoreFields {...{ index, standard, onChange }} />
    </Stack>
  );
}

const LIMITS = ['fixed', 'column', 'deadline'] as const;
const LIMIT_LABELS = { fixed: 'limitFixed', column: 'limitColumn', deadline: 'limitDeadline' } as const;

function LimitFields({ index, standard, onChange }: StandardFieldsProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { form, dataset, told } = useDraft();
  const { calculation } = form;
  if (calculation.kind !== 'plazo') return null;
  const isAsked = calculation.summary === 'index' || calculation.summary === 'inside';
  if (!isAsked && standard.limit === null) return null;
  const limit = standard.limit ?? { by: 'fixed', amount: { number: '', unit: calculation.unit } };
  const put = (next: FormLimit) => onChange({ ...standard, limit: next });
  const columns = (dataset?.columns ?? []).filter(({ type }) =>
    limit.by === 'deadline' ? type === 'instant' || type === 'date' : type === 'duration',
  );
  const said = told(`standards.${index}.limit`);
  const change = (by: FormLimit['by']) =>
    put(by === 'fixed' ? { by, amount: { number: '', unit: calculation.unit } } : { by, column: '' });
  return (
    <>
      <div className={styles.pair}>
        {limit.by === 'fixed' ? (
          <AmountField
            label={t('limit')}
            value={limit.amount}
            units={LIMIT_UNITS}
            onChange={(amount) => put({ by: 'fixed', amount })}
            error={said !== undefined}
          />
        ) : (
          <Select
            label={t('limitOf')}
            data={toChoices(columns, language)}
            value={limit.column === '' ? null : limit.column}
            onChange={(column) => put({ ...limit, column: column ?? '' })}
            error={said !== undefined}
            allowDeselect={false}
          />
        )}
        <Select
          label={t('limitBy')}
          data={LIMITS.map((value) => ({ value, label: t(LIMIT_LABELS[value]) }))}
          value={limit.by}
          onChange={(value) => change(LIMITS.find((each) => each === value) ?? limit.by)}
          allowDeselect={false}
        />
      </div>
      <FieldNote said={said} onFix={(amount) => put({ by: 'fixed', amount })} />
    </>
  );
}

function MoreFields({ index, standard, onChange }: StandardFieldsProps) {
  const t = useTexts(TEXTS);
  const { dataset, told } = useDraft();
  const isUsed = standard.tolerance !== '' || standard.historical_error !== '' || standard.where.length > 0;
  const [open, setOpen] = useState(isUsed);
  const put = (part: Partial<FormStandard>) => onChange({ ...standard, ...part });
  return (
    <div>
      <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open}>
        <Text component="span" size="sm" c="dimmed">
          <Icon name={open ? 'up' : 'down'} size={14} /> {t('moreStandard')}
        </Text>
      </UnstyledButton>
      <Collapse expanded={open}>
        <Stack gap="sm" pt="sm">
          <div className={styles.pair}>
            <TextInput
              label={t('tolerance')}
              description={t('toleranceHelp')}
              inputMode="decimal"
              value={standard.tolerance}
              onChange={(event) => put({ tolerance: event.currentTarget.value })}
              error={told(`standards.${index}.tolerance`)?.sentence}
            />
            <TextInput
              label={t('historical')}
              description={t('historicalHelp')}
              inputMode="decimal"
              value={standard.historical_error}
              onChange={(event) => put({ historical_error: event.currentTarget.value })}
              error={told(`standards.${index}.historical_error`)?.sentence}
            />
          </div>
          <Text size="sm">{t('standardWhere')}</Text>
          <ConditionsField
            field={`standards.${index}.where`}
            dataset={dataset}
            conditions={standard.where}
            onChange={(where) => put({ where })}
          />
        </Stack>
      </Collapse>
    </div>
  );
}
