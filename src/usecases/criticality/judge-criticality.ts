import type { LocalText } from '../../kernel/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import {
  chooseCritical,
  type CriticalRule,
  type MonthVolumes,
  rankShares,
  type ServiceVolume,
  weighStability,
} from '../../statistics/index.ts';
import type { CriticalityView } from './criticality-view.ts';

/** The two tables a choice is made from, counted or typed. */
export interface CriticalityTables {
  readonly source: CriticalityView['source'];
  readonly period: string | null;
  readonly months: readonly string[];
  /** Complaints of each month by family. */
  readonly families: readonly ReadonlyMap<string, number>[];
  /** The family asked for; null for the first by its share. */
  readonly family: string | null;
  /** Services of a family in all months together, and month by month where it is known. */
  readonly servicesOf: (family: string) => {
    readonly all: readonly ServiceVolume[];
    readonly months: readonly MonthVolumes[];
  };
  /** Whether the figures are counts, or percentages as somebody typed them. */
  readonly unit: CriticalityView['unit'];
  readonly names: (id: string) => LocalText;
  readonly isMixed: (id: string) => boolean;
}

const PERCENT = 100;
/** Beyond this a column of percentages does not add up to 100 by rounding of what is shown alone. */
const ROUNDING = 0.05;

function findOff(totals: readonly number[]): readonly number[] {
  return totals.flatMap((total, at) => (Math.abs(total - PERCENT) > ROUNDING ? [at] : []));
}

/** Chooses the family by its share of the complaints, then its critical services by volume. */
export function judgeCriticality(
  tables: CriticalityTables,
  rule: CriticalRule,
): Omit<CriticalityView, 'follow'> {
  const { source, period, months, unit, names, isMixed } = tables;
  const whole = unit === 'percent' ? PERCENT : undefined;
  const families = rankShares(tables.families, whole)
    .map((row) => ({ ...row, name: names(row.id), mixed: isMixed(row.id) }))
    .toSorted((a, b) => Number(a.mixed) - Number(b.mixed));
  const family_totals = tables.families.map((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0));
  const first = families.find(({ mixed, n }) => !mixed && n > 0)?.id ?? null;
  const chosen = tables.family ?? first;
  const { all, months: byMonth } = chosen === null ? { all: [], months: [] } : tables.servicesOf(chosen);
  const choice = chooseCritical(all, rule, whole);
  const ranking = choice.ranking.map((service) => ({ ...service, name: names(service.id) }));
  const typed = all.reduce((sum, { volume }) => sum + volume, 0);
  const listed = (ids: readonly string[]) => ids.map(names);
  const stability = byMonth.length < 2 ? null : weighStability(byMonth, rule, choice.set);
  const line = families.find(({ id }) => id === chosen);
  const notes: LocalText[] = [];
  if (unit === 'percent') {
    for (const at of findOff(family_totals))
      notes.push(
        sayFinding('criticality-month-total', { month: months[at] ?? '', total: family_totals[at]! }),
      );
    if (all.length > 0 && findOff([typed]).length > 0)
      notes.push(sayFinding('criticality-total', { total: typed }));
  }
  for (const { name, share, left_out } of ranking)
    if (left_out !== null && share > 0)
      notes.push(sayFinding(`criticality-left-${left_out}`, { es: name.es, en: name.en, share }));
  if (all.length > 0 && all.every(({ complaints }) => complaints === null))
    notes.push(sayFinding('criticality-no-service'));
  return {
    source,
    period,
    months,
    families,
    family_totals,
    family: chosen === null ? null : { id: chosen, name: names(chosen), asked: tables.family !== null },
    rule,
    ranking,
    total: choice.total,
    set: choice.set,
    coverage: choice.coverage,
    unit,
    stability: stability && {
      months: stability.months.map(({ month, enters, leaves }) => ({
        month,
        enters: listed(enters),
        leaves: listed(leaves),
      })),
      exact: stability.resampled?.exact ?? null,
      draws: stability.resampled?.draws ?? null,
      seed: stability.resampled?.seed ?? null,
      same_share: stability.resampled?.same_share ?? null,
      services: [...(stability.resampled?.in_share ?? [])]
        .map(([id, share]) => ({ id, name: names(id), share }))
        .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1)),
      sentence: sayFinding('criticality-stability', {
        months: stability.months.length,
        same: stability.months.filter(({ enters, leaves }) => enters.length + leaves.length === 0).length,
        same_share: stability.resampled?.same_share ?? null,
      }),
    },
    sentence:
      chosen === null || choice.coverage === null
        ? sayFinding(chosen === null ? 'criticality-no-complaints' : 'criticality-no-volume', {
            es: chosen === null ? '' : names(chosen).es,
            en: chosen === null ? '' : names(chosen).en,
          })
        : sayFinding('criticality-chosen', {
            es: names(chosen).es,
            en: names(chosen).en,
            mean: line?.mean ?? null,
            services: choice.set.length,
            first_es: names(choice.set[0] ?? '').es,
            first_en: names(choice.set[0] ?? '').en,
            coverage: choice.coverage,
          }),
    notes,
  };
}
