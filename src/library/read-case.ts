import type {
  Actor,
  CaseAction,
  CaseBatch,
  CaseDefinition,
  CaseField,
  CaseState,
  ProcedureNode,
  Role,
} from '../kernel/index.ts';
import { CASE_KINDS, ROLES } from '../kernel/index.ts';
import { checkStates } from './check-states.ts';
import type { Spot } from './fields.ts';
import { checkId, Fields } from './fields.ts';
import { checkTwice, readOwnName } from './name-in-procedure.ts';
import { findNearestName } from './nearest-name.ts';
import type { WrittenCondition } from './read-case-field.ts';
import { checkConditions, readBars, readCaseFields, readPapers } from './read-case-field.ts';
import { readCaseDeadline } from './read-quantity-of-time.ts';
import { countErrors } from './source.ts';

const KNOWN = [
  'kind',
  'dataset',
  'prefix',
  'public',
  'fields',
  'papers',
  'bars',
  'steps',
  'initial',
  'states',
  'actions',
  'deadline',
  'promise',
  'batch',
];

const ACTORS_OF_ACTIONS = [...ROLES, 'batch'] as const satisfies readonly (Role | 'batch')[];

/** Names of the procedure that the parts of its case may use. */
interface Names {
  readonly actors: readonly string[];
  readonly steps: readonly string[];
  readonly states: readonly string[];
}

function readState(key: string, spot: Spot, actors: readonly string[]): CaseState {
  checkId(spot, key);
  const fields = new Fields(spot, ['name', 'status', 'clock', 'waits_for', 'actor', 'final']);
  const clock = fields.choice('clock', ['runs', 'waits', 'stopped']);
  const isClock = fields.find('clock')?.written === clock;
  const actor = fields.find('actor');
  const final = fields.flag('final', false);
  const waits_for = isClock && clock === 'waits' ? fields.local('waits_for') : fields.localIf('waits_for');
  if (isClock && clock !== 'waits') fields.find('waits_for')?.add('waits-without-waiting', { state: key });
  if (isClock && final && clock !== 'stopped') {
    fields.find('clock')?.add('final-state-with-clock', { state: key, clock }, 'stopped');
  }
  return {
    id: key,
    name: fields.local('name'),
    status: fields.text('status'),
    clock,
    waits_for,
    actor: actor && readOwnName(actor, 'actor', actors),
    final,
  };
}

function readDoer(spot: Spot): Role | 'batch' {
  const text = spot.text();
  const found = ACTORS_OF_ACTIONS.find((each) => each === text);
  if (found === undefined && text !== '') {
    const hint = findNearestName(text, ACTORS_OF_ACTIONS);
    spot.add('unknown-choice', { value: text, choices: [...ACTORS_OF_ACTIONS] }, hint);
  }
  return found ?? 'executive';
}

interface ReadAction {
  readonly action: CaseAction;
  readonly fields: ReadonlyMap<string, Spot>;
}

function readAction(key: string, spot: Spot, names: Names, conditions: WrittenCondition[]): ReadAction {
  checkId(spot, key);
  const fields = new Fields(spot, [
    'name',
    'by',
    'from',
    'to',
    'steps',
    'begins',
    'fields',
    'bars',
    'outcome',
    'client_text',
    'not_opener',
  ]);
  const to = fields.find('to');
  const begins = fields.find('begins');
  const asked = readCaseFields(fields.find('fields'), conditions, true);
  const action: CaseAction = {
    id: key,
    name: fields.local('name'),
    by: fields.needList('by').map(readDoer),
    from: fields.needList('from').map((each) => readOwnName(each, 'state', names.states)),
    to: to && readOwnName(to, 'state', names.states),
    steps: fields.list('steps').map((each) => readOwnName(each, 'step', names.steps)),
    begins: begins && readOwnName(begins, 'step', names.steps),
    fields: asked.fields,
    bars: readBars(fields.list('bars'), conditions, true),
    outcome: fields.textIf('outcome'),
    client_text: fields.localIf('client_text'),
    not_opener: fields.flag('not_opener', false),
  };
  return { action, fields: asked.spots };
}

function readBatch(
  spot: Spot | null,
  states: readonly string[],
  actions: readonly CaseAction[],
): CaseBatch | null {
  if (spot === null) return null;
  const fields = new Fields(spot, ['at', 'from', 'action', 'name']);
  const at = fields.text('at');
  if (at !== '' && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(at)) {
    const hint = /^\d:[0-5]\d$/.test(at) ? `0${at}` : undefined;
    fields.find('at')?.add('bad-hour-of-day', { value: at }, hint);
  }
  const ids = actions.map(({ id }) => id);
  const [fromSpot, actionSpot] = [fields.need('from'), fields.need('action')];
  const from = fromSpot ? readOwnName(fromSpot, 'state', states) : '';
  const name = actionSpot ? readOwnName(actionSpot, 'action', ids) : '';
  const action = actions.find(({ id }) => id === name);
  if (action && !action.by.includes('batch')) actionSpot?.add('action-not-of-batch', { action: name });
  else if (action && states.includes(from) && !action.from.includes(from)) {
    actionSpot?.add('action-not-from-state', { action: name, state: from });
  }
  return { at, from, action: name, name: fields.local('name') };
}

/** Fields of the same id in several acts are one field, and so of one type. */
function checkSameTypes(
  all: readonly { readonly field: CaseField; readonly spot: Spot | undefined }[],
): void {
  const types = new Map<string, string>();
  for (const { field, spot } of all) {
    const type = types.get(field.id);
    if (type !== undefined && type !== field.type) spot?.add('field-of-two-types', { field: field.id, type });
    types.set(field.id, type ?? field.type);
  }
}

/** A promise may name the deadline and the fields of the case between braces. */
function checkPromise(spot: Spot | null, fields: readonly CaseField[]): void {
  if (spot === null) return;
  const known = ['due', ...fields.map(({ id }) => id)];
  const { es, en } = spot.local();
  for (const [, name = ''] of `${es} ${en}`.matchAll(/\{([^{}]*)\}/g)) {
    if (known.includes(name)) continue;
    const hint = findNearestName(name, known);
    spot.add('unknown-in-promise', { name, known }, hint && `{${hint}}`);
  }
}

/** Reads how the cases of a procedure are opened and flow, or null for a procedure only documented. */
export function readCase(
  spot: Spot | null,
  actors: readonly Actor[],
  nodes: readonly ProcedureNode[],
): CaseDefinition | null {
  if (spot === null) return null;
  const fields = new Fields(spot, KNOWN);
  const stateSpots = fields.need('states')?.entries() ?? [];
  const names: Names = {
    actors: actors.map(({ id }) => id),
    steps: nodes.flatMap((node) => (node.kind === 'step' ? [node.id] : [])),
    states: stateSpots.map(({ key }) => key),
  };
  const conditions: WrittenCondition[] = [];
  const before = countErrors(spot.source);
  const asked = readCaseFields(fields.find('fields'), conditions, false);
  const papers = readPapers(fields.find('papers'), conditions);
  const barSpots = fields.list('bars');
  const bars = readBars(barSpots, conditions, false);
  const states = stateSpots.map(({ key, value }) => readState(key, value, names.actors));
  const actionSpots = fields.find('actions')?.entries() ?? [];
  const read = actionSpots.map(({ key, value }) => readAction(key, value, names, conditions));
  const actions = read.map(({ action }) => action);
  const initial = fields.need('initial');
  const prefix = fields.text('prefix');
  if (prefix !== '' && !/^[A-Z]{1,4}$/.test(prefix)) {
    const hint = /^[a-z]{1,4}$/.test(prefix) ? prefix.toUpperCase() : undefined;
    fields.find('prefix')?.add('bad-prefix', { value: prefix }, hint);
  }
  checkTwice(bars.map(({ code }, index) => ({ name: code, spot: barSpots[index]! })));
  checkSameTypes([
    ...asked.fields.map((field) => ({ field, spot: asked.spots.get(field.id) })),
    ...read.flatMap(({ action, fields: spots }) =>
      action.fields.map((field) => ({ field, spot: spots.get(field.id) })),
    ),
  ]);
  // A condition over a field that is wrong itself would only tell the same mistake again.
  if (countErrors(spot.source) === before)
    checkConditions(conditions, asked.fields, [
      ...asked.fields,
      ...actions.flatMap((action) => action.fields),
    ]);
  checkPromise(fields.need('promise'), asked.fields);
  const definition: CaseDefinition = {
    kind: fields.choice('kind', CASE_KINDS),
    dataset: fields.choice('dataset', ['requests', 'complaints']),
    prefix,
    fields: asked.fields,
    papers,
    bars,
    steps: fields.list('steps').map((each) => readOwnName(each, 'step', names.steps)),
    initial: initial ? readOwnName(initial, 'state', names.states) : '',
    states,
    actions,
    deadline: readCaseDeadline(fields.need('deadline')),
    promise: fields.find('promise')?.local() ?? { es: '', en: '' },
    batch: readBatch(fields.find('batch'), names.states, actions),
    public: fields.flag('public', false),
  };
  const places = new Map(stateSpots.map(({ key, value }) => [key, value]));
  if (spot.source.problems.every(({ severity }) => severity !== 'error')) checkStates(definition, places);
  return definition;
}
