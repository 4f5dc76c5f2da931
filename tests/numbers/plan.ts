import { type Cut, type Plan, type PlanContext, planIndicators } from '../../src/engine/index.ts';
import { findCut, toCut } from '../../src/facts/index.ts';
import { parseInstant, parsePeriod } from '../../src/kernel/index.ts';
import type { CheckedIndicator } from '../../src/language/index.ts';
import type { Institution } from '../../src/usecases/index.ts';

export interface PlanInput {
  readonly indicators: readonly CheckedIndicator[];
  readonly period: string;
  readonly by: readonly string[];
  readonly as_of?: string | null;
}

/** What plans of an institution are made in. */
export function toContext(institution: Institution): PlanContext {
  const { catalogue } = institution.content;
  return { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes };
}

/** The cut of every imported data set that an indicator reads: the one given, else its latest instant. */
async function findCuts(institution: Institution, input: PlanInput): Promise<Map<string, Cut>> {
  const { facts, content } = institution;
  const cuts = new Map<string, Cut>();
  const given = input.as_of ? parseInstant(input.as_of, content.catalogue.settings.default_zone) : undefined;
  for (const dataset of content.catalogue.datasets.values()) {
    if (dataset.derived) continue;
    if (given !== undefined) cuts.set(dataset.id, await toCut(facts, given, true));
    else if (dataset.closes !== null) cuts.set(dataset.id, await findCut(facts, dataset));
  }
  return cuts;
}

/** The plan of these indicators as `measure` makes it, to be shown and compared. */
export async function planOf(institution: Institution, input: PlanInput): Promise<Plan> {
  const period = parsePeriod(input.period);
  if (!period) throw new Error(`no period: ${input.period}`);
  const cuts = await findCuts(institution, input);
  return planIndicators(
    input.indicators,
    { from: period.from, to: period.to, by: input.by, cuts },
    toContext(institution),
  );
}

/** The statements of one indicator, for a test to print when its figure is not the one expected. */
export async function sqlOf(
  institution: Institution,
  indicator: string,
  input: Omit<PlanInput, 'indicators'>,
): Promise<string> {
  const checked = institution.content.indicators.get(indicator);
  if (!checked) throw new Error(`no indicator: ${indicator}`);
  const plan = await planOf(institution, { ...input, indicators: [checked] });
  return plan.datasets.map(({ sql }) => sql).join(';\n\n');
}
