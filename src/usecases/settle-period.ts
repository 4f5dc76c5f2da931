import type { Scope } from '../kernel/index.ts';
import type { Institution } from './institution.ts';
import { choosePeriod, type ChosenPeriod } from './choose-period.ts';
import type { Figures } from './figures.ts';
import { listMonths } from './list-months.ts';

/** The period that is meant, by what there is within a scope; see `choosePeriod`. */
export function settlePeriod(
  institution: Institution,
  figures: Figures,
  asked: string | null,
  scope: Scope,
  today: string,
): Promise<ChosenPeriod> {
  const key = JSON.stringify(['period', asked, scope.processes, today]);
  return figures.cache.keep(institution, figures.version, key, async () =>
    choosePeriod(asked, await listMonths(institution, figures, scope, today), today),
  );
}
