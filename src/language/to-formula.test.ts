import { describe, expect, it } from 'vitest';
import { checkSheet } from './check-sheet.ts';
import { makeSheet, makeStandard, VOCABULARY } from './language.fixture.ts';
import { type FormulaNode, toFormula } from './to-formula.ts';

/** A formula in one line, to be compared by eye. */
function say(node: FormulaNode): string {
  switch (node.kind) {
    case 'text':
    case 'operator':
      return node.text;
    case 'amount':
      return `${node.value} ${node.unit}`;
    case 'row':
      return node.parts.map(say).join(' ');
    case 'fence':
      return `(${say(node.inner)})`;
    case 'fraction':
      return `${say(node.above)} / ${say(node.below)}`;
    case 'sum':
      return `Σ ${say(node.of)}`;
    case 'sub':
      return `${say(node.base)}[${say(node.below)}]`;
    case 'call':
      return `${node.name}(${node.args.map(say).join('; ')})`;
    default:
      return node satisfies never;
  }
}

function draw(more: Parameters<typeof makeSheet>[0], language: 'es' | 'en' = 'es'): string {
  const sheet = makeSheet(more);
  const { indicator, problems } = checkSheet(sheet, VOCABULARY);
  if (!indicator) throw new Error(JSON.stringify(problems));
  return say(toFormula(indicator, VOCABULARY, { es: 'Requerimientos', en: 'Requests' }, language));
}

describe('toFormula', () => {
  it('draws a term against its limit in the labels of the columns', () => {
    const term = {
      measure: 'elapsed(opened_at, closed_at)',
      measure_unit: 'h',
      formula: 'sum(measure) / sum(limit)',
      standards: [makeStandard({ limit: '48 h' })],
    };
    expect(draw(term)).toBe('Σ (Cierre − Ingreso) / Σ límite');
    expect(draw(term, 'en')).toBe('Σ (Closed − Opened) / Σ limit');
  });

  it('names the facts it counts, with their condition at the foot', () => {
    expect(
      draw({ measure: null, measure_unit: null, formula: "count(where unit = 'Norte') / count()" }),
    ).toBe('Requerimientos[unit = Norte] / Requerimientos');
    expect(draw({ measure: null, measure_unit: null, formula: 'share(handling_min <= 6 min)' })).toContain(
      'handling_min ≤ 6 min',
    );
  });

  it('is plain data', () => {
    const { indicator } = checkSheet(makeSheet(), VOCABULARY);
    const tree = toFormula(indicator!, VOCABULARY, { es: 'x', en: 'x' }, 'es');
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });
});
