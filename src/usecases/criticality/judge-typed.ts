import { type LocalText, Refusal, toSlug } from '../../kernel/index.ts';
import type { CriticalRule } from '../../statistics/index.ts';
import type { CriticalityView } from './criticality-view.ts';
import { judgeCriticality } from './judge-criticality.ts';

/** The two tables as somebody wrote them, for who has them on paper. */
export interface TypedTables {
  readonly unit: 'count' | 'percent';
  /** Headings of the first table: January, February... */
  readonly months: readonly string[];
  /** Complaints of each family by month; null where the cell is empty. */
  readonly families: readonly {
    readonly name: string;
    readonly mixed: boolean;
    readonly values: readonly (number | null)[];
  }[];
  /** Services of the family that stands first, or of the one named. */
  readonly family: string | null;
  readonly services: readonly {
    readonly name: string;
    readonly mixed: boolean;
    readonly volume: number;
    readonly complaints: number | null;
  }[];
}

/** Refuses names that are empty or twice in a table: `criticality-name-empty`, `criticality-name-twice`. */
function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const slug = toSlug(name);
    if (slug === '') throw new Refusal('criticality-name-empty');
    if (seen.has(slug)) throw new Refusal('criticality-name-twice', { name: name.trim() });
    seen.add(slug);
  }
}

/**
 * Which processes are critical by tables that somebody typed, with the same rule and the same sentences
 * as from facts. Percentages are of 100, and what does not add up to it is told.
 */
export function judgeTyped(typed: TypedTables, rule: CriticalRule): CriticalityView {
  checkNames(typed.families.map(({ name }) => name));
  checkNames(typed.services.map(({ name }) => name));
  const names = new Map<string, LocalText>();
  for (const { name } of [...typed.families, ...typed.services])
    names.set(toSlug(name), { es: name.trim(), en: name.trim() });
  const mixed = new Set(
    [...typed.families, ...typed.services].flatMap((line) => (line.mixed ? [toSlug(line.name)] : [])),
  );
  const family = typed.family === null ? null : toSlug(typed.family);
  if (family !== null && !names.has(family))
    throw new Refusal('process-not-found', { process: typed.family ?? '' });
  const judged = judgeCriticality(
    {
      source: 'typed',
      period: null,
      months: typed.months,
      families: typed.months.map(
        (_, month) =>
          new Map(
            typed.families.flatMap(({ name, values }) => {
              const value = values[month] ?? null;
              return value === null ? [] : [[toSlug(name), value] as const];
            }),
          ),
      ),
      family,
      servicesOf: () => ({
        all: typed.services.map(({ name, volume, complaints, mixed: isMixed }) => ({
          id: toSlug(name),
          volume,
          complaints,
          mixed: isMixed,
        })),
        months: [],
      }),
      unit: typed.unit,
      names: (id) => names.get(id) ?? { es: id, en: id },
      isMixed: (id) => mixed.has(id),
    },
    rule,
  );
  return { ...judged, follow: null };
}

const KEY = 'criticality-typed';

interface TypedPlace {
  readonly ledger: {
    readonly findSetting: (key: string) => { readonly value: unknown } | undefined;
    readonly changeSetting: (key: string, value: unknown) => unknown;
  };
}

/** The tables kept last; null while nobody kept any. */
export function findTyped({ ledger }: TypedPlace): TypedTables | null {
  return (ledger.findSetting(KEY)?.value as TypedTables | undefined) ?? null;
}

/** Keeps the tables for the next time; refuses what cannot be judged. */
export function keepTyped({ ledger }: TypedPlace, typed: TypedTables, rule: CriticalRule): void {
  judgeTyped(typed, rule);
  ledger.changeSetting(KEY, typed);
}
