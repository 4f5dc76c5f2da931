import type { LocalText, Problem, Verdict } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { sayProblem } from '../../sentences/index.ts';
import { processSubtree } from '../../language/index.ts';
import type { Figures } from '../figures.ts';
import { type HomeIndicator, type HomeInput, viewHome } from './view-home.ts';

export interface IndicatorFilter extends HomeInput {
  /** A process and those below it; null for all. */
  readonly process: string | null;
  readonly class: string | null;
  readonly verdict: Verdict | null;
  /** Whether problems of packs are told: to who may mend them. */
  readonly problems: boolean;
}

export interface IndicatorList {
  readonly period: string;
  readonly sentence: LocalText;
  readonly processes: readonly { readonly id: string; readonly name: LocalText }[];
  readonly indicators: readonly Omit<HomeIndicator, 'points'>[];
  /** How many there are before filtering. */
  readonly of: number;
  /** What keeps indicators from being measured, in words, with file and line. */
  readonly problems: readonly LocalText[];
}

/** The indicators the scope reaches with their result of the period, worst first, filtered. */
export async function listIndicators(
  institution: Institution,
  figures: Figures,
  filter: IndicatorFilter,
): Promise<IndicatorList> {
  const view = await viewHome(institution, figures, filter);
  const { catalogue } = institution.content;
  const below = filter.process === null ? null : new Set(processSubtree(catalogue, filter.process));
  const processes = new Map(view.indicators.map(({ process }) => [process.id, process]));
  const kept = view.indicators.filter(
    (indicator) =>
      (below === null || below.has(indicator.process.id)) &&
      (filter.class === null || indicator.class === filter.class) &&
      (filter.verdict === null || indicator.verdict === filter.verdict),
  );
  return {
    period: view.period.text,
    sentence: view.sentence,
    processes: [...processes.values()].sort((a, b) => (a.name.es < b.name.es ? -1 : 1)),
    indicators: kept.map(({ points: _points, ...indicator }) => indicator),
    of: view.indicators.length,
    problems: filter.problems ? institution.content.problems.map(tellProblem) : [],
  };
}

function tellProblem(problem: Problem): LocalText {
  return { es: sayProblem(problem, 'es'), en: sayProblem(problem, 'en') };
}
