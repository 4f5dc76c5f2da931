import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parsePeriod, periodOf, previousPeriod } from '../../../kernel/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { Whole } from './answers.ts';
import styles from './improvements.module.css';
import { ProofPanel } from './proof-panel.tsx';
import { PROOF_TEXTS } from './proof-texts.ts';

/** Months before a change that are compared where nobody says otherwise. */
const USUAL_MONTHS = 6;

interface Draft {
  readonly indicator: string | null;
  readonly units: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly after: string;
  readonly until: string;
  readonly others: readonly string[];
  readonly meanwhile: string;
}

/** The months before the change: from the pilot where there is one, else before the one that runs. */
function toUsual({ pilot, proof, units }: Whole, today: string): Draft {
  const start = periodOf(pilot?.from ?? today, 'month');
  let from = start;
  for (let back = 0; back < USUAL_MONTHS; back += 1) from = previousPeriod(from);
  return {
    indicator: proof?.indicator ?? null,
    units: proof === null ? (pilot?.units ?? units ?? []) : (proof.only['unit'] ?? []),
    from: proof?.baseline.from ?? from.text,
    to: proof?.baseline.to ?? previousPeriod(start).text,
    after: proof?.follow_up?.from ?? (pilot ? start.text : ''),
    until: proof?.follow_up?.to ?? '',
    others: proof?.comparison_units ?? [],
    meanwhile: (proof?.meanwhile ?? []).join('\n'),
  };
}

function toPlan(draft: Draft, indicator: string) {
  const only: Readonly<Record<string, readonly string[]>> =
    draft.units.length === 0 ? {} : { unit: draft.units };
  return {
    indicator,
    only,
    baseline: { from: draft.from, to: draft.to },
    follow_up: draft.after === '' || draft.until === '' ? null : { from: draft.after, to: draft.until },
    comparison_units: [...draft.others],
    meanwhile: draft.meanwhile
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}

/** Chooses by which indicator and which months an improvement is proved; it may be looked at first. */
export function ProofForm({ whole, onDone }: { readonly whole: Whole; readonly onDone: () => void }) {
  const t = useTexts(PROOF_TEXTS);
  const language = useLanguage();
  const { units: known, today } = useSession();
  const params = { id: String(whole.id) };
  const choices = useAnswer('get /api/improvements/{id}/proof/choices', { params });
  const [draft, setDraft] = useState(() => toUsual(whole, today));
  const save = useCall('put /api/improvements/{id}/proof');
  const look = useCall('post /api/improvements/{id}/proof/try', { refresh: false });
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const indicator = draft.indicator ?? choices.data?.suggested ?? null;
  const isWhole =
    indicator !== null && parsePeriod(draft.from) !== undefined && parsePeriod(draft.to) !== undefined;
  const all = [...new Set([...known, ...(whole.units ?? []), ...draft.units, ...draft.others])];
  const month = (label: string, name: 'from' | 'to' | 'after' | 'until', description?: string) => (
    <TextInput
      type="month"
      label={label}
      description={description}
      placeholder={t('month')}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={styles.stack}>
      <Form
        submit={t('save')}
        pending={save.isPending}
        refused={save.error ?? look.error}
        disabled={!isWhole}
        onSubmit={() =>
          indicator !== null && save.mutate({ params, body: toPlan(draft, indicator) }, { onSuccess: onDone })
        }
        others={
          <Button
            variant="default"
            loading={look.isPending}
            disabled={!isWhole}
            onClick={() => indicator !== null && look.mutate({ params, body: toPlan(draft, indicator) })}
          >
            {t('look')}
          </Button>
        }
      >
        <Select
          label={t('indicator')}
          searchable
          value={indicator}
          data={(choices.data?.indicators ?? []).map(({ id, name }) => ({
            value: id,
            label: name[language],
          }))}
          onChange={(next) => change({ indicator: next })}
        />
        <MultiSelect
          label={t('onlyUnits')}
          description={t('onlyUnitsHint')}
          searchable
          value={[...draft.units]}
          data={all}
          onChange={(units) => change({ units })}
        />
        <div className={styles.months}>
          {month(t('before'), 'from')}
          {month(t('beforeTo'), 'to')}
          {month(t('after'), 'after')}
          {month(t('afterTo'), 'until')}
        </div>
        <p className={styles.soft}>{t('afterHint')}</p>
        <MultiSelect
          label={t('others')}
          description={t('othersHint')}
          searchable
          value={[...draft.others]}
          data={all.filter((unit) => !draft.units.includes(unit))}
          onChange={(others) => change({ others })}
        />
        <Textarea
          label={t('meanwhile')}
          description={t('meanwhileHint')}
          autosize
          minRows={2}
          maxLength={4000}
          value={draft.meanwhile}
          onChange={(event) => change({ meanwhile: event.currentTarget.value })}
        />
      </Form>
      {look.data?.proof && (
        <>
          <p className={styles.soft}>{t('looked')}</p>
          <ProofPanel proof={look.data.proof} />
        </>
      )}
    </div>
  );
}
