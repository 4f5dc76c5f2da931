import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseField, CaseState } from './case.ts';
import { askFields, type CaseClock, checkFields, findStepOutOfTurn, turnClock } from './case-flow.ts';

function toField(id: string, more: Partial<CaseField> = {}): CaseField {
  const label = { es: id, en: id };
  const plain = { hint: null, required: true, when: null, choices: [], many: false, client_sees: false };
  return { id, type: 'text', label, ...plain, ...more };
}

/** A condition here is the name of a field that must hold something. */
const holds = (condition: string, values: Readonly<Record<string, unknown>>) =>
  (values[condition] ?? null) !== null;

function toState(clock: CaseState['clock']): CaseState {
  const name = { es: clock, en: clock };
  return { id: clock, name, status: 'abierto', clock, waits_for: null, actor: null, final: false };
}

describe('the fields of a form', () => {
  const fields = [toField('a'), toField('b', { when: 'a' }), toField('c', { when: 'b' })];

  it('are asked as far as the answers lead, and what hangs on an answer that fell away is not', () => {
    const ask = (given: Readonly<Record<string, string>>) =>
      askFields(fields, given, holds).fields.map(({ id }) => id);
    expect(ask({})).toEqual(['a']);
    expect(ask({ a: 'x' })).toEqual(['a', 'b']);
    expect(ask({ a: 'x', b: 'x' })).toEqual(['a', 'b', 'c']);
    expect(ask({ b: 'x', c: 'x' })).toEqual(['a']);
    expect(ask({ a: '  ', b: 'x' })).toEqual(['a']);
  });

  it('are checked by their type; what is required only when the form is whole', () => {
    const check = (field: CaseField, value: string | number | boolean | string[], whole = true) =>
      checkFields([field], askFields([field], { x: value }, holds), { x: value }, whole).map(
        ({ code }) => code,
      );
    const choices = ['si', 'no'].map((id) => ({ id, label: { es: id, en: id }, group: null }));
    expect(check(toField('x'), '')).toEqual(['field-missing']);
    expect(check(toField('x'), '', false)).toEqual([]);
    expect(check(toField('x'), 'y'.repeat(201))).toEqual(['field-too-long']);
    expect(check(toField('x', { type: 'choice', choices }), 'quizás')).toEqual(['choice-unknown']);
    expect(check(toField('x', { type: 'choice', choices }), ['si'])).toEqual(['field-wrong']);
    expect(check(toField('x', { type: 'choice', choices, many: true }), ['si', 'no'])).toEqual([]);
    expect(check(toField('x', { type: 'integer' }), 1.5)).toEqual(['field-wrong']);
    expect(check(toField('x', { type: 'money' }), 10.25)).toEqual([]);
    expect(check(toField('x', { type: 'money' }), 10.255)).toEqual(['field-wrong']);
    expect(check(toField('x', { type: 'money' }), -1)).toEqual(['field-wrong']);
    expect(check(toField('x', { type: 'date' }), '2026-02-30')).toEqual(['field-wrong']);
    expect(check(toField('x', { type: 'boolean' }), false)).toEqual([]);
    expect(checkFields([], askFields([], { y: 'z' }, holds), { y: 'z' }, true)).toEqual([
      { field: 'y', code: 'field-unknown' },
    ]);
  });

  it('have their steps confirmed one after another', () => {
    expect(findStepOutOfTurn(['a', 'b'], ['a', 'b'])).toBeNull();
    expect(findStepOutOfTurn(['a', 'b'], ['b', 'a'])).toBe('a');
    expect(findStepOutOfTurn(['a', 'b'], ['a'])).toBe('b');
  });
});

describe('the clock of a case', () => {
  it('counts every microsecond once: as run, waited or stopped, whatever it goes through', () => {
    const clocks = fc.constantFrom('runs' as const, 'waits' as const, 'stopped' as const);
    const moves = fc.array(fc.tuple(clocks, fc.bigInt(0n, 1000n)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(moves, (path) => {
        let clock: CaseClock = { pauses: [], stopped_us: null };
        let at = 0n;
        let ran = 0n;
        let state: CaseState['clock'] = 'runs';
        for (const [next, later] of path) {
          if (state === 'runs') ran += later;
          at += later;
          clock = turnClock(clock, toState(next), at);
          state = next;
        }
        const open = clock.pauses.filter(({ to_us }) => to_us === null);
        expect(open).toHaveLength(state === 'waits' ? 1 : 0);
        expect(clock.stopped_us !== null).toBe(state === 'stopped');
        const end = clock.stopped_us ?? at;
        const waited = clock.pauses.reduce((sum, { from_us, to_us }) => sum + ((to_us ?? end) - from_us), 0n);
        expect(end - waited).toBe(ran);
      }),
    );
  });
});
