import type { CaseBar, CaseField, FieldType, Paper } from '../kernel/index.ts';
import type { ConditionField } from '../language/index.ts';
import { checkCondition } from '../language/index.ts';
import type { Spot } from './fields.ts';
import { checkId, Fields } from './fields.ts';
import { findNearestName } from './nearest-name.ts';

const FIELD_TYPES = [
  'text',
  'long-text',
  'choice',
  'boolean',
  'integer',
  'money',
  'date',
  'staff',
] as const satisfies readonly FieldType[];

const FORMS = ['original', 'copia', 'firmado'] as const;

/** Words of a condition, and what a promise calls the deadline: a field called so could not be named. */
const RESERVED = [
  'and',
  'or',
  'not',
  'in',
  'is',
  'empty',
  'within',
  'where',
  'yes',
  'no',
  'true',
  'false',
  'due',
];

/** Fields that the program itself reads, with the only types and choices it understands. */
const AGREED: Readonly<Record<string, { readonly type: FieldType; readonly choices?: readonly string[] }>> = {
  description: { type: 'long-text' },
  importance: { type: 'choice', choices: ['alta', 'media', 'baja'] },
  about: { type: 'staff' },
  about_settled: { type: 'staff' },
  answer: { type: 'long-text' },
  founded: { type: 'choice', choices: ['si', 'parcial', 'no'] },
  amount: { type: 'money' },
  operation: { type: 'choice', choices: ['nacional', 'exterior'] },
};

/** A condition as written beside its place, to be checked once all fields are known. */
export interface WrittenCondition {
  readonly spot: Spot;
  /** Fields it may name beside those of the case; of an action, its own and those of other actions. */
  readonly late: boolean;
}

function checkFieldId(spot: Spot, id: string): void {
  if (/^[a-z][a-z0-9_]*$/.test(id) && !RESERVED.includes(id)) return;
  const plain = id
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '');
  spot.add('bad-field-id', { value: id }, RESERVED.includes(plain) ? undefined : plain);
}

function readChoices(spot: Spot | null): CaseField['choices'] {
  return (spot?.entries() ?? []).map(({ key, value }) => {
    checkId(value, key);
    const keys = value.written === undefined ? value.keys() : [];
    if (!keys.includes('label') && !keys.includes('group'))
      return { id: key, label: value.local(), group: null };
    const fields = new Fields(value, ['label', 'group']);
    return { id: key, label: fields.local('label'), group: fields.localIf('group') };
  });
}

function checkAgreed(field: CaseField, spot: Spot): void {
  const agreed = Object.hasOwn(AGREED, field.id) ? AGREED[field.id] : undefined;
  if (agreed === undefined) return;
  if (field.type !== agreed.type) {
    spot.add('agreed-field-of-other-type', { field: field.id, type: agreed.type }, agreed.type);
    return;
  }
  const { choices } = agreed;
  const strange = choices && field.choices.find(({ id }) => !choices.includes(id));
  if (choices && strange) {
    const params = { field: field.id, value: strange.id, choices: [...choices] };
    spot.add('agreed-field-of-other-choices', params, findNearestName(strange.id, choices));
  }
}

/** Reads what is asked, one field per key. Conditions found on the way are added to `conditions`. */
export function readCaseFields(
  spot: Spot | null,
  conditions: WrittenCondition[],
  late: boolean,
): { readonly fields: readonly CaseField[]; readonly spots: ReadonlyMap<string, Spot> } {
  const spots = new Map<string, Spot>();
  const read = (spot?.entries() ?? []).map(({ key, value }): CaseField => {
    checkFieldId(value, key);
    spots.set(key, value);
    const known = ['type', 'label', 'hint', 'required', 'when', 'choices', 'many', 'client_sees', 'not_past'];
    const fields = new Fields(value, known);
    const when = fields.find('when');
    if (when) conditions.push({ spot: when, late });
    const field: CaseField = {
      id: key,
      type: fields.choice('type', FIELD_TYPES),
      label: fields.local('label'),
      hint: fields.localIf('hint'),
      required: fields.flag('required', false),
      when: when?.text() ?? null,
      choices: readChoices(fields.find('choices')),
      many: fields.flag('many', false),
      client_sees: fields.flag('client_sees', false),
      ...(fields.flag('not_past', false) && { not_past: true }),
    };
    const isTyped = fields.find('type')?.written === field.type;
    if (isTyped && field.type === 'choice' && field.choices.length === 0) fields.need('choices');
    for (const name of ['choices', 'many'] as const) {
      if (isTyped && field.type !== 'choice') fields.find(name)?.add('only-for-choices', { name });
    }
    if (isTyped) checkAgreed(field, fields.find('type') ?? value);
    return field;
  });
  return { fields: read, spots };
}

/** Reads the papers a client brings, one per key. */
export function readPapers(spot: Spot | null, conditions: WrittenCondition[]): Paper[] {
  return (spot?.entries() ?? []).map(({ key, value }) => {
    checkId(value, key);
    const fields = new Fields(value, ['label', 'when', 'form']);
    const when = fields.find('when');
    if (when) conditions.push({ spot: when, late: false });
    return {
      id: key,
      label: fields.local('label'),
      when: when?.text() ?? null,
      form: fields.choice('form', FORMS),
    };
  });
}

/** Reads the policies that refuse. */
export function readBars(spots: readonly Spot[], conditions: WrittenCondition[], late: boolean): CaseBar[] {
  return spots.map((spot) => {
    const fields = new Fields(spot, ['code', 'when', 'text']);
    const when = fields.need('when');
    if (when) conditions.push({ spot: when, late });
    return { code: fields.id('code'), when: when?.text() ?? '', text: fields.local('text') };
  });
}

/** Tells what is wrong in each condition, at its very character. */
export function checkConditions(
  conditions: readonly WrittenCondition[],
  early: readonly ConditionField[],
  all: readonly ConditionField[],
): void {
  for (const { spot, late } of conditions) {
    const text = spot.written ?? '';
    if (text === '') continue;
    const place = { ...spot.place, path: spot.path };
    spot.source.problems.push(...checkCondition(text, late ? all : early, place));
  }
}
