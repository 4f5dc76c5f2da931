import {
  type Language,
  multiply,
  parseQuantity,
  type Rational,
  rational,
  type Scope,
  type Sheet,
  toNumber,
} from '../../kernel/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import type { WorkshopQuestion } from '../../ledger/index.ts';
import { askWorkshop, printPercent, printQuantity } from '../../sentences/index.ts';
import { getReached } from '../reach-indicators.ts';
import type { Place } from './reach-workshop.ts';

const MOST = 5;
/** The right answer among those that are near it; a share beyond the whole is offered to nobody. */
const TIMES = {
  twice: rational(2n),
  half: rational(1n, 2n),
  nine: rational(9n, 10n),
  eight: rational(4n, 5n),
};

interface Subject {
  readonly sheet: Sheet;
  readonly indicator: CheckedIndicator;
}

/** The choices with the right one at a place that depends on the question alone. */
function toQuestion(text: string, right: string, wrong: readonly string[]): WorkshopQuestion | null {
  const others = [...new Set(wrong)].filter((each) => each !== right).slice(0, 3);
  if (others.length < 2) return null;
  const at = [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % (others.length + 1);
  return { text, choices: others.toSpliced(at, 0, right), right: at };
}

/** How much is promised: the limit of a case, else the bound of the whole. */
function askStandard({ sheet, indicator }: Subject, language: Language): WorkshopQuestion | null {
  const standard = sheet.standards.at(-1);
  if (standard === undefined) return null;
  const ask = askWorkshop(language);
  const name = sheet.name[language];
  const limit = standard.limit === null ? undefined : parseQuantity(standard.limit);
  if (limit) {
    const { value, unit } = limit;
    const say = (amount: Rational) => printQuantity(toNumber(amount), unit.name, language);
    const wrong = [TIMES.twice, TIMES.half, rational(3n)].map((times) => say(multiply(value, times)));
    return toQuestion(ask.limit(name), say(value), wrong);
  }
  const bound = standard.floor ?? standard.ceiling;
  if (bound === null) return null;
  const written = standard.floor === null ? standard.ceiling_unit : standard.floor_unit;
  const unit = written === '%' ? 'ratio' : (written ?? indicator.unit);
  const share = unit === 'ratio';
  const say = (amount: Rational) =>
    share ? printPercent(toNumber(amount), language) : printQuantity(toNumber(amount), unit, language);
  const times = share ? [TIMES.nine, TIMES.eight, TIMES.half] : [TIMES.twice, TIMES.half, rational(3n)];
  const text = standard.floor === null ? ask.ceiling(name) : ask.floor(name);
  return toQuestion(
    text,
    say(bound),
    times.map((each) => say(multiply(bound, each))),
  );
}

/** What keeps a known cause from coming back, among what keeps others. */
function askCause(
  { sheet }: Subject,
  others: readonly Subject[],
  language: Language,
): WorkshopQuestion | null {
  const known = (each: Sheet) =>
    each.causes.flatMap(({ name, preventive }) =>
      preventive === null ? [] : [{ name: name[language], answer: preventive[language] }],
    );
  const [cause, ...rest] = known(sheet);
  if (cause === undefined) return null;
  const wrong = [...rest, ...others.flatMap((each) => known(each.sheet))].map(({ answer }) => answer);
  return toQuestion(askWorkshop(language).cause(sheet.name[language], cause.name), cause.answer, wrong);
}

/** Which way is better. */
function askDirection({ sheet }: Subject, language: Language): WorkshopQuestion | null {
  const direction = sheet.standards.at(-1)?.direction;
  if (direction === undefined) return null;
  const ask = askWorkshop(language);
  const { 'at-most': less, 'at-least': more, between } = ask.directions;
  const all = [less, more, between];
  return toQuestion(ask.direction(sheet.name[language]), ask.directions[direction], all);
}

/**
 * Questions for the test of a workshop, from the sheets of its indicators: what is promised, which way is
 * better, what keeps known causes away. Five at most; fewer where the sheets say little. Whoever plans the
 * workshop may change them. Refuses `out-of-scope`.
 */
export function proposeQuestions(
  place: Place,
  scope: Scope,
  ids: readonly string[],
  language: Language,
): readonly WorkshopQuestion[] {
  const toSubject = (indicator: CheckedIndicator): Subject[] => {
    const sheet = place.content.catalogue.sheets.get(indicator.id);
    return sheet === undefined ? [] : [{ sheet, indicator }];
  };
  const subjects = ids.flatMap((id) => toSubject(getReached(place.content, id, scope)));
  const others = [...place.content.indicators.values()].flatMap(toSubject);
  const besides = (subject: Subject) => others.filter(({ sheet }) => sheet.id !== subject.sheet.id);
  const found = [
    ...subjects.map((subject) => askStandard(subject, language)),
    ...subjects.map((subject) => askCause(subject, besides(subject), language)),
    ...subjects.map((subject) => askDirection(subject, language)),
  ];
  return found.filter((question) => question !== null).slice(0, MOST);
}
