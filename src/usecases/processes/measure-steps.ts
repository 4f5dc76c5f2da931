import { parsePeriod, rational, type Scope, toInstant, toNumber } from '../../kernel/index.ts';
import { toQuantile } from '../../statistics/index.ts';
import type { Institution } from '../institution.ts';
import { reachUnits } from '../reach-units.ts';
import { reachProcesses } from './reach-processes.ts';

/** How long a step takes: half of the cases reached it within this since the step before. */
export interface StepTime {
  /** Exact to the microsecond, half of one where two values share the middle. */
  readonly median_min: number;
  readonly n: number;
}

export interface StepQuery {
  readonly procedure: string;
  readonly process: string;
  readonly period: string | null;
  readonly unit: string | null;
  /** What `see-cases` reaches; null without it. */
  readonly scope: Scope | null;
}

const toUtc = (us: bigint) => new Date(Number(us / 1000n)).toISOString();

/**
 * Median time from one completed step to the next, by the step that was reached, over the cases of a
 * procedure worked here and opened in the period. Steps that one act completed together have no time. Empty where there are none, or they are out of reach.
 */
export function measureSteps(
  { content, ledger }: Institution,
  { procedure, process, period, unit, scope }: StepQuery,
): { readonly times: ReadonlyMap<string, StepTime>; readonly cases: number } {
  const none = { times: new Map<string, StepTime>(), cases: 0 };
  if (scope === null || period === null || !reachProcesses(content.catalogue, scope).has(process))
    return none;
  const [first, last] = period.split('..');
  const [from, to] = [parsePeriod(first ?? '')?.from, parsePeriod(last ?? first ?? '')?.to];
  if (from === undefined || to === undefined) return none;
  const zone = content.catalogue.settings.default_zone;
  const moments = ledger.cases.stepsOf({
    procedure,
    from: toUtc(toInstant(`${from}T00:00:00`, zone)),
    until: toUtc(toInstant(`${to}T00:00:00`, zone)),
    units: reachUnits(scope, unit),
  });
  const waits = new Map<string, bigint[]>();
  const numbers = new Set<string>();
  for (const [index, { number, step, at }] of moments.entries()) {
    numbers.add(number);
    const before = moments[index - 1];
    // Steps completed by one act share their moment: how they followed one another nobody saw.
    if (before?.number !== number || before.at === at) continue;
    const waited = BigInt(Date.parse(at) - Date.parse(before.at)) * 1000n;
    const known = waits.get(step) ?? [];
    known.push(waited);
    waits.set(step, known);
  }
  const times = new Map(
    [...waits].map(([step, values]) => {
      const median = toQuantile(values, rational(1n, 2n)) ?? rational(0n);
      return [
        step,
        { median_min: toNumber({ num: median.num, den: median.den * 60_000_000n }), n: values.length },
      ];
    }),
  );
  return { times, cases: numbers.size };
}
