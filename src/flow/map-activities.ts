import { type Procedure, type ProcedureNode, toSlug } from '../kernel/index.ts';
import { type ActOfCase, listActs } from './list-act-events.ts';

/** A step of a procedure. */
export type Step = Extract<ProcedureNode, { readonly kind: 'step' }>;

/** The step of each activity of a log; null for one that is none, and whether a person said so. */
export interface MappedActivity extends ActOfCase {
  readonly step: string | null;
  /** True where a person left it aside, or it is an act that is no step: it is no deviation either. */
  readonly aside: boolean;
}

const NO_ACT: ActOfCase = { begins: null, resumes: false };

export function listSteps(procedure: Procedure): readonly Step[] {
  return procedure.nodes.filter((node): node is Step => node.kind === 'step');
}

/**
 * Which step of a procedure each activity of a log is: as a person said, else the step whose id, name
 * in either language or other names are the same but for capitals, accents and signs.
 *
 * @param told step by activity; null for an activity that is left aside
 */
export function mapActivities(
  activities: readonly string[],
  procedure: Procedure,
  told: Readonly<Record<string, string | null>> = {},
): readonly MappedActivity[] {
  const steps = listSteps(procedure);
  const ids = new Set(steps.map(({ id }) => id));
  const named = new Map<string, string>();
  for (const { id, name, activities: others } of steps) {
    for (const text of [id, name.es, name.en, ...others])
      if (!named.has(toSlug(text))) named.set(toSlug(text), id);
  }
  const acts = listActs(procedure);
  const said = new Map(Object.entries(told).map(([activity, step]) => [toSlug(activity), step]));
  return activities.map((activity) => {
    const slug = toSlug(activity);
    const told = said.get(slug);
    if (told === null) return { ...NO_ACT, step: null, aside: true };
    if (told !== undefined && ids.has(told)) return { ...NO_ACT, step: told, aside: false };
    const step = named.get(slug) ?? null;
    const act = step === null ? acts.get(slug) : undefined;
    return { ...(act ?? NO_ACT), step, aside: act !== undefined };
  });
}
