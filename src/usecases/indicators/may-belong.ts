import type { RowExpression } from '../../language/index.ts';

/** What is known of a row by column; a column that is not there is not known. */
export type KnownValues = ReadonlyMap<string, string>;

/** True, false, or null where what is known does not tell. */
type Told = boolean | null;

/**
 * Whether a row of which little is known may be one of those a condition asks for: false only where what
 * is known rules it out, as another service does.
 *
 * @example mayBelong(scope, new Map([['process', 'entrega-pin']])) // false for process = 'debito-automatico'
 */
export function mayBelong(condition: RowExpression | null, known: KnownValues): boolean {
  return condition === null || tell(condition, known) !== false;
}

function tell(node: RowExpression, known: KnownValues): Told {
  switch (node.kind) {
    case 'logic': {
      const [left, right] = [tell(node.left, known), tell(node.right, known)];
      const decides = node.op === 'or';
      if (left === decides || right === decides) return decides;
      return left === null || right === null ? null : !decides;
    }
    case 'not': {
      const told = tell(node.operand, known);
      return told === null ? null : !told;
    }
    case 'comparison': {
      const [left, right] = [textOf(node.left, known), textOf(node.right, known)];
      if (left === null || right === null || (node.op !== '=' && node.op !== '!=')) return null;
      return (left === right) === (node.op === '=');
    }
    case 'in': {
      const left = textOf(node.left, known);
      const values = node.values.map((value) => textOf(value, known));
      if (left === null) return null;
      return values.includes(left) ? true : values.includes(null) ? null : false;
    }
    default:
      return null;
  }
}

function textOf(node: RowExpression, known: KnownValues): string | null {
  if (node.kind === 'constant') return node.value;
  return node.kind === 'column' ? (known.get(node.name) ?? null) : null;
}
