import {
  type Cut,
  evaluatePlan,
  type Figure,
  type MeasureRequest,
  planIndicators,
} from '../../engine/index.ts';
import { findCut, runPlan } from '../../facts/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import type { Institution } from '../institution.ts';

/** Facts kept before anything is computed. */
export type Only = NonNullable<MeasureRequest['only']>;

/** Cuts of the data sets the indicator reads: the latest instant each knows of, as in a plain measure. */
export async function findUseCuts(
  { facts, content }: Institution,
  indicator: CheckedIndicator,
): Promise<ReadonlyMap<string, Cut>> {
  const ids = new Set([indicator.dataset, ...indicator.aggregates.map(({ dataset }) => dataset)]);
  const cuts = new Map<string, Cut>();
  for (const id of ids) {
    const dataset = content.catalogue.datasets.get(id);
    if (!dataset || dataset.derived || dataset.closes === null) continue;
    cuts.set(id, await findCut(facts, dataset));
  }
  return cuts;
}

/** Figures of productivity, by the very steps of `measure`: one per value of the dimensions asked for. */
export async function measureUse(
  institution: Institution,
  indicator: CheckedIndicator,
  request: Omit<MeasureRequest, 'by'>,
  by: readonly string[],
): Promise<readonly Figure[]> {
  const { catalogue } = institution.content;
  const plan = planIndicators(
    [indicator],
    { ...request, by },
    { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes },
  );
  const results = await runPlan(institution.facts, plan);
  return evaluatePlan(plan, results, institution.settings);
}
