import { addDays, parsePeriod, type Period, previousPeriod, type Scope } from '../kernel/index.ts';
import type { CheckedIndicator } from '../language/index.ts';
import { type FactsPrint, toSource } from './facts-print.ts';
import type { Institution } from './institution.ts';
import type { Figures } from './figures.ts';
import { reachIndicators } from './reach-indicators.ts';

/** A month that may be looked at. */
export interface MonthChoice {
  readonly period: string;
  /** How many of the indicators have facts in it. */
  readonly indicators: number;
  /** Over, and the data of most indicators reach its end. */
  readonly complete: boolean;
  /** Only a beginning: so few facts, and after months without any, that it is not looked at unless asked for. */
  readonly isBare: boolean;
}

/** After months without facts, a month is worth opening on once it holds this part of what the last ones held. */
const BARE_PART = 4;

/** A month ends for a data set when its facts reach the last days: a weekend and a holiday fit in these. */
const LAST_DAYS = 4;
/** An indicator is waited for when it had facts in the month or in any of these many before. */
const WAITED_MONTHS = 3;

/** The months with facts of the indicators a scope reaches, latest first. */
export async function listMonths(
  institution: Institution,
  { cache, version }: Figures,
  scope: Scope,
  today: string,
): Promise<readonly MonthChoice[]> {
  const key = JSON.stringify(['months', scope.processes, today]);
  return cache.keep(institution, version, key, async () => {
    const print = await cache.print(institution, version);
    return toMonths(reachIndicators(institution.content, scope), print, today);
  });
}

function toMonths(
  indicators: readonly CheckedIndicator[],
  { facts }: FactsPrint,
  today: string,
): readonly MonthChoice[] {
  const sources = indicators.map(
    ({ dataset, date }) => facts.get(toSource(dataset, date)) ?? new Map<string, never>(),
  );
  const names = [...new Set(sources.flatMap((source) => [...source.keys()]))].toSorted().toReversed();
  const bare = findBare(names, sources);
  return names.map((name) => {
    const period = parsePeriod(name)!;
    const near = listNear(period).map(({ text }) => text);
    const waited = sources.filter((source) => near.some((month) => source.has(month)));
    const ended = waited.filter(
      (source) =>
        [...source.keys()].some((month) => month > name) ||
        (source.get(name)?.last ?? '') >= addDays(period.to, -LAST_DAYS),
    );
    return {
      period: name,
      indicators: sources.filter((source) => source.has(name)).length,
      complete: period.to <= today && ended.length * 2 >= waited.length,
      isBare: bare.has(name),
    };
  });
}

/**
 * Months that come after a gap and hold next to nothing beside those before it: the first cases worked
 * in a folder whose files end long ago. Names come latest first.
 */
function findBare(
  names: readonly string[],
  sources: readonly ReadonlyMap<string, { readonly n: number }>[],
): ReadonlySet<string> {
  const count = (name: string) => sources.reduce((sum, source) => sum + (source.get(name)?.n ?? 0), 0);
  const bare = new Set<string>();
  // The fullest month on the near side of the latest gap, as far as one has gone.
  let usual = 0;
  let run: string[] = [];
  for (const name of names.toReversed()) {
    const before = listNear(parsePeriod(name)!).slice(1);
    if (!before.some((near) => names.includes(near.text))) {
      usual = Math.max(usual, ...run.filter((each) => !bare.has(each)).map(count));
      run = [];
    }
    run.push(name);
    if (usual > 0 && count(name) * BARE_PART < usual) bare.add(name);
  }
  return bare;
}

function listNear(period: Period): readonly Period[] {
  const near = [period];
  while (near.length <= WAITED_MONTHS) near.push(previousPeriod(near.at(-1)!));
  return near;
}
