import { type CaseAction, type CaseDefinition, type Procedure, toSlug } from '../kernel/index.ts';

/** What was done to a case worked here. */
interface Act {
  /** Action of the procedure; null for what is none, as opening it. */
  readonly action: string | null;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly steps: readonly { readonly id: string; readonly at: string }[];
}

/** An event of a log: what was done, and when where that is not the moment of the act. */
interface ActEvent {
  readonly activity: string;
  readonly at: string | null;
}

/** Whether going from one state to another takes up again a case that was answered or over. */
function isTakenUp({ states }: CaseDefinition, from: string | null, to: string | null): boolean {
  const [left, entered] = [from, to].map((id) => states.find((each) => each.id === id));
  if (!left || !entered || left === entered) return false;
  return left.final || (left.clock === 'stopped' && entered.clock !== 'stopped');
}

/**
 * The events that an act leaves in the log of its procedure: that the case was taken up again or that
 * a step began, by the name of the act, and each step completed, by the name of the step.
 */
export function listActEvents(
  procedure: Procedure,
  { action, from_state, to_state, steps }: Act,
): ActEvent[] {
  const names = new Map(procedure.nodes.map(({ id, name }) => [id, name.es]));
  const done = steps.map(({ id, at }) => ({ activity: names.get(id) ?? id, at: at || null }));
  const definition = procedure.case;
  const found = definition?.actions.find(({ id }) => id === action);
  if (!definition || !found) return done;
  const isTold = found.begins !== null || isTakenUp(definition, from_state, to_state);
  return isTold ? [{ activity: found.name.es, at: null }, ...done] : done;
}

/** What an activity that is an act, and no step, does to the step or to the case. */
export interface ActOfCase {
  /** Step that it begins; null for none. */
  readonly begins: string | null;
  /** Whether the case is taken up again. */
  readonly resumes: boolean;
}

/** The acts of a procedure that leave an event of their own, by the slugs of their names. */
export function listActs({ case: definition }: Procedure): ReadonlyMap<string, ActOfCase> {
  const acts = new Map<string, ActOfCase>();
  if (!definition) return acts;
  const takesUp = ({ from, to }: CaseAction) => from.some((id) => isTakenUp(definition, id, to));
  for (const action of definition.actions) {
    const act = { begins: action.begins, resumes: takesUp(action) };
    if (act.begins === null && !act.resumes) continue;
    for (const name of [action.name.es, action.name.en]) acts.set(toSlug(name), act);
  }
  return acts;
}

/** Steps that working a case registers, so that one without them has not done them. */
export function listRegistered({ case: definition }: Procedure): ReadonlySet<string> {
  if (!definition) return new Set();
  return new Set([...definition.steps, ...definition.actions.flatMap(({ steps }) => steps)]);
}
