import { Button, Select, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import {
  IMPROVEMENT_DECISIONS,
  type ImprovementDecision,
  isGoingOn,
  type Stage,
  STAGES,
} from '../../../kernel/index.ts';
import { nameInImprovement } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Whole } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';
import { WhyNot } from './why-not.tsx';

type Act = 'move' | 'assign' | 'decide' | 'close' | 'reopen';

/** What the reader may do with the improvement now; and of what they may not, why, with who may. */
export function NextSection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [act, setAct] = useState<Act | null>(null);
  const { leave, state, stage } = whole;
  const isOver = state === 'closed' || state === 'rejected';
  const following = findFollowing(whole);
  const close = () => setAct(null);
  const isGoing = state === 'open';
  const forms: Readonly<Record<Act, ReactNode>> = {
    move: <MoveForm whole={whole} onDone={close} />,
    assign: <AssignForm whole={whole} onDone={close} />,
    decide: <DecideForm whole={whole} onDone={close} />,
    close: <CloseForm whole={whole} onDone={close} />,
    reopen: <ReopenForm whole={whole} onDone={close} />,
  };
  const button = (name: Act, label: string, main = false) => (
    <Button
      key={name}
      variant={main ? 'filled' : 'default'}
      aria-expanded={act === name}
      onClick={() => setAct(act === name ? null : name)}
    >
      {label}
    </Button>
  );
  const isAtEnd = stage === 'implementation';
  const decides = !isOver && leave.decide.may;
  return (
    <Section title={t('next')}>
      <div className={styles.acts}>
        {isGoing &&
          leave.work.may &&
          button(
            'move',
            following === undefined
              ? t('moveElse')
              : t('moveOn', { stage: nameInImprovement('stage', following, language) }),
            following !== undefined,
          )}
        {decides &&
          button(
            'decide',
            t(whole.decisions.length > 0 ? 'decideAgain' : 'decide'),
            following === undefined && !isAtEnd,
          )}
        {isGoing && leave.work.may && button('assign', t('assign'))}
        {isGoing && leave.close.may && button('close', t('close'), true)}
        {isOver && leave.reopen.may && button('reopen', t('reopen'))}
      </div>
      {act !== null && forms[act]}
      {!isOver && <WhyNot what={t('decide')} leave={leave.decide} />}
      {isGoing && isAtEnd && <WhyNot what={t('close')} leave={leave.close} />}
      {isOver && <WhyNot what={t('reopen')} leave={leave.reopen} />}
    </Section>
  );
}

/** The stage after this one; none after the last, nor after the decision while it was not decided to go on. */
function findFollowing({ stage, decisions }: Whole): Stage | undefined {
  const waits = stage === 'decision' && !isGoingOn(decisions.at(-1)?.decision);
  return waits ? undefined : STAGES[STAGES.indexOf(stage) + 1];
}

interface ActProps {
  readonly whole: Whole;
  readonly onDone: () => void;
}

interface OwnerFieldsProps {
  readonly whole: Whole;
  readonly owner: string | null;
  readonly date: string;
  readonly onOwner: (owner: string | null) => void;
  readonly onDate: (date: string) => void;
}

function OwnerFields({ whole, owner, date, onOwner, onDate }: OwnerFieldsProps) {
  const t = useTexts(TEXTS);
  const { today } = useSession();
  return (
    <>
      <Select
        label={t('owner')}
        searchable
        clearable
        value={owner}
        data={whole.people.owners.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onOwner}
      />
      <DateField label={t('dueDate')} value={date} min={today} onChange={onDate} />
    </>
  );
}

function MoveForm({ whole, onDone }: ActProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { person } = useSession();
  const following = findFollowing(whole);
  const [stage, setStage] = useState<Stage>(following ?? 'analysis');
  const [owner, setOwner] = useState<string | null>(
    whole.people.owners.some(({ id }) => id === person.id) ? person.id : null,
  );
  const [date, setDate] = useState('');
  const [note, setNote] = useState('');
  const call = useCall('post /api/improvements/{id}/stage');
  const isJump = stage !== following;
  const send = () =>
    call.mutate(
      {
        params: { id: String(whole.id) },
        body: {
          stage,
          owner,
          due_date: date === '' ? null : date,
          note: note.trim(),
          seen: whole.last_event,
        },
      },
      { onSuccess: onDone },
    );
  return (
    <Form
      submit={t('moveOn', { stage: nameInImprovement('stage', stage, language) })}
      pending={call.isPending}
      refused={call.error}
      disabled={isJump && note.trim() === ''}
      onSubmit={send}
    >
      <Select
        label={t('moveTo')}
        value={stage}
        data={STAGES.filter((each) => each !== whole.stage).map((each) => ({
          value: each,
          label: nameInImprovement('stage', each, language),
        }))}
        onChange={(next) => setStage(STAGES.find((each) => each === next) ?? stage)}
      />
      <OwnerFields whole={whole} owner={owner} date={date} onOwner={setOwner} onDate={setDate} />
      <Textarea
        label={t(isJump ? 'noteNeeded' : 'note')}
        placeholder={t('notePlaceholder')}
        required={isJump}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Form>
  );
}

function AssignForm({ whole, onDone }: ActProps) {
  const t = useTexts(TEXTS);
  const [owner, setOwner] = useState<string | null>(whole.owner?.id ?? null);
  const [date, setDate] = useState(whole.due_date ?? '');
  const call = useCall('put /api/improvements/{id}/stage');
  const body = { owner, due_date: date === '' ? null : date };
  return (
    <Form
      submit={t('assignIt')}
      pending={call.isPending}
      refused={call.error}
      onSubmit={() => call.mutate({ params: { id: String(whole.id) }, body }, { onSuccess: onDone })}
    >
      <OwnerFields whole={whole} owner={owner} date={date} onOwner={setOwner} onDate={setDate} />
    </Form>
  );
}

function DecideForm({ whole, onDone }: ActProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { today } = useSession();
  const [decision, setDecision] = useState<ImprovementDecision>('adopt');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const call = useCall('post /api/improvements/{id}/decision');
  const postpones = decision === 'postpone';
  const send = () =>
    call.mutate(
      {
        params: { id: String(whole.id) },
        body: {
          decision,
          reason: reason.trim(),
          until: postpones && until !== '' ? until : null,
          seen: whole.last_event,
        },
      },
      { onSuccess: onDone },
    );
  return (
    <Form
      submit={t('decideIt')}
      pending={call.isPending}
      refused={call.error}
      disabled={reason.trim() === '' || (postpones && until === '')}
      onSubmit={send}
    >
      <ChoiceField
        label={t('decision')}
        value={decision}
        onChange={setDecision}
        choices={IMPROVEMENT_DECISIONS.map((each) => ({
          value: each,
          label: nameInImprovement('decision', each, language),
          description: t(`${each}What`),
        }))}
      />
      {postpones && <DateField label={t('untilDate')} value={until} min={today} onChange={setUntil} />}
      <ReasonField label={t('reason')} value={reason} onChange={setReason} />
      {whole.proof === null && <p className={styles.soft}>{t('decideUnproved')}</p>}
    </Form>
  );
}

function CloseForm({ whole, onDone }: ActProps) {
  const t = useTexts(TEXTS);
  const [note, setNote] = useState('');
  const call = useCall('post /api/improvements/{id}/close');
  const body = { note: note.trim(), seen: whole.last_event };
  return (
    <Form
      submit={t('close')}
      pending={call.isPending}
      refused={call.error}
      disabled={note.trim() === ''}
      onSubmit={() => call.mutate({ params: { id: String(whole.id) }, body }, { onSuccess: onDone })}
    >
      <p className={styles.soft}>{t('closeWhat')}</p>
      <ReasonField label={t('closeNote')} value={note} onChange={setNote} />
    </Form>
  );
}

function ReopenForm({ whole, onDone }: ActProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [stage, setStage] = useState<Stage>('analysis');
  const [reason, setReason] = useState('');
  const call = useCall('post /api/improvements/{id}/reopen');
  const body = { stage, reason: reason.trim() };
  return (
    <Form
      submit={t('reopen')}
      pending={call.isPending}
      refused={call.error}
      disabled={reason.trim() === ''}
      onSubmit={() => call.mutate({ params: { id: String(whole.id) }, body }, { onSuccess: onDone })}
    >
      <p className={styles.soft}>{t('reopenWhat')}</p>
      <Select
        label={t('reopenStage')}
        value={stage}
        data={STAGES.map((each) => ({ value: each, label: nameInImprovement('stage', each, language) }))}
        onChange={(next) => setStage(STAGES.find((each) => each === next) ?? stage)}
      />
      <ReasonField label={t('reason')} value={reason} onChange={setReason} />
    </Form>
  );
}

interface ReasonFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

function ReasonField({ label, value, onChange }: ReasonFieldProps) {
  const t = useTexts(TEXTS);
  return (
    <Textarea
      label={label}
      description={t('reasonHelp')}
      autosize
      minRows={2}
      maxLength={4000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
