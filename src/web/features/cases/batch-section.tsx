import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { printInstant, printNumber } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { toWallClock } from '../../ui/to-wall-clock.ts';
import type { Batch } from './answers.ts';
import styles from './cases.module.css';
import { TEXTS } from './texts.ts';
import { toLastRun } from './to-last-run.ts';

type Waiting = Batch['waiting'][number];

/** Whether a case began to wait after a batch ran, to the minute that clocks show. */
function isLater(since: string, ranAt: string): boolean {
  return toWallClock(since) >= ranAt;
}

/** One nightly batch: what waits for it, which did not enter and why, and how it went last time. */
export function BatchSection({ batch }: { readonly batch: Batch }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const print = (n: number) => printNumber(n, language);
  const { at, last, waiting } = batch;
  const waits = { n: print(waiting.length), at };
  const call = useCall('post /api/cases/batches/{procedure}');
  return (
    <Section
      title={batch.name[language]}
      finding={
        <>
          {waiting.length === 0
            ? t('batchEmpty')
            : t(waiting.length === 1 ? 'batchWaitsOne' : 'batchWaits', waits)}{' '}
          {last
            ? t('batchLast', {
                when: printInstant(toWallClock(last.at), language),
                done: print(last.done),
                failed: print(last.failed),
              })
            : t('batchNever')}
        </>
      }
    >
      {call.data && <Registered done={call.data.done} failed={call.data.failed} />}
      {waiting.length > 0 && <BatchForm batch={batch} call={call} />}
    </Section>
  );
}

/** What came of it; that nothing did where nothing changed. */
function Registered({ done, failed }: { readonly done: number; readonly failed: number }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (done + failed === 0)
    return (
      <Finding tone="alert" live>
        {t('registeredNothing')}
      </Finding>
    );
  return (
    <Finding tone="met" live>
      {t('registered', { done: printNumber(done, language), failed: printNumber(failed, language) })}
    </Finding>
  );
}

interface BatchFormProps {
  readonly batch: Batch;
  readonly call: ReturnType<typeof useCall<'post /api/cases/batches/{procedure}'>>;
}

function BatchForm({ batch, call }: BatchFormProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayRun = useMay('run-batch');
  const { waiting, procedure } = batch;
  const [ranAt, setRanAt] = useState(() => toLastRun(batch.at, toWallClock(new Date().toISOString())));
  /** Reason by number, of those that did not enter. */
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  // What came after the batch ran was not in it.
  const taken = waiting.filter(({ since }) => !isLater(since, ranAt));
  const failed = taken.flatMap(({ number }) => {
    const reason = reasons.get(number);
    return reason === undefined ? [] : [{ number, reason: reason.trim() }];
  });
  const print = (n: number) => printNumber(n, language);
  const unexplained = failed.some(({ reason }) => reason.length < 3);
  const rows = (
    <WaitingTable
      waiting={waiting}
      ranAt={ranAt}
      reasons={reasons}
      onReasons={mayRun ? setReasons : undefined}
    />
  );
  if (!mayRun) return rows;
  return (
    <Form
      submit={t('register', { done: print(taken.length - failed.length), failed: print(failed.length) })}
      onSubmit={() =>
        call.mutate(
          { params: { procedure }, body: { ran_at: ranAt, failed } },
          { onSuccess: () => setReasons(new Map()) },
        )
      }
      pending={call.isPending}
      refused={call.error}
      disabled={unexplained || taken.length === 0}
    >
      {rows}
      <TextInput
        type="datetime-local"
        label={t('ranAt')}
        value={ranAt}
        onChange={(event) => setRanAt(event.currentTarget.value)}
        maw="16rem"
      />
      {taken.length === 0 && <Text c="dimmed">{t('noneAtThatTime')}</Text>}
      {unexplained && <Text c="dimmed">{t('reasonNeeded')}</Text>}
    </Form>
  );
}

interface WaitingTableProps {
  readonly waiting: readonly Waiting[];
  /** Local time the batch ran: what came later was not in it. */
  readonly ranAt: string;
  readonly reasons: ReadonlyMap<string, string>;
  /** Absent for who only looks. */
  readonly onReasons: ((next: ReadonlyMap<string, string>) => void) | undefined;
}

function WaitingTable({ waiting, ranAt, reasons, onReasons }: WaitingTableProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const change = (number: string, reason: string | undefined) => {
    const next = new Map(reasons);
    if (reason === undefined) next.delete(number);
    else next.set(number, reason);
    onReasons?.(next);
  };
  return (
    <DataTable
      label={t('batch')}
      rows={waiting}
      rowKey={({ number }) => number}
      link={({ number }) => ({ to: '/casos/$number', params: { number } })}
      columns={[
        { id: 'number', head: t('case'), cell: ({ number }) => number },
        { id: 'client', head: t('client'), cell: ({ client }) => client ?? t('noClient') },
        { id: 'unit', head: t('unit'), cell: ({ unit }) => unit },
        { id: 'opened', head: t('opened'), cell: ({ opened_at }) => <Moment at={opened_at} /> },
        ...(onReasons
          ? [
              {
                id: 'failed',
                head: t('failed'),
                cell: ({ number, since }: Waiting) =>
                  isLater(since, ranAt) ? (
                    t('enteredAfter', {
                      when: printInstant(toWallClock(since), language),
                    })
                  ) : (
                    <Stack gap={6} className={styles.above}>
                      <Checkbox
                        aria-label={t('failedOf', { number })}
                        checked={reasons.has(number)}
                        onChange={(event) => change(number, event.currentTarget.checked ? '' : undefined)}
                      />
                      {reasons.has(number) && (
                        <TextInput
                          aria-label={t('reasonOf', { number })}
                          placeholder={t('reason')}
                          maxLength={400}
                          value={reasons.get(number) ?? ''}
                          onChange={(event) => change(number, event.currentTarget.value)}
                          autoFocus
                        />
                      )}
                    </Stack>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
