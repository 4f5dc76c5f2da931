import type { Measurement } from '../../src/kernel/index.ts';
import { type Exact, type ReferenceFigure, toDouble } from '../reference/index.ts';

/** One thing in which the engine and the independent calculator do not agree. */
export interface Difference {
  readonly indicator: string;
  readonly text: string;
}

const RELATIVE = 1e-12;
const plain = (value: Exact | null): number | null => value && toDouble(value);

function isNear(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return a === b || Math.abs(a - b) <= RELATIVE * Math.abs(b);
}

/** Names of the parts that are not the same, each with what the engine says and what was expected. */
function listParts(engine: Measurement, reference: ReferenceFigure): string[] {
  const value = plain(reference.value);
  const inside = reference.inside_standard;
  // Both sides round an exact fraction once. Sums stay below 2^53 microseconds, where different
  // integers have different doubles: equal doubles mean equal fractions.
  const equal: readonly (readonly [string, unknown, unknown])[] = [
    ['value', engine.value, value],
    ['numerator', engine.numerator, value === null ? null : plain(reference.numerator)],
    ['denominator', engine.denominator, value === null ? null : plain(reference.denominator)],
    ['n', engine.n, reference.n],
    ['open.count', engine.open.count, reference.open.count],
    ['open.past_limit', engine.open.past_limit, reference.open.past_limit],
    ['inside_standard.n', engine.inside_standard?.n ?? null, inside?.n ?? null],
    ['inside_standard.share', engine.inside_standard?.share ?? null, inside && inside.inside / inside.n],
    ['excluded', countExcluded(engine), reference.excluded],
    ['verdict', engine.verdict, reference.verdict],
    ['provisional', engine.provisional, reference.provisional],
  ];
  const near: readonly (readonly [string, number | null, number | null])[] = [
    ['p50', engine.p50, plain(reference.p50)],
    ['p90', engine.p90, plain(reference.p90)],
  ];
  return [...equal.filter(([, a, b]) => !Object.is(a, b)), ...near.filter(([, a, b]) => !isNear(a, b))].map(
    ([name, a, b]) => `${name}: engine ${String(a)}, calculator ${String(b)}`,
  );
}

function countExcluded({ warnings }: Measurement): number {
  return warnings
    .filter(({ code }) => code === 'excluded')
    .reduce((sum, { params }) => sum + Number(params['n']), 0);
}

const keyOf = (figure: Pick<Measurement, 'indicator' | 'dimensions'>): string =>
  JSON.stringify([figure.indicator, Object.entries(figure.dimensions)]);

/**
 * Everything in which figures of the engine differ from those of the independent calculator, which
 * leaves out indicators that cannot be split as asked; the engine says so of each, and that is agreed.
 */
export function compareFigures(
  engine: readonly Measurement[],
  reference: readonly ReferenceFigure[],
): readonly Difference[] {
  const expected = new Map(reference.map((figure) => [keyOf(figure), figure]));
  const differences: Difference[] = [];
  for (const figure of engine) {
    const key = keyOf(figure);
    const other = expected.get(key);
    expected.delete(key);
    if (figure.warnings.some(({ code }) => code === 'dimension-unavailable') && !other) continue;
    const parts = other ? listParts(figure, other) : ['the calculator has no such figure'];
    if (parts.length > 0) {
      const dimensions = JSON.stringify(figure.dimensions);
      differences.push({
        indicator: figure.indicator,
        text: `${figure.indicator} ${dimensions}\n  ${parts.join('\n  ')}`,
      });
    }
  }
  for (const { indicator, dimensions } of expected.values()) {
    const text = `${indicator} ${JSON.stringify(dimensions)}\n  the engine has no such figure`;
    differences.push({ indicator, text });
  }
  return differences;
}
