import type { CaseDefinition } from '../kernel/index.ts';
import type { Spot } from './fields.ts';

/** States reached from some others by the acts, those included. */
function reach(
  from: readonly string[],
  arrows: readonly { readonly from: string; readonly to: string }[],
): Set<string> {
  const reached = new Set(from);
  for (let grew = true; grew; ) {
    grew = false;
    for (const arrow of arrows) {
      if (!reached.has(arrow.from) || reached.has(arrow.to)) continue;
      reached.add(arrow.to);
      grew = true;
    }
  }
  return reached;
}

/** Every state can be come to, and from every state a case can be brought to an end. */
export function checkStates(definition: CaseDefinition, spots: ReadonlyMap<string, Spot>): void {
  const { states, actions, initial } = definition;
  const ends = states.filter(({ final }) => final).map(({ id }) => id);
  if (ends.length === 0) {
    spots.get(initial)?.add('case-without-end', {});
    return;
  }
  const arrows = actions.flatMap(({ from, to }) =>
    to === null ? [] : from.map((each) => ({ from: each, to })),
  );
  const forward = reach([initial], arrows);
  const back = reach(
    ends,
    arrows.map(({ from, to }) => ({ from: to, to: from })),
  );
  for (const { id } of states) {
    if (!forward.has(id)) spots.get(id)?.add('state-not-reached', { state: id });
    if (!back.has(id)) spots.get(id)?.add('state-without-way-out', { state: id });
  }
}
