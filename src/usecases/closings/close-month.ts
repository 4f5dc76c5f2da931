import { addDays, type Person, Refusal, toScope } from '../../kernel/index.ts';
import type { ClosingRecord, ProposalRecord } from '../../ledger/index.ts';
import { type FrozenMonth, freezeMonth, getMonth } from '../freeze-month.ts';
import { findClosed } from '../frozen-figures.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { compareFigures, type FigureChange, tellFigure, type ToldFigure } from './compare-figures.ts';
import { contestsEnd } from './contest-window.ts';
import { digestOf } from './digest-content.ts';

/** Proposals that close a month, for the first time or again. */
const KINDS = ['close-period', 'restate-period'] as const;
export type ClosingKind = (typeof KINDS)[number];

/** Figures of a proposal that are told in words; the rest is in the closing itself. */
const MOST_TOLD = 60;

/** What whoever approves a closing is shown, and what must still hold when it is done. */
interface ClosingPayload {
  readonly period: string;
  readonly version: number;
  /** Digest of every figure and of all they come from, as they were proposed. */
  readonly digest: string;
  readonly figures: readonly (ToldFigure & { readonly indicator: string })[];
  readonly changes: readonly FigureChange[];
  readonly changed: number;
  readonly waiting: number;
}

/** What came of asking to close or restate a month. */
export interface ClosingOutcome {
  readonly period: string;
  readonly version: number;
  /** Null while it waits for somebody else to approve it. */
  readonly closing: ClosingRecord | null;
  /** Null from the command line on the folder. */
  readonly proposal: number | null;
  /** Of a restatement: how many figures change. */
  readonly changed: number;
}

/**
 * What is signed of a month, in one digest: its figures, its rows, what definitions mean and what was
 * left out. The instant up to which open cases were looked at is no part of it: it moves while cases of
 * other months are worked, and where it changes a figure the figure says so.
 */
export function digestMonth({ figures, digests }: FrozenMonth): string {
  const { facts, definitions, left_out } = digests;
  return digestOf([figures.figures, facts.sources, definitions, left_out]);
}

/**
 * Freezes a month, or proposes it where somebody has to approve it (S-5): its figures, and digests of
 * facts, definitions and calendars. Refuses `closing-needs-month`, `closing-not-over`, `closing-done`,
 * `closing-no-facts`, `closing-open-contests`, `closing-contests-until`.
 *
 * @param today local date of the institution
 */
export async function closeMonth(
  institution: Institution,
  { period, reason, today }: { readonly period: string; readonly reason: string; readonly today: string },
): Promise<ClosingOutcome> {
  const month = getMonth(period);
  if (findClosed(institution, month.text)) throw new Refusal('closing-done', { period: month.text });
  checkMayClose(institution, month.text, today);
  const frozen = await freezeMonth(institution, month.text);
  if (frozen.figures.figures.every(({ n, open }) => n === 0 && open.count === 0))
    throw new Refusal('closing-no-facts', { period: month.text });
  return settle(institution, { kind: 'close-period', frozen, reason, today, version: 1, changes: [] });
}

/**
 * Freezes a closed month again, as facts and definitions are today: a new version with what each figure
 * was and is, its cause and its signer. Refuses `closing-not-closed`, `restate-without-cause`,
 * `restate-nothing`, and what closing refuses.
 */
export async function restateMonth(
  institution: Institution,
  { period, cause, today }: { readonly period: string; readonly cause: string; readonly today: string },
): Promise<ClosingOutcome> {
  const month = getMonth(period);
  const closed = findClosed(institution, month.text);
  if (!closed) throw new Refusal('closing-not-closed', { period: month.text });
  const reason = cause.trim();
  if (reason === '') throw new Refusal('restate-without-cause', { period: month.text });
  const frozen = await freezeMonth(institution, month.text);
  const before = findDigests(institution, closed.record);
  const isSame =
    digestMonth(frozen) === digestMonth({ ...frozen, figures: closed.frozen, digests: before }) &&
    digestOf(frozen.digests.content) === digestOf(before.content);
  if (isSame) throw new Refusal('restate-nothing', { period: month.text });
  const changes = compareFigures(institution, closed.frozen, frozen.figures);
  const version = closed.record.version + 1;
  return settle(institution, { kind: 'restate-period', frozen, reason, today, version, changes });
}

function findDigests({ ledger }: Institution, { id }: ClosingRecord): FrozenMonth['digests'] {
  return ledger.closings.digestsOf(id) as FrozenMonth['digests'];
}

/** Refuses to close a month that is not over, or whose rows may still be contested. */
export function checkMayClose(
  institution: Pick<Institution, 'ledger' | 'content'>,
  period: string,
  today: string,
): void {
  const { ledger } = institution;
  const month = getMonth(period);
  if (month.to > today) throw new Refusal('closing-not-over', { period, from: month.to });
  const open = ledger.contests.list(period).filter(({ state }) => state === 'open').length;
  if (open > 0) throw new Refusal('closing-open-contests', { period, n: open });
  const until = contestsEnd(institution, period);
  if (until >= today && hasContesters(institution, today))
    throw new Refusal('closing-contests-until', { period, until, from: addDays(until, 1) });
}

/** Whether there is anybody who may contest rows: else nobody is waited for. */
export function hasContesters({ ledger }: Pick<Institution, 'ledger'>, today: string): boolean {
  const { people } = ledger.people.company(today);
  return people.some((person) => toScope(person, 'contest-rows', today) !== null);
}

/** Writes the version, or proposes it where an account closes. */
async function settle(
  institution: Institution,
  asked: {
    readonly kind: ClosingKind;
    readonly frozen: FrozenMonth;
    readonly reason: string;
    readonly today: string;
    readonly version: number;
    readonly changes: readonly FigureChange[];
  },
): Promise<ClosingOutcome> {
  const { ledger } = institution;
  const { kind, frozen, reason, today, version, changes } = asked;
  const period = frozen.period.text;
  const told = { period, version, changed: changes.length };
  if (ledger.actor === null) {
    const by = { proposal: null, proposed_by: null, approved_by: null };
    return {
      ...told,
      closing: addVersion(institution, frozen, { kind, version, reason, changes, ...by }),
      proposal: null,
    };
  }
  const payload: ClosingPayload = {
    period,
    version,
    digest: digestMonth(frozen),
    figures: frozen.figures.figures
      .filter(({ dimensions }) => Object.keys(dimensions).length === 0)
      .slice(0, MOST_TOLD)
      .map((figure) => ({ indicator: figure.indicator, ...tellFigure(institution, figure) })),
    changes: changes.slice(0, MOST_TOLD),
    changed: changes.length,
    waiting: frozen.digests.waiting,
  };
  const { proposal } = ledger.proposals.propose(
    { kind, subject: period, payload: { ...payload }, reason },
    today,
  );
  const closing = proposal.decision === 'approved' ? applyFrozen(institution, proposal, frozen) : null;
  return { ...told, closing, proposal: proposal.id };
}

function addVersion(
  { ledger }: Institution,
  { period, figures, digests }: FrozenMonth,
  how: {
    readonly kind: ClosingKind;
    readonly version: number;
    readonly reason: string;
    readonly changes: readonly FigureChange[];
    readonly proposal: number | null;
    readonly proposed_by: string | null;
    readonly approved_by: string | null;
  },
): ClosingRecord {
  const { kind, reason, ...rest } = how;
  return ledger.closings.add({
    period: period.text,
    kind: kind === 'close-period' ? 'closed' : 'restated',
    cause: reason,
    figures,
    digests,
    ...rest,
  });
}

/** Keeps that an approved closing could not be done, so that it is told and not tried for ever. */
const STALE = 'closing-undone/';

/** Why an approved closing was not done; undefined where it was, or is not decided. */
export function findUndone({ ledger }: Pick<Institution, 'ledger'>, proposal: number): string | undefined {
  return ledger.findSetting(`${STALE}${proposal}`)?.value as string | undefined;
}

function isMade({ ledger }: Institution, proposal: ProposalRecord): boolean {
  return (
    ledger.closings.list().some((record) => record.proposal === proposal.id) ||
    findUndone({ ledger }, proposal.id) !== undefined
  );
}

/** Whether an approved closing waits to be done: it costs next to nothing to ask. */
export function hasApprovedClosings(institution: Institution): boolean {
  return listApproved(institution).length > 0;
}

function listApproved(institution: Institution): readonly ProposalRecord[] {
  return KINDS.flatMap((kind) => institution.ledger.proposals.list({ open: false, kind }))
    .filter((proposal) => proposal.decision === 'approved' && !isMade(institution, proposal))
    .toSorted((a, b) => a.id - b.id);
}

/** Writes the version that was approved, if the month still says what was proposed. */
function applyFrozen(
  institution: Institution,
  proposal: ProposalRecord,
  frozen: FrozenMonth,
): ClosingRecord | null {
  const { ledger } = institution;
  const { period, version, digest } = proposal.payload as unknown as ClosingPayload;
  const last = ledger.closings.find(period);
  if (digestMonth(frozen) !== digest || (last?.version ?? 0) + 1 !== version) {
    ledger.changeSetting(`${STALE}${proposal.id}`, 'changed');
    return null;
  }
  const before = findClosed(institution, period)?.frozen ?? null;
  return addVersion(institution, frozen, {
    kind: proposal.kind as ClosingKind,
    version,
    reason: proposal.reason,
    changes: before === null ? [] : compareFigures(institution, before, frozen.figures),
    proposal: proposal.id,
    proposed_by: proposal.proposed_by,
    approved_by: proposal.decided_by === proposal.proposed_by ? null : proposal.decided_by,
  });
}

/**
 * Freezes the months whose closing was approved and is not done yet: after a decision, and at a start
 * after a kill, once. A month that says something else than what was proposed stays as it is, and
 * that is kept. Gives the versions made.
 */
export async function applyApprovedClosings(institution: Institution): Promise<readonly ClosingRecord[]> {
  const made: ClosingRecord[] = [];
  for (const proposal of listApproved(institution)) {
    const { period } = proposal.payload as unknown as ClosingPayload;
    const closing = applyFrozen(institution, proposal, await freezeMonth(institution, period));
    if (closing) made.push(closing);
  }
  return made;
}

/** Whether a proposal closes a month. */
export function isClosing({ kind }: Pick<ProposalRecord, 'kind'>): boolean {
  return (KINDS as readonly string[]).includes(kind);
}

/**
 * Refuses (`closing-changed-meanwhile`) to approve a closing whose month says something else by now. Of one
 * that the person may not approve it says nothing: the decision itself refuses that.
 */
export async function checkClosing(institution: Institution, id: number, who: Person): Promise<void> {
  const { ledger } = institution;
  const proposal = ledger.proposals.find(id);
  if (!proposal || !isClosing(proposal) || proposal.decision !== null) return;
  const company = ledger.people.company(toLocalToday(institution));
  if (ledger.proposals.judge(proposal, who, company) !== null) return;
  const { period, digest } = proposal.payload as unknown as ClosingPayload;
  const frozen = await freezeMonth(institution, period);
  if (digestMonth(frozen) !== digest) throw new Refusal('closing-changed-meanwhile', { period });
}
