import {
  type CaseBatch,
  type LocalText,
  type Person,
  printInstant,
  Refusal,
  type Scope,
  toInstant,
} from '../../kernel/index.ts';
import type { CaseRecord, CaseStep } from '../../ledger/index.ts';
import { fromMicros, toMicros } from '../describe-due.ts';
import { toLocalToday } from '../local-today.ts';
import { loadUnitClock, type UnitClock } from '../unit-clock.ts';
import { toStep } from './act-on-case.ts';
import { findAction, type Flow, getFlow, listFlows, type Place } from './definition.ts';
import { LABELS, refuseSecrets } from './refuse-secrets.ts';
import { type CaseLine, type ProtectClient, showCase } from './show-case.ts';

/** How a batch ended, as whoever saw it registers it. */
export interface BatchInput {
  /** Local date and time it ran, `2026-11-22T22:00`. */
  readonly ran_at: string;
  readonly failed: readonly { readonly number: string; readonly reason: string }[];
}

/** The most cases that are shown or taken at once. */
const MOST = 5000;

function listWaiting(place: Place, scope: Scope, { procedure }: Flow, { from }: CaseBatch) {
  const { units, processes } = scope;
  const filter = { units, processes, procedure: procedure.id, state: from };
  return place.ledger.cases.list(filter, { order: 'due', limit: MOST }).cases;
}

/** The instant a case began to wait for the batch. */
function toSince({ ledger }: Place, record: CaseRecord, { from }: CaseBatch): string {
  return ledger.cases.enteredAt(record.number, from) ?? record.opened_at;
}

/** The instants of the batches that failed on a case. */
function listFailures({ ledger }: Place, number: string): string[] {
  return ledger.cases
    .eventsOf(number)
    .flatMap(({ kind, happened_at, data }) =>
      kind === 'batch' && data.failed === true ? [happened_at] : [],
    );
}

/** A nightly batch and what waits for it. */
export interface ShownBatch {
  readonly procedure: string;
  readonly name: LocalText;
  readonly at: string;
  readonly waiting: readonly (CaseLine & { readonly since: string })[];
  readonly last: { readonly at: string; readonly done: number; readonly failed: number } | null;
}

/** The batches of all procedures, with the cases within reach that wait for each. */
export async function listBatches(
  place: Place,
  who: Person,
  scope: Scope,
  protect: ProtectClient,
): Promise<ShownBatch[]> {
  const clock = await loadUnitClock(place);
  const viewer = { who, today: toLocalToday(place), clock, protect };
  return listFlows(place).flatMap((flow) => {
    const { batch } = flow.definition;
    if (batch === null) return [];
    return [
      {
        procedure: flow.procedure.id,
        name: batch.name,
        at: batch.at,
        waiting: listWaiting(place, scope, flow, batch).map((record) => ({
          ...showCase(place, record, viewer),
          since: [toSince(place, record, batch), ...listFailures(place, record.number)].toSorted().at(-1)!,
        })),
        last: place.ledger.cases.lastBatch(flow.procedure.id),
      },
    ];
  });
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/;

/** The instant of a local time; refuses `batch-time-wrong` and `batch-in-future`. */
function readRanAt(place: Place, ran_at: string): string {
  const zone = place.content.catalogue.settings.default_zone;
  const match = LOCAL.exec(ran_at);
  const day = match?.[1] ?? '';
  if (match === null || Number.isNaN(Date.parse(day))) throw new Refusal('batch-time-wrong', { ran_at });
  const at = fromMicros(toInstant(`${day}T${match[2]}:${match[3]}:00`, zone));
  if (at > place.ports.clock()) throw new Refusal('batch-in-future', { ran_at });
  return at;
}

/** What the batch does to a case that waited for it when it ran; null for nothing, or nothing anew. */
function toBatchStep(
  place: Place,
  flow: Flow,
  batch: CaseBatch,
  now: CaseRecord,
  run: { readonly at: string; readonly reasons: ReadonlyMap<string, string>; readonly clock: UnitClock },
): CaseStep | null {
  if (now.state !== batch.from || toSince(place, now, batch) > run.at) return null;
  // What failed in a run did not enter in it, however often that run is registered.
  if (listFailures(place, now.number).includes(run.at)) return null;
  const reason = run.reasons.get(now.number);
  if (reason !== undefined) {
    const data = { note: reason, failed: true };
    return { changes: {}, event: { kind: 'batch', happened_at: run.at, action: batch.action, data } };
  }
  const action = findAction(flow, batch.action);
  if (action === null) return null;
  const { changes, from, to } = toStep(now, flow, action, { values: {}, at: run.at, clock: run.clock });
  const steps = action.steps.map((id) => ({ id, at: run.at }));
  return {
    changes,
    event: {
      kind: 'batch',
      action: action.id,
      from_state: from,
      to_state: to,
      happened_at: run.at,
      data: { steps },
    },
  };
}

/**
 * Registers how a batch ended: every case within reach that was waiting when it ran is done, but for
 * those named as failed, which stay with their reason. In one link; the same again changes nothing.
 *
 * Refuses `batch-unknown`, `batch-time-wrong`, `batch-in-future`, `batch-reason-missing`, `batch-too-late`
 * (a case named as failed that began to wait after the batch ran),
 * `batch-not-waiting` (a number of no case of this batch within reach), `secret-typed`.
 */
export async function runBatch(
  place: Place,
  who: Person,
  scope: Scope,
  procedure: string,
  input: BatchInput,
): Promise<{ readonly done: number; readonly failed: number }> {
  const clock = await loadUnitClock(place);
  const flow = getFlow(place, procedure);
  const { batch } = flow.definition;
  if (batch === null) throw new Refusal('batch-unknown', { procedure });
  const at = readRanAt(place, input.ran_at);
  const cases = new Map(listWaiting(place, scope, flow, batch).map((record) => [record.number, record]));
  const waiting = [...cases.keys()];
  const reasons = new Map<string, string>();
  for (const { number, reason } of input.failed) {
    const record = cases.get(number);
    if (record === undefined) refuseStranger(place, scope, procedure, number);
    else refuseTooLate(place, record, toSince(place, record, batch), at);
    if (reason.trim() === '') throw new Refusal('batch-reason-missing', { number });
    refuseSecrets([{ label: LABELS.reason, text: reason }]);
    reasons.set(number, reason.trim());
  }
  const failed = new Set<string>();
  const told = { what_es: batch.name.es, what_en: batch.name.en };
  const changed = place.ledger.as(who.id).cases.changeMany(
    'case-batch',
    waiting,
    (now) => {
      const step = toBatchStep(place, flow, batch, now, { at, reasons, clock });
      if (step?.event.data?.failed === true) failed.add(now.number);
      return step;
    },
    told,
  );
  return { done: changed - failed.size, failed: failed.size };
}

/** What came after a batch did not fail in it: whoever says so mistook the case or the time. */
function refuseTooLate(place: Place, { number, unit }: CaseRecord, since: string, at: string): void {
  if (since <= at) return;
  const zone = place.content.catalogue.settings.default_zone;
  const local = (instant: string) => `${printInstant(toMicros(instant), zone).slice(0, 16)}:00`;
  throw new Refusal('batch-too-late', { number, unit, entered: local(since), ran: local(at) });
}

/** A case that entered meanwhile by another way is no mistake; a number of another procedure or unit is one. */
function refuseStranger(place: Place, { units }: Scope, procedure: string, number: string): void {
  const record = place.ledger.cases.find(number);
  const isOwn = record?.procedure === procedure && (units === null || units.includes(record.unit));
  if (!isOwn) throw new Refusal('batch-not-waiting', { number });
}
