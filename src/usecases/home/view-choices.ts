import type { Scope } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import type { Figures } from '../figures.ts';
import type { MonthChoice } from '../list-months.ts';
import { readNames } from './read-names.ts';
import { settlePeriod } from '../settle-period.ts';

/** What there is to look at: the pickers of period and unit. */
export interface ViewChoices {
  /** The period to open with; null without facts. */
  readonly period: string | null;
  readonly why: 'complete' | 'latest' | 'none';
  /** Latest first. */
  readonly months: readonly MonthChoice[];
  /** Units the scope reaches, by name. */
  readonly units: readonly string[];
}

/** Months with facts and units, as far as the scope reaches. */
export async function listChoices(
  institution: Institution,
  { cache, version }: Figures,
  scope: Scope,
  today: string,
): Promise<ViewChoices> {
  const settled = await settlePeriod(institution, { cache, version }, null, scope, today);
  const { text, why, months } = settled;
  const { units } = await cache.keep(institution, version, 'names', () => readNames(institution));
  return {
    period: why === 'none' ? null : text,
    why: why === 'asked' ? 'latest' : why,
    months,
    units: scope.units === null ? units : [...scope.units].sort(),
  };
}
