import { expect, test } from 'vitest';
import type { CheckedStandard, RowExpression } from '../language/index.ts';
import { isDivided, pickByStandard, standardsOf } from './standards.ts';

const NORTH: RowExpression = {
  kind: 'comparison',
  type: { kind: 'boolean' },
  op: '=',
  left: { kind: 'column', type: { kind: 'text', codes: null }, name: 'unit' },
  right: { kind: 'constant', type: { kind: 'text', codes: null }, value: 'norte' },
};
const standard = (from: string, where: RowExpression | null = null): CheckedStandard => ({
  from,
  where,
  direction: 'at-most',
  floor: null,
  ceiling: { num: '1', den: '1' },
  limit: null,
  tolerance: null,
  historical_error: null,
});
const june = (standards: readonly CheckedStandard[]) => standardsOf(standards, '2011-06-01', '2011-07-01');
const pick = (standards: readonly CheckedStandard[]) =>
  pickByStandard(june(standards), '2011-06-01', 'day', {}, (_, index) => String(index));

test('of the general ones, the latest that holds before the period and those that begin inside it', () => {
  const standards = ['2010-01-01', '2011-06-01', '2011-06-15', '2011-07-01'].map((from) => standard(from));
  expect(june(standards).map(({ from }) => from)).toEqual(['2011-06-15', '2011-06-01']);
  expect(pick(standards)).toBe("case when day >= date '2011-06-15' then 0 else 1 end");
});

test('those of a place are tried before the general ones', () => {
  expect(pick([standard('2010-01-01'), standard('2010-01-01', NORTH)])).toBe(
    "case when unit = 'norte' then 0 else 1 end",
  );
});

test('a fact that none reaches gets nothing', () => {
  expect(pick([standard('2011-06-10', NORTH)])).toBe(
    "case when day >= date '2011-06-10' and unit = 'norte' then 0 end",
  );
  expect(pick([standard('2011-07-01')])).toBe('null::bigint');
});

test('one for all needs no choice', () => {
  expect(pick([standard('2010-01-01')])).toBe('0');
  expect(isDivided([standard('2010-01-01')], '2011-06-01')).toBe(false);
  expect(isDivided([standard('2011-06-02')], '2011-06-01')).toBe(true);
  expect(isDivided([standard('2010-01-01', NORTH)], '2011-06-01')).toBe(true);
  expect(isDivided([], '2011-06-01')).toBe(false);
});
