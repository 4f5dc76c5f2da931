import {
  type Asked,
  askFields,
  type CaseDefinition,
  type CaseField,
  checkFields,
  type FieldMistake,
  type FieldValues,
  findStepOutOfTurn,
  type Language,
  listBars,
  listPapers,
  type LocalText,
  Refusal,
} from '../../kernel/index.ts';
import { holdsCondition } from '../../language/index.ts';
import { sayRefusal } from '../../sentences/index.ts';
import { alike, type Flow } from './definition.ts';
import { findSecret, listTexts, refuseSecrets, type TypedText } from './refuse-secrets.ts';

/** What the server says of answers so far. */
export interface CheckedAnswers {
  readonly asked: readonly string[];
  readonly bars: readonly { readonly code: string; readonly text: LocalText }[];
  readonly wrong: readonly { readonly field: string; readonly text: LocalText }[];
}

/** A form: what it asks and what refuses it. */
type Form = Pick<CaseDefinition, 'fields' | 'bars'>;

const labelIn =
  (fields: readonly CaseField[]) =>
  (id: string): LocalText =>
    fields.find((field) => field.id === id)?.label ?? alike(id);

function sayMistake(fields: readonly CaseField[], { field, code }: FieldMistake): LocalText {
  const { es, en } = labelIn(fields)(field);
  const params = { es, en };
  return { es: sayRefusal(code, params, 'es'), en: sayRefusal(code, params, 'en') };
}

/** Answers so far: what is asked with them, refused and wrong. Nothing is required yet. `known` are answers of before, `today` the local date. */
export function checkAnswers(
  { fields, bars }: Form,
  given: FieldValues,
  today: string,
  known: FieldValues = {},
): CheckedAnswers {
  const asked = askFields(fields, given, holdsCondition, known);
  const mistakes = checkFields(fields, asked, given, false, today);
  const secrets = asked.fields.flatMap(({ id, label }) => {
    const typed = listTexts({ [id]: asked.values[id] ?? null }, () => label);
    const what = typed.map(({ text }) => findSecret(text)).find((each) => each !== null);
    if (what === undefined) return [];
    const say = (language: Language) => sayRefusal('secret-typed', { what, ...label }, language);
    return [{ field: id, text: { es: say('es'), en: say('en') } }];
  });
  return {
    asked: asked.fields.map(({ id }) => id),
    bars: listBars(bars, { ...known, ...asked.values }, holdsCondition).map(({ code, text }) => ({
      code,
      text,
    })),
    wrong: [
      ...mistakes.map((mistake) => ({ field: mistake.field, text: sayMistake(fields, mistake) })),
      ...secrets,
    ],
  };
}

/** Ids of the papers that answers so far need. */
export function listNeededPapers({ definition }: Flow, given: FieldValues): string[] {
  const { values } = askFields(definition.fields, given, holdsCondition);
  return listPapers(definition, values, holdsCondition).map(({ id }) => id);
}

/**
 * The answers of a whole form that count. Refuses `secret-typed`, what is wrong in a field by its own code, and
 * `policy-refuses`, with the policy's words. `more` are texts typed beside the form.
 */
export function readForm(
  form: Form,
  given: FieldValues,
  today: string,
  { known = {}, more = [] }: { readonly known?: FieldValues; readonly more?: readonly TypedText[] } = {},
): Asked {
  const { fields, bars } = form;
  const labelOf = labelIn(fields);
  // All that was typed is looked at, also where it will not be kept.
  refuseSecrets([...more, ...listTexts(given, labelOf)]);
  const asked = askFields(fields, given, holdsCondition, known);
  const [bar] = listBars(bars, { ...known, ...asked.values }, holdsCondition);
  if (bar !== undefined)
    throw new Refusal('policy-refuses', { policy: bar.code, es: bar.text.es, en: bar.text.en });
  const [mistake] = checkFields(fields, asked, given, true, today);
  if (mistake !== undefined) {
    const { es, en } = labelOf(mistake.field);
    throw new Refusal(mistake.code, { field: mistake.field, es, en });
  }
  return asked;
}

/** The papers that count of those received; refuses `paper-missing`. */
export function readPapers({ definition }: Flow, values: FieldValues, received: readonly string[]): string[] {
  const needed = listPapers(definition, values, holdsCondition);
  const missing = needed.filter(({ id }) => !received.includes(id));
  if (missing.length > 0)
    throw new Refusal('paper-missing', {
      es: missing.map(({ label }) => label.es),
      en: missing.map(({ label }) => label.en),
    });
  return needed.map(({ id }) => id);
}

/** Refuses steps that were not confirmed one after another: `step-missing`. */
export function refuseStepsOutOfTurn({ procedure, definition }: Flow, confirmed: readonly string[]): void {
  const id = findStepOutOfTurn(definition.steps, confirmed);
  if (id === null) return;
  const node = procedure.nodes.find((each) => each.id === id);
  throw new Refusal('step-missing', { step: id, es: node?.name.es ?? id, en: node?.name.en ?? id });
}
