import type { Language, Sheet, StandardApplied } from '../kernel/index.ts';
import type { Figure } from './read-measurement.ts';
import { type SentenceContext, writeSentence } from './write-sentence.ts';

// Figures and sheets for the tests of this room: only what a sentence depends on is given.

const text = (t: string) => ({ es: t, en: t });

export function makeSheet(part: Partial<Sheet> = {}): Sheet {
  return {
    id: 'x',
    pack: 'p',
    code: null,
    version: 1,
    name: text('x'),
    objective: text('x'),
    aspect: text('x'),
    process: 'x',
    class: 'operativo',
    type: 'eficiencia',
    frequency: 'mensual',
    source: text('x'),
    supplier: text('x'),
    responsible: text('x'),
    users: text('x'),
    variables: [],
    population: { id: 'x', dataset: 'requests', scope: null, where: null, name: text('x') },
    date: null,
    measure: null,
    measure_unit: null,
    formula: 'sum(quantity where delivered = yes) / sum(quantity)',
    except: [],
    standards: [],
    references: [],
    causes: [],
    interpretation: { met: text('x'), not_met: text('x'), excess: null },
    places: new Map(),
    ...part,
  };
}

export const STANDARD: StandardApplied = {
  floor: null,
  ceiling: null,
  tolerance: null,
  historical_error: null,
  limit: null,
  limit_unit: null,
  from: '2011-01-01',
};

export function makeFigure(part: Partial<Figure> = {}): Figure {
  return {
    indicator: 'x',
    dimensions: {},
    value: null,
    unit: 'ratio',
    numerator: null,
    denominator: null,
    n: 100,
    measure_unit: null,
    p50: null,
    p90: null,
    inside_standard: null,
    open: { count: 0, past_limit: 0 },
    standard: STANDARD,
    verdict: 'no-data',
    provisional: false,
    warnings: [],
    ...part,
  };
}

export const say = (
  figure: Figure,
  sheet: Sheet,
  language: Language = 'es',
  part: Partial<SentenceContext> = {},
) => writeSentence(figure, sheet, { period: '2011-06', language, small_sample: 30, ...part });

export const DEADLINE = makeSheet({
  measure: 'elapsed(opened_at, closed_at)',
  measure_unit: 'h',
  formula: 'sum(measure) / sum(limit)',
  type: 'eficacia',
});
export const deadline = (value: number, limit: number, unit: string, part: Partial<Figure> = {}): Figure =>
  makeFigure({
    value,
    measure_unit: unit,
    verdict: value <= 1 ? 'met' : 'not-met',
    standard: { ...STANDARD, ceiling: 1, limit, limit_unit: unit },
    ...part,
  });

export const CAPACITY = makeSheet({
  measure_unit: 'min',
  formula: 'sum(first_known(handling_min, standard_minutes)) / sum(capacity.minutes)',
});
export const load = (worked: number, capacity: number, part: Partial<Figure> = {}): Figure =>
  makeFigure({
    value: worked / capacity,
    numerator: worked,
    denominator: capacity,
    measure_unit: 'min',
    verdict: worked > capacity ? 'met-with-alert' : worked / capacity >= 0.9 ? 'met' : 'not-met',
    standard: { ...STANDARD, floor: 0.9, ceiling: 1 },
    ...part,
  });

export const SHARE = makeSheet({ type: 'efectividad' });
export const share = (value: number, floor: number, part: Partial<StandardApplied> = {}): Figure =>
  makeFigure({
    value,
    verdict: value >= floor ? 'met' : 'not-met',
    standard: { ...STANDARD, floor, ...part },
  });
