import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toSlug } from '../kernel/index.ts';
import { FUNCTIONS, findFunction } from './registry.ts';
import { quantityType, type ValueType } from './value-type.ts';

/** Files of the room that define no function. */
const OTHERS = new Set(['function-definition', 'index', 'registry', 'sql-value', 'value-type']);

const QUANTITIES: readonly ValueType[] = [
  quantityType('time'),
  quantityType('working-time'),
  quantityType('money', 1_000_000),
  quantityType('ratio', 1_000_000_000_000),
];

describe('the functions of the language', () => {
  it('are one file each, all of them in the registry', () => {
    const files = readdirSync(import.meta.dirname)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => file.replace('.ts', ''))
      .filter((file) => !OTHERS.has(file));
    expect(FUNCTIONS.map(({ name }) => name.replaceAll('_', '-')).toSorted()).toEqual(files.toSorted());
  });

  it('have names of their own, in English and in Spanish', () => {
    const names = FUNCTIONS.flatMap(({ name, spanish }) => [name, spanish]);
    expect(new Set(names.map(toSlug)).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
  });

  it.each(FUNCTIONS)('$name says what it is in both languages', ({ name, about }) => {
    expect(about.es.length).toBeGreaterThan(5);
    expect(about.en.length).toBeGreaterThan(5);
    expect(about.es).not.toBe(about.en);
    expect(findFunction(name)?.about).toBe(about);
  });

  it('are not found by another name', () => {
    expect(findFunction('suma')).toBeUndefined();
    expect(findFunction('SUM')).toBeUndefined();
    expect(findFunction('toString')).toBeUndefined();
  });
});

describe('aggregate functions', () => {
  const aggregates = FUNCTIONS.filter((definition) => definition.kind === 'aggregate');

  it.each(aggregates.filter(({ parameter }) => parameter === 'quantity'))(
    '$name keeps the unit of what it is given',
    ({ result }) => {
      for (const type of QUANTITIES) expect(result(type)).toEqual(type);
    },
  );

  it.each([
    ['count', null, 'count'],
    ['distinct', { kind: 'text', codes: null }, 'count'],
    ['share', { kind: 'boolean' }, 'ratio'],
  ] as const)('%s of %j is a %s', (name, argument, dimension) => {
    const definition = aggregates.find((candidate) => candidate.name === name)!;
    expect(definition.parameter).toBe(argument?.kind ?? null);
    expect(definition.result(argument)).toEqual(quantityType(dimension));
  });

  it('can be added up only when they are one sum or count', () => {
    for (const { name, additive, expansion } of aggregates) {
      const isTotal =
        expansion.denominator === null && ['sum', 'count'].includes(expansion.numerator.operation);
      expect([name, additive]).toEqual([name, isTotal]);
    }
  });

  it('know the share below when they are a percentile', () => {
    for (const { name, expansion, fraction, fixed_fraction } of aggregates) {
      const isPercentile = expansion.numerator.operation === 'quantile';
      expect([name, fraction || fixed_fraction !== undefined]).toEqual([name, isPercentile]);
    }
  });
});
