import {
  divide,
  isGoingOn,
  parsePeriod,
  rational,
  type Stage,
  STAGES,
  toDayNumber,
  toNumber,
} from '../../kernel/index.ts';
import type { ImprovementRecord } from '../../ledger/index.ts';
import { toQuantile } from '../../statistics/index.ts';

/** So many of so many, and the share they are; null of none. */
export interface LoopShare {
  readonly part: number;
  readonly whole: number;
  readonly share: number | null;
}

/** Days by the calendar: half of them took no longer, nine of ten no longer. */
export interface LoopDays {
  readonly n: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
}

/** How improvements went through a stage. */
export interface StageFigures {
  readonly stage: Stage;
  /** Those that came to it, and of them those that went on. */
  readonly passed: LoopShare;
  /** Those in it now. */
  readonly standing: number;
  /** Of stays that ended. */
  readonly days: LoopDays;
}

/** The loop measured, over the improvements opened in some time. */
export interface LoopFigures {
  readonly opened: number;
  readonly decided: number;
  readonly adopted: number;
  readonly postponed: number;
  readonly stages: readonly StageFigures[];
  readonly implemented: LoopShare;
  /** Of those implemented. */
  readonly told_clients: LoopShare;
  readonly told_staff: LoopShare;
  /** Of those decided. */
  readonly rejected: LoopShare;
  readonly closed: LoopShare;
  readonly fact_to_decision: LoopDays;
  readonly fact_to_told: LoopDays;
  readonly fact_to_closed: LoopDays;
  /** The stage that the smallest share goes on from; null where none stays behind. */
  readonly bottleneck: { readonly stage: Stage; readonly entered: number; readonly passed: number } | null;
}

function toShare(part: number, whole: number): LoopShare {
  const share = divide(rational(BigInt(part)), rational(BigInt(whole)));
  return { part, whole, share: share && toNumber(share) };
}

function toDays(values: readonly number[]): LoopDays {
  const n = values.length;
  if (n === 0) return { n, median: null, p90: null, longest: null };
  const exact = values.map(BigInt);
  const at = (num: bigint, den: bigint) => toNumber(toQuantile(exact, rational(num, den))!);
  return { n, median: at(1n, 2n), p90: at(9n, 10n), longest: Math.max(...values) };
}

/** The furthest stage that an improvement came to. */
function findReached({ stages }: ImprovementRecord): number {
  return Math.max(...stages.map(({ stage }) => STAGES.indexOf(stage)));
}

const DECISION = STAGES.indexOf('decision');
const DELEGATION = STAGES.indexOf('delegation');
const LAST = STAGES.length - 1;

interface Followed {
  readonly record: ImprovementRecord;
  readonly reached: number;
  readonly adopted: boolean;
  readonly rejected: boolean;
}

function follow(record: ImprovementRecord): Followed {
  const reached = findReached(record);
  const rejected = record.state === 'rejected';
  const adopted = !rejected && record.decisions.some(({ decision }) => isGoingOn(decision));
  // What was decided to go on is with whoever delegates it, whether or not somebody moved its card.
  return { record, reached: adopted ? Math.max(reached, DELEGATION) : reached, adopted, rejected };
}

function hasPassed({ reached, rejected }: Followed, stage: number): boolean {
  return reached > stage || (stage === DECISION && rejected && reached === DECISION);
}

/**
 * The loop of some improvements: how many came how far, how long it took, and what was told.
 *
 * @param dateOf the local date of an instant
 */
export function toLoopFigures(
  records: readonly ImprovementRecord[],
  dateOf: (instant: string) => string,
): LoopFigures {
  const all = records.map(follow);
  const daysFrom = (record: ImprovementRecord, date: string | undefined) =>
    date === undefined ? [] : [Math.max(0, toDayNumber(date) - toDayNumber(findFactDate(record, dateOf)))];
  const stages = STAGES.map((stage, index): StageFigures => {
    const entered = all.filter(({ reached }) => reached >= index);
    const passed = entered.filter((each) => hasPassed(each, index));
    const stays = records.flatMap((record) => record.stages.filter((stay) => stay.stage === stage));
    return {
      stage,
      passed: toShare(passed.length, entered.length),
      standing: records.filter((record) => record.state === 'open' && record.stage === stage).length,
      days: toDays(
        stays.flatMap(({ entered_at, left_at }) =>
          left_at === null ? [] : [toDayNumber(dateOf(left_at)) - toDayNumber(dateOf(entered_at))],
        ),
      ),
    };
  });
  const implemented = all.filter(({ reached }) => reached === LAST);
  const rejected = all.filter((each) => each.rejected);
  const adopted = all.filter((each) => each.adopted);
  const decided = adopted.length + rejected.length;
  const told = (audience: string) =>
    implemented.filter(({ record }) => record.notices.some((notice) => notice.audience === audience));
  const closed = records.filter(({ state }) => state === 'closed');
  return {
    opened: records.length,
    decided,
    adopted: adopted.length,
    postponed: records.filter(({ state }) => state === 'postponed').length,
    stages,
    implemented: toShare(implemented.length, records.length),
    told_clients: toShare(told('clients').length, implemented.length),
    told_staff: toShare(told('staff').length, implemented.length),
    rejected: toShare(rejected.length, decided),
    closed: toShare(closed.length, records.length),
    fact_to_decision: toDays(
      records.flatMap((record) => {
        const first = record.decisions.find(({ decision }) => decision !== 'postpone');
        return daysFrom(record, first && dateOf(first.decided_at));
      }),
    ),
    fact_to_told: toDays(
      records.flatMap((record) =>
        daysFrom(record, record.notices.find(({ audience }) => audience === 'clients')?.told_on),
      ),
    ),
    fact_to_closed: toDays(
      records.flatMap((record) => {
        const closing = record.closings.findLast(({ reopened_at }) => reopened_at === null);
        return daysFrom(record, closing && dateOf(closing.closed_at));
      }),
    ),
    bottleneck: findBottleneck(stages),
  };
}

/** When the fact was there to be seen: the end of the period of the first evidence, and at the latest its opening. */
function findFactDate(
  { evidence, opened_at }: ImprovementRecord,
  dateOf: (instant: string) => string,
): string {
  const opened = dateOf(opened_at);
  const ends = evidence.flatMap(({ data }) => {
    const said = data['period'];
    const period = typeof said === 'string' ? parsePeriod(said) : undefined;
    return period ? [period.to] : [];
  });
  return [opened, ...ends].toSorted()[0]!;
}

function findBottleneck(stages: readonly StageFigures[]): LoopFigures['bottleneck'] {
  let weakest: StageFigures | null = null;
  for (const each of stages.slice(0, LAST)) {
    const { part, whole } = each.passed;
    if (whole === 0 || part === whole) continue;
    // Shares compared crosswise, without a rounding that could make two of them alike.
    if (weakest === null || part * weakest.passed.whole < weakest.passed.part * whole) weakest = each;
  }
  return weakest && { stage: weakest.stage, entered: weakest.passed.whole, passed: weakest.passed.part };
}
