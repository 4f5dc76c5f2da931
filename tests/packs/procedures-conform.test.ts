import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkConformance,
  listActEvents,
  listRegistered,
  mapActivities,
  toEventLog,
} from '../../src/flow/index.ts';
import type { CaseAction, CaseDefinition, EventTable, Procedure } from '../../src/kernel/index.ts';
import { loadCatalogue } from '../../src/library/index.ts';

const { catalogue } = await loadCatalogue([path.resolve(import.meta.dirname, '../../packs')]);

/** What was done to one case, as the names of its acts and the activities they leave. */
interface Walk {
  readonly state: string;
  readonly acts: readonly CaseAction[];
  readonly activities: readonly string[];
}

/** Acts of one walk: enough to be returned twice and taken up again twice. */
const MOST_ACTS = 14;
const MOST_TIMES = 2;

/** The events that the acts of a walk leave, as they are told in the log of the cases worked here. */
function tell(procedure: Procedure, from: string | null, to: string, action: CaseAction | null): string[] {
  const ids = action ? action.steps : (procedure.case?.steps ?? []);
  const steps = ids.map((id) => ({ id, at: '' }));
  const act = { action: action?.id ?? null, from_state: from, to_state: to, steps };
  return listActEvents(procedure, act).map(({ activity }) => activity);
}

/** Every way in which the acts of a procedure let a case go, each act twice at most; those that leave the same are one. */
function listWalks(procedure: Procedure, definition: CaseDefinition): readonly Walk[] {
  const state = definition.initial;
  let last: Walk[] = [{ state, acts: [], activities: tell(procedure, null, state, null) }];
  const found = [...last];
  const known = new Set<string>();
  for (let turn = 0; turn < MOST_ACTS && last.length > 0; turn++) {
    last = last.flatMap((walk) =>
      definition.actions.flatMap((action) => {
        if (!action.from.includes(walk.state)) return [];
        if (walk.acts.filter((act) => act === action).length === MOST_TIMES) return [];
        const to = action.to ?? walk.state;
        const activities = [...walk.activities, ...tell(procedure, walk.state, to, action)];
        const key = `${to} ${activities.join('|')}`;
        if (known.has(key)) return [];
        known.add(key);
        return [{ state: to, acts: [...walk.acts, action], activities }];
      }),
    );
    found.push(...last);
  }
  return found;
}

function toTable(walks: readonly Walk[]): EventTable {
  const rows = walks.flatMap(({ activities }, of) => activities.map((activity) => ({ of, activity })));
  const names = [...new Set(rows.map(({ activity }) => activity))];
  return {
    cases: walks.map((_, of) => String(of)),
    activities: names,
    resources: [],
    lifecycles: [],
    case_of: Int32Array.from(rows, ({ of }) => of),
    activity_of: Int32Array.from(rows, ({ activity }) => names.indexOf(activity)),
    resource_of: new Int32Array(rows.length).fill(-1),
    lifecycle_of: new Int32Array(rows.length).fill(-1),
    time_us: Float64Array.from(rows, (_, event) => event * 60_000_000),
  };
}

describe('a case worked by its acts', () => {
  it.each(
    [...catalogue.procedures.values()].flatMap((each) => (each.case ? [{ ...each, case: each.case }] : [])),
  )('$id never departs from the procedure, however it goes', (procedure) => {
    const walks = listWalks(procedure, procedure.case);
    expect(walks.length).toBeGreaterThan(3);
    const log = toEventLog(toTable(walks));
    const activities = mapActivities(log.activities, procedure);
    const { deviations } = checkConformance(log, procedure, activities, listRegistered(procedure));
    const told = deviations
      .filter(({ kind }) => kind !== 'not-reached')
      .map(({ kind, of, example }) => [kind, of, walks[example]?.acts.map(({ id }) => id).join(' > ')]);
    expect(told).toEqual([]);
    // What came to a good end by its document did all of it.
    const ends = walks.filter(
      ({ state, acts }) => state !== 'anulado' && acts.length > 0 && isOver(procedure, state),
    );
    const over = toEventLog(toTable(ends));
    const whole = checkConformance(
      over,
      procedure,
      mapActivities(over.activities, procedure),
      listRegistered(procedure),
    );
    expect([whole.conform, whole.unfinished]).toEqual([ends.length, 0]);
  });
});

function isOver({ case: definition }: Procedure, state: string): boolean {
  return definition?.states.find(({ id }) => id === state)?.final ?? false;
}
