import type { CheckedIndicator, RowExpression } from '../language/index.ts';

/** Values a column is held to by an expression that must hold: `process = 'x'` gives process -> {x}. */
function heldTo(expression: RowExpression | null): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  if (expression === null) return held;
  if (expression.kind === 'logic' && expression.op === 'and') {
    for (const side of [expression.left, expression.right]) {
      for (const [column, values] of heldTo(side)) held.set(column, held.get(column) ?? values);
    }
  }
  if (
    expression.kind === 'comparison' &&
    expression.op === '=' &&
    expression.left.kind === 'column' &&
    expression.right.kind === 'constant'
  ) {
    held.set(expression.left.name, new Set([expression.right.value]));
  }
  if (expression.kind === 'in' && expression.left.kind === 'column') {
    held.set(
      expression.left.name,
      new Set(expression.values.flatMap((item) => (item.kind === 'constant' ? [item.value] : []))),
    );
  }
  return held;
}

function areDisjoint(a: CheckedIndicator, b: CheckedIndicator): boolean {
  const ofB = heldTo(b.scope);
  for (const [column, values] of heldTo(a.scope)) {
    const others = ofB.get(column);
    if (others && ![...values].some((value) => others.has(value))) return true;
  }
  return false;
}

/**
 * Groups indicators so that within a layer no fact belongs to two of them: one grouping key then
 * serves the whole layer. Order is kept, so the same indicators always make the same layers.
 */
export function toLayers(indicators: readonly CheckedIndicator[]): readonly (readonly CheckedIndicator[])[] {
  const layers: CheckedIndicator[][] = [];
  for (const indicator of indicators) {
    const home = layers.find(
      (layer) => layer[0]!.date === indicator.date && layer.every((other) => areDisjoint(other, indicator)),
    );
    if (home) home.push(indicator);
    else layers.push([indicator]);
  }
  return layers;
}
