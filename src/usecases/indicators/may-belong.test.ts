import { describe, expect, it } from 'vitest';
import type { RowExpression } from '../../language/index.ts';
import { mayBelong } from './may-belong.ts';

const type = { kind: 'boolean' } as RowExpression['type'];
const column: RowExpression = { kind: 'column', type, name: 'process' };
const text = (value: string): RowExpression => ({ kind: 'constant', type, value });
const is = (value: string): RowExpression => ({
  kind: 'comparison',
  type,
  op: '=',
  left: column,
  right: text(value),
});
const known = new Map([['process', 'pin']]);

describe('mayBelong', () => {
  it('rules out what another value says, and nothing else', () => {
    expect(mayBelong(null, known)).toBe(true);
    expect(mayBelong(is('pin'), known)).toBe(true);
    expect(mayBelong(is('debit'), known)).toBe(false);
    expect(mayBelong(is('debit'), new Map())).toBe(true);
    expect(mayBelong({ kind: 'in', type, left: column, values: [text('a'), text('pin')] }, known)).toBe(true);
    expect(mayBelong({ kind: 'in', type, left: column, values: [text('a')] }, known)).toBe(false);
  });

  it('keeps what is not known apart from what is false', () => {
    const open: RowExpression = { kind: 'empty', type, left: column, negated: false };
    const both = (op: 'and' | 'or', left: RowExpression, right: RowExpression): RowExpression => ({
      kind: 'logic',
      type,
      op,
      left,
      right,
    });
    expect(mayBelong(both('and', open, is('debit')), known)).toBe(false);
    expect(mayBelong(both('or', open, is('debit')), known)).toBe(true);
    expect(mayBelong({ kind: 'not', type, operand: is('pin') }, known)).toBe(false);
    expect(mayBelong({ kind: 'not', type, operand: open }, known)).toBe(true);
  });
});
