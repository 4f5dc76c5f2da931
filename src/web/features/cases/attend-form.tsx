import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import type { Check, Openable, Openables, Opened } from './answers.ts';
import styles from './attend.module.css';
import { ATTEND_TEXTS } from './attend-texts.ts';
import { BarredBox } from './barred-box.tsx';
import { ClientPart } from './client-part.tsx';
import { differs } from './data-update.ts';
import { type Draft, dropDraft, findDraft, isTouched, keepDraft, toNewDraft } from './draft.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { listMissing, listPlaces } from './list-missing.ts';
import { QuestionsPart } from './questions-part.tsx';
import { SendBar } from './send-bar.tsx';
import { SidePanel } from './side-panel.tsx';
import { PapersTicks, StepsTicks } from './ticks.tsx';
import { useAttendance } from './use-attendance.ts';
import { useCheck } from './use-check.ts';
import { useOpenCase } from './use-open-case.ts';

interface AttendFormProps {
  readonly openable: Openable;
  readonly openables: Openables;
  /** Under what name its draft is kept. */
  readonly owner: string;
  /** The data update there is to offer. */
  readonly update: Openable | undefined;
  readonly onUpdate: (draft: Draft) => void;
  readonly onOpened: (opened: Opened) => void;
  readonly onLeft: () => void;
}

/** The page that reads like the procedure: who, what, which papers, which steps, and it is open. */
export function AttendForm(props: AttendFormProps) {
  const { openable, openables, owner, update, onUpdate, onOpened, onLeft } = props;
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const [draft, setDraft] = useDraft(owner, openables);
  const attendance = useAttendance(openable.id, t('whyUntouched'));
  const checked = useCheck(openable.id, draft.fields);
  const call = useOpenCase();
  const form = useRef<HTMLFormElement>(null);
  /** Asked to open with something missing: from then on what is missing is marked. */
  const [pressed, setPressed] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const change = (next: Partial<Draft>) => {
    attendance.touch();
    setDraft((before) => ({ ...before, ...next }));
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const check = checked.data;
    if (check === undefined || check.bars.length > 0 || call.isPending) return;
    const first = listPlaces(listMissing(openable, check, draft))[0];
    if (first !== undefined) {
      setPressed(true);
      focusOn(form.current, first);
      return;
    }
    call.mutate(toBody(openable, check, draft, attendance.started?.id ?? null), {
      onSuccess: (opened) => {
        attendance.finish();
        dropDraft(owner);
        onOpened(opened);
      },
    });
  };
  const leave = (reason: string) => {
    void attendance.discard(reason);
    dropDraft(owner);
  };
  const barred = (checked.data?.bars.length ?? 0) > 0;
  const away = [checked.failureReason, call.failureReason].some((error) => error?.status === 0);
  return (
    <Page
      title={openable.name[language]}
      finding={openable.object[language]}
      help="/casos/nuevo"
      actions={
        <Button variant="default" onClick={() => setLeaving(true)}>
          {t('leave')}
        </Button>
      }
    >
      <LeaveGuard
        guarded={isTouched(draft) && !call.isSuccess}
        asked={leaving}
        onStay={() => setLeaving(false)}
        onLeave={leave}
        onLeft={onLeft}
      />
      <LoadingPanel answer={checked} lines={8}>
        {(check) => (
          <div className={styles.columns}>
            <form
              ref={form}
              className={styles.form}
              onSubmit={send}
              onPointerDown={attendance.touch}
              onKeyDown={attendance.touch}
              noValidate
            >
              {draft.linked_to && <Finding tone="met">{t('updated', { number: draft.linked_to })}</Finding>}
              <fieldset disabled={call.isPending} className={styles.plain}>
                <ClientPart
                  draft={draft}
                  openables={openables}
                  onChange={change}
                  marked={pressed}
                  kind={openable.kind}
                />
                <QuestionsPart
                  openable={openable}
                  check={check}
                  draft={draft}
                  onChange={change}
                  marked={pressed}
                  update={
                    update && differs(draft.fields) && draft.linked_to === null
                      ? () => {
                          void attendance.discard(t('whyParked'));
                          onUpdate(draft);
                        }
                      : undefined
                  }
                />
                {!barred && (
                  <>
                    <PapersTicks
                      openable={openable}
                      check={check}
                      draft={draft}
                      onChange={change}
                      marked={pressed}
                    />
                    <StepsTicks openable={openable} draft={draft} onChange={change} marked={pressed} />
                  </>
                )}
              </fieldset>
              {away && (
                <Finding tone="alert" live>
                  {t('away')}
                </Finding>
              )}
              {call.error && <ErrorPanel error={call.error} />}
              {barred ? (
                <BarredBox
                  bars={check.bars}
                  onEnd={(reason) => {
                    leave(reason);
                    onLeft();
                  }}
                />
              ) : (
                <SendBar missing={listMissing(openable, check, draft)} pending={call.isPending} />
              )}
            </form>
            <SidePanel openable={openable} check={check} attendance={attendance} />
          </div>
        )}
      </LoadingPanel>
    </Page>
  );
}

/** The draft on screen; each change is kept, so that coming back finds it. */
function useDraft(owner: string, { units, channels }: Openables) {
  const { unit } = useView();
  const [draft, setDraft] = useState<Draft>(
    () =>
      findDraft(owner) ??
      toNewDraft({
        unit: unit !== undefined && units.includes(unit) ? unit : (units.length === 1 && units[0]) || '',
        channel: channels.find(({ id }) => /^(?:ventanilla|agencia|oficina)$/.test(id))?.id ?? '',
      }),
  );
  useEffect(() => {
    // Nothing of somebody who left without writing waits for the next one.
    if (isTouched(draft)) keepDraft(owner, draft);
  }, [owner, draft]);
  return [draft, setDraft] as const;
}

function focusOn(form: HTMLFormElement | null, place: string): void {
  const found = form?.querySelector(`#${CSS.escape(place)}`);
  found?.querySelector<HTMLElement>('input:not(:disabled), textarea, select')?.focus();
  found?.scrollIntoView({ block: 'center' });
}

/** What is sent: only what is asked with these answers, so that nothing hidden goes along. */
function toBody(openable: Openable, check: Check, draft: Draft, attendance: string | null) {
  const asked = new Set(check.asked);
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    key: draft.key,
    attendance,
    procedure: openable.id,
    unit: draft.unit,
    client: orNull(draft.client),
    channel: orNull(draft.channel),
    core_number: orNull(draft.core_number),
    linked_to: draft.linked_to,
    fields: Object.fromEntries(
      Object.entries(draft.fields).filter(([id, value]) => asked.has(id) && value !== null),
    ),
    papers: draft.papers.filter((id) => check.papers.includes(id)),
    steps: [...draft.steps],
  };
}
