import type { DeadlineRule, Procedure } from '../kernel/index.ts';
import { CASE_KINDS } from '../kernel/index.ts';
import type { ConditionField } from '../language/index.ts';
import { checkCondition } from '../language/index.ts';
import type { Problem } from '../kernel/index.ts';
import type { Entry, Reading } from './entry.ts';
import { toRoot } from './entry.ts';
import type { Spot } from './fields.ts';
import { checkId, Fields } from './fields.ts';
import { findNearestName } from './nearest-name.ts';
import { readRuleLimit } from './read-quantity-of-time.ts';
import type { Shelf } from './shelf.ts';
import { countErrors } from './source.ts';

/** Kinds of institution that a rule may bind. */
const INSTITUTIONS = ['banco', 'cooperativa', 'microfinanciera'] as const;

const KNOWN = [
  'name',
  'kinds',
  'country',
  'regulator',
  'institutions',
  'when',
  'from',
  'until',
  'limit',
  'pauses',
  'source',
  'confirmed',
  'confirmed_by',
  'replaces',
];

function readOneOf<T extends string>(spot: Spot, choices: readonly T[]): T {
  const text = spot.text();
  const found = choices.find((choice) => choice === text);
  if (found === undefined && text !== '') {
    spot.add('unknown-choice', { value: text, choices: [...choices] }, findNearestName(text, choices));
  }
  return found ?? (choices[0] as T);
}

function readCountry(fields: Fields): string {
  const spot = fields.need('country');
  const text = spot?.text() ?? '';
  if (spot && text !== '' && !/^[A-Z]{2}$/.test(text)) {
    spot.add('bad-country', { value: text }, /^[a-z]{2}$/.test(text) ? text.toUpperCase() : undefined);
  }
  return text;
}

function readRule(id: string, fields: Fields, pack: string): DeadlineRule {
  const from = fields.date('from');
  const until = fields.find('until')?.date() ?? null;
  if (until !== null && until < from) fields.find('until')?.add('ends-before-it-begins', { from, until });
  return {
    id,
    pack,
    name: fields.local('name'),
    kinds: fields.needList('kinds').map((spot) => readOneOf(spot, CASE_KINDS)),
    country: readCountry(fields),
    regulator: fields.text('regulator'),
    institutions: fields.list('institutions').map((spot) => readOneOf(spot, INSTITUTIONS)),
    when: fields.textIf('when'),
    from,
    until,
    ...readRuleLimit(fields.need('limit')),
    pauses: fields.flag('pauses', false),
    source: fields.local('source'),
    confirmed: fields.find('confirmed')?.date() ?? null,
    confirmed_by: fields.textIf('confirmed_by'),
  };
}

/** Reads a file of deadline rules, each an entry of its own: a bad one spares the others. */
export function readDeadlines(reading: Reading): Entry<DeadlineRule>[] {
  const { source } = reading;
  const root = new Fields(toRoot(source), ['deadlines', 'note']);
  return (root.need('deadlines')?.entries() ?? []).map(({ key, keyPlace, value }) => {
    const before = countErrors(source);
    checkId(value, key);
    const fields = new Fields(value, KNOWN);
    const rule = readRule(key, fields, reading.pack);
    const replaces = fields.flag('replaces', false);
    const usable = countErrors(source) === before;
    return { id: key, value: usable ? rule : null, replaces, place: keyPlace, places: source.places };
  });
}

/**
 * The condition of each rule over the fields of the procedures of its kinds. A field that none of
 * them has is a warning, since a later procedure may have it; any other mistake leaves the rule out.
 */
export function checkDeadlines(
  rules: Shelf<DeadlineRule>,
  procedures: Iterable<Procedure>,
  problems: Problem[],
): void {
  const all = [...procedures];
  for (const [id, rule] of rules.items) {
    if (rule.when === null) continue;
    const path = `deadlines.${id}.when`;
    const place = { ...rules.fieldPlace(id, path), path };
    const fields: ConditionField[] = all.flatMap((procedure) => {
      const definition = procedure.case;
      return definition && rule.kinds.includes(definition.kind) ? definition.fields : [];
    });
    const found = checkCondition(rule.when, joinFields(fields), place);
    const isUnknown = ({ code }: Problem): boolean => code === 'unknown-case-field';
    problems.push(
      ...found
        .filter((problem) => !isUnknown(problem) || fields.length > 0)
        .map((problem): Problem => (isUnknown(problem) ? { ...problem, severity: 'warning' } : problem)),
    );
    if (!found.every(isUnknown)) rules.drop(id);
  }
}

/** One field of each id, with the choices of all that share it. */
function joinFields(fields: readonly ConditionField[]): ConditionField[] {
  const joined = new Map<string, ConditionField>();
  for (const field of fields) {
    const { id } = field;
    const other = joined.get(id);
    joined.set(id, other ? { ...other, choices: [...other.choices, ...field.choices] } : field);
  }
  return [...joined.values()];
}
