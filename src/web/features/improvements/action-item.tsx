import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { nameInImprovement, printDate } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { ShownAction } from './answers.ts';
import { Relaxed } from './decision-section.tsx';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

type Act = 'done' | 'supply' | 'drop' | 'date';

/** An action with its evidence, the dates that were asked for, and what the reader may do about it. */
export function ActionItem({ action }: { readonly action: ShownAction }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const { state, kind } = action;
  const forms: Readonly<Record<Act, ReactNode>> = {
    done: <DoneForm action={action} onDone={close} />,
    supply: <SupplyForm action={action} onDone={close} />,
    drop: <DropForm action={action} onDone={close} />,
    date: <DateForm action={action} onDone={close} />,
  };
  const button = (name: Act, label: string, main = false) => (
    <Button
      size="xs"
      variant={main ? 'filled' : 'default'}
      aria-expanded={act === name}
      aria-label={`${label}: ${action.text}`}
      onClick={() => setAct(act === name ? null : name)}
    >
      {label}
    </Button>
  );
  return (
    <li>
      <div className={styles.causeLine}>
        <strong>{action.text}</strong>
        <StateBadge tone={state === 'done' ? 'met' : 'plain'}>
          {nameInImprovement('action-state', state, language)}
        </StateBadge>
        {action.overdue && <StateBadge tone="bad">{t('overdue')}</StateBadge>}
      </div>
      <p className={styles.soft}>
        {nameInImprovement('action', kind, language)} · {action.responsible.name} · {t('dueOn')}{' '}
        {printDate(action.due_date, language)}
      </p>
      {action.state_note !== null && <p>{t('droppedWhy', { why: action.state_note })}</p>}
      <EvidenceList action={action} />
      <Moves action={action} />
      <div className={styles.acts}>
        {action.carry_out.may && button('done', t('carryOut'), true)}
        {action.supply.may && button('supply', t('supply'))}
        {action.move_date.may && button('date', t('moveDate'))}
        {action.drop.may && button('drop', t('dropIt'))}
      </div>
      {act !== null && forms[act]}
    </li>
  );
}

function EvidenceList({ action }: { readonly action: ShownAction }) {
  const t = useTexts(TEXTS);
  const call = useCall('post /api/action-evidence/{id}/accept');
  if (action.evidence.length === 0) return null;
  return (
    <ul className={styles.inner}>
      {action.evidence.map((shown) => (
        <li key={shown.id}>
          <p className={styles.words}>{shown.text}</p>
          <p className={styles.soft}>
            {t('suppliedBy', { who: shown.supplied_by?.name ?? '—' })}, <Moment at={shown.supplied_at} /> ·{' '}
            {shown.accepted_by === null ? t('waitsAccept') : t('acceptedBy', { who: shown.accepted_by.name })}
          </p>
          <Relaxed rules={shown.relaxed} />
          {shown.accept.may && (
            <Button
              size="xs"
              loading={call.isPending}
              aria-label={`${t('accept')}: ${shown.text}`}
              onClick={() => call.mutate({ params: { id: String(shown.id) }, body: {} })}
            >
              {t('accept')}
            </Button>
          )}
          {!shown.accept.may && shown.accepted_by === null && (
            <p className={styles.soft}>{shown.accept.why_not}</p>
          )}
        </li>
      ))}
      {call.error && <ErrorPanel error={call.error} />}
    </ul>
  );
}

function Moves({ action }: { readonly action: ShownAction }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const call = useCall('post /api/proposals/{id}/decide');
  const open = action.moves.filter(({ decision }) => decision === null);
  if (open.length === 0) return null;
  return (
    <ul className={styles.inner}>
      {open.map((move) => {
        const decide = (decision: 'approved' | 'rejected' | 'withdrawn') =>
          call.mutate({ params: { id: String(move.proposal) }, body: { decision, reason: '' } });
        return (
          <li key={move.proposal}>
            <p>{t('moveWaits', { date: printDate(move.due_date, language), reason: move.reason })}</p>
            <p className={styles.soft}>{move.proposed_by?.name ?? '—'}</p>
            <div className={styles.acts}>
              {move.approve.may && (
                <>
                  <Button size="xs" loading={call.isPending} onClick={() => decide('approved')}>
                    {t('approve')}
                  </Button>
                  <Button size="xs" variant="default" onClick={() => decide('rejected')}>
                    {t('refuse')}
                  </Button>
                </>
              )}
              {move.own && (
                <Button size="xs" variant="default" onClick={() => decide('withdrawn')}>
                  {t('withdraw')}
                </Button>
              )}
            </div>
            {!move.approve.may && !move.own && <p className={styles.soft}>{move.approve.why_not}</p>}
          </li>
        );
      })}
      {call.error && <ErrorPanel error={call.error} />}
    </ul>
  );
}

interface ActProps {
  readonly action: ShownAction;
  readonly onDone: () => void;
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function WordsField({ label, value, onChange }: WordsProps) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxLength={4000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function DoneForm({ action, onDone }: ActProps) {
  const t = useTexts(TEXTS);
  const [text, setText] = useState('');
  const call = useCall('post /api/improvement-actions/{id}/done');
  const sent = { params: { id: String(action.id) }, body: { evidence: text.trim() } };
  return (
    <Form
      submit={t('carryOut')}
      pending={call.isPending}
      refused={call.error}
      disabled={text.trim() === ''}
      onSubmit={() => call.mutate(sent, { onSuccess: onDone })}
    >
      <WordsField label={t('carryOutWhat')} value={text} onChange={setText} />
    </Form>
  );
}

function SupplyForm({ action, onDone }: ActProps) {
  const t = useTexts(TEXTS);
  const [text, setText] = useState('');
  const call = useCall('post /api/improvement-actions/{id}/evidence');
  const sent = { params: { id: String(action.id) }, body: { text: text.trim() } };
  return (
    <Form
      submit={t('supply')}
      pending={call.isPending}
      refused={call.error}
      disabled={text.trim() === ''}
      onSubmit={() => call.mutate(sent, { onSuccess: onDone })}
    >
      <WordsField label={t('evidenceText')} value={text} onChange={setText} />
    </Form>
  );
}

function DropForm({ action, onDone }: ActProps) {
  const t = useTexts(TEXTS);
  const [text, setText] = useState('');
  const call = useCall('post /api/improvement-actions/{id}/drop');
  const sent = { params: { id: String(action.id) }, body: { reason: text.trim() } };
  return (
    <Form
      submit={t('dropIt')}
      pending={call.isPending}
      refused={call.error}
      disabled={text.trim() === ''}
      onSubmit={() => call.mutate(sent, { onSuccess: onDone })}
    >
      <p className={styles.soft}>{t('dropWhat')}</p>
      <WordsField label={t('reason')} value={text} onChange={setText} />
    </Form>
  );
}

function DateForm({ action, onDone }: ActProps) {
  const t = useTexts(TEXTS);
  const { today } = useSession();
  const [date, setDate] = useState('');
  const [text, setText] = useState('');
  const call = useCall('post /api/improvement-actions/{id}/due-date');
  const sent = { params: { id: String(action.id) }, body: { due_date: date, reason: text.trim() } };
  return (
    <Form
      submit={t('moveDateIt')}
      pending={call.isPending}
      refused={call.error}
      disabled={date === '' || text.trim() === ''}
      onSubmit={() => call.mutate(sent, { onSuccess: onDone })}
    >
      <DateField label={t('newDate')} value={date} min={today} onChange={setDate} />
      <WordsField label={t('reason')} value={text} onChange={setText} />
    </Form>
  );
}
