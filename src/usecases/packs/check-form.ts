import {
  type FormAmount,
  type FormCondition,
  type FormStandard,
  findUnit,
  isDate,
  type LocalText,
  multiply,
  parseDecimal,
  type Problem,
  rational,
  type SheetForm,
  toProblem,
} from '../../kernel/index.ts';
import { type Catalogue, conditionsOf, printDecimal, toPlainNumber } from '../../library/index.ts';

/** Something wrong in a form, at the field where a person can mend it. */
export interface FormProblem {
  /** Path of the field: `name`, `calculation.test.0`, `standards.1.limit`. */
  readonly field: string;
  readonly problem: Problem;
  /** What was probably meant, ready to be put in the field; null when nothing is near. */
  readonly fix: FormAmount | null;
}

/** The ten requirements of an indicator, each with the fields of the form that fulfil it. */
export const REQUIREMENTS = {
  name: ['name'],
  objective: ['objective'],
  target: ['standards'],
  responsible: ['responsible'],
  aspect: ['aspect', 'process'],
  frequency: ['frequency'],
  source: ['source', 'supplier', 'dataset'],
  compliance: ['calculation', 'interpretation'],
  evolution: ['date'],
  users: ['users'],
} as const;
export type Requirement = keyof typeof REQUIREMENTS;

function isBlank({ es, en }: LocalText): boolean {
  return es.trim() === '' && en.trim() === '';
}

/** Fields of a form in which something is still to be written, in the order of the form. */
export function findMissing(form: SheetForm, catalogue: Catalogue): readonly string[] {
  const missing: string[] = [];
  const need = (field: string, isThere: boolean): void => {
    if (!isThere) missing.push(field);
  };
  for (const field of ['name', 'objective', 'aspect', 'source', 'supplier', 'responsible', 'users'] as const)
    need(field, !isBlank(form[field]));
  need('process', form.process !== '');
  need('dataset', form.dataset !== '');
  const dataset = catalogue.datasets.get(form.dataset);
  need('date', form.date !== '' || dataset === undefined || dataset.date !== null);
  for (const [field, conditions] of listConditions(form)) {
    for (const [index, condition] of conditions.entries()) need(`${field}.${index}`, isWhole(condition));
  }
  needCalculation(form, need);
  need('standards', form.standards.length > 0);
  for (const [index, standard] of form.standards.entries()) needStandard(form, standard, index, need);
  for (const [index, { where, text }] of form.except.entries()) {
    need(`except.${index}`, where.length > 0);
    need(`except.${index}.text`, !isBlank(text));
  }
  for (const [index, { text }] of form.variables.entries()) need(`variables.${index}`, !isBlank(text));
  need('variables', form.variables.length > 0);
  need('interpretation.met', !isBlank(form.interpretation.met));
  need('interpretation.not_met', !isBlank(form.interpretation.not_met));
  return [...new Set(missing)];
}

/** Which of the ten requirements a form fulfils. */
export function checkRequirements(
  missing: readonly string[],
): readonly { readonly id: Requirement; readonly met: boolean; readonly field: string }[] {
  return (Object.keys(REQUIREMENTS) as Requirement[]).map((id) => {
    const fields: readonly string[] = REQUIREMENTS[id];
    const lacking = missing.find((path) => fields.some((field) => path.split('.')[0] === field));
    return { id, met: lacking === undefined, field: lacking ?? fields[0]! };
  });
}

/** Every list of conditions of a form with the field it stands in. */
export function listConditions(form: SheetForm): readonly (readonly [string, readonly FormCondition[]])[] {
  const { calculation } = form;
  const names = calculation.kind === 'razon' ? ['above.where', 'below.where'] : ['test'];
  return [
    ['scope', form.scope],
    ['where', form.where],
    ...conditionsOf(calculation).map((list, index) => [`calculation.${names[index]}`, list] as const),
    ...form.except.map(({ where }, index) => [`except.${index}.where`, where] as const),
    ...form.standards.map(({ where }, index) => [`standards.${index}.where`, where] as const),
  ];
}

/** Whether a condition says everything its test needs. */
function isWhole({ column, test, values }: FormCondition): boolean {
  if (column === '') return false;
  return test === 'empty' || test === 'known' || (values.length > 0 && values.every((value) => value !== ''));
}

type Need = (field: string, isThere: boolean) => void;

function needCalculation({ calculation }: SheetForm, need: Need): void {
  switch (calculation.kind) {
    case 'plazo': {
      const { measure } = calculation;
      if (measure.by === 'column') return need('calculation.measure', measure.column !== '');
      need('calculation.measure.from', measure.from !== '');
      return need('calculation.measure.to', measure.to !== '');
    }
    case 'efectividad':
      return need('calculation.test', calculation.test.length > 0);
    case 'productividad':
      return need('calculation.minutes', calculation.minutes !== '');
    case 'volumen':
      return need('calculation.column', calculation.what === 'count' || !!calculation.column);
    case 'razon':
      for (const side of ['above', 'below'] as const) {
        need(`calculation.${side}`, calculation[side].dataset !== '' && calculation[side].column !== '');
      }
      return;
    default:
      return calculation satisfies never;
  }
}

function needStandard(form: SheetForm, standard: FormStandard, index: number, need: Need): void {
  const { direction, floor, ceiling, limit } = standard;
  const { calculation } = form;
  const at = (field: string): string => `standards.${index}.${field}`;
  const isThere = (amount: FormAmount | null): boolean => amount !== null && amount.number.trim() !== '';
  need(at('from'), isDate(standard.from));
  if (direction !== 'at-most') need(at('floor'), isThere(floor));
  if (direction !== 'at-least') need(at('ceiling'), isThere(ceiling));
  const isLimited =
    calculation.kind === 'plazo' && (calculation.summary === 'index' || calculation.summary === 'inside');
  if (isLimited) need(at('limit'), limit !== null);
  if (limit?.by === 'fixed') need(at('limit'), isThere(limit.amount));
  else if (limit) need(at('limit'), limit.column !== '');
}

/** Hours of attention of a working day by the institution's own calendar; null where days differ. */
export function hoursOfDay({ calendars, settings }: Catalogue): string | null {
  const version = calendars.get(settings.default_calendar ?? '')?.versions.at(-1);
  const minutes = Object.values(version?.week ?? {})
    .map((day) => day.reduce((sum, { from_min, to_min }) => sum + to_min - from_min, 0))
    .filter((sum) => sum > 0);
  const [first] = minutes;
  if (first === undefined || new Set(minutes).size > 1) return null;
  const hours = rational(BigInt(first), 60n);
  // Six hours and forty minutes are no decimal: whoever has such days writes working minutes.
  return 10_000n % hours.den === 0n ? printDecimal(hours) : null;
}

/** The working unit that goes with one of the clock, and back. */
const OTHER_CLOCK: Readonly<Record<string, string>> = {
  h: 'working_h',
  min: 'working_min',
  working_h: 'h',
  working_min: 'min',
};

function times(number: string, factor: string): string | null {
  const [a, b] = [parseDecimal(number), parseDecimal(factor)];
  if (!a || !b) return null;
  return printDecimal(multiply(a, b));
}

/** Limits by another clock than what is measured: 48 h is not two working days. */
export function checkLimits(form: SheetForm, catalogue: Catalogue): readonly FormProblem[] {
  const { calculation } = form;
  if (calculation.kind !== 'plazo') return [];
  const { measure } = calculation;
  const working = measure.by === 'dates' && measure.clock === 'working';
  const day = hoursOfDay(catalogue);
  return form.standards.flatMap(({ limit }, index): FormProblem[] => {
    if (limit?.by !== 'fixed') return [];
    const number = toPlainNumber(limit.amount.number);
    const { unit } = limit.amount;
    const field = `standards.${index}.limit`;
    const dimension = findUnit(unit)?.dimension;
    const hours = day === null ? null : times(number, day);
    if (dimension === 'working-day' || (dimension === 'time' && unit === 'day' && working)) {
      const params = { number, day: day ?? '', hours: hours ?? '', working: working ? 'yes' : 'no' };
      const problem = toProblem('form-limit-working-days', { path: field }, params);
      return [{ field, problem, fix: hours === null ? null : { number: hours, unit: 'working_h' } }];
    }
    const isOther = working ? dimension === 'time' : dimension === 'working-time';
    if (!isOther) return [];
    const params = { number, unit, working: working ? 'yes' : 'no' };
    const other = OTHER_CLOCK[unit];
    return [
      {
        field,
        problem: toProblem('form-limit-other-clock', { path: field }, params),
        fix: other === undefined ? null : { number, unit: other },
      },
    ];
  });
}
