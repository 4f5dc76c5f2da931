import { describe, expect, it } from 'vitest';
import type { Calendar, CalendarVersion } from './calendar.ts';
import type { DeadlineCount, DeadlineRule } from './deadline.ts';
import { findDeadlineRule, toLimit } from './due-rule.ts';
import { judgeDue, remainingOf, toDue } from './to-due.ts';
import { parseInstant, printInstant } from './zone.ts';

const QUITO = 'America/Guayaquil';
const DAY = [
  { from_min: 540, to_min: 780 },
  { from_min: 840, to_min: 1080 },
];
const week: CalendarVersion['week'] = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] };

/** Nine to one and two to six, Monday to Friday; Friday 10 June 2011 is a holiday. */
const OFFICE: Calendar = {
  id: 'oficina',
  pack: 'prueba',
  time_zone: QUITO,
  versions: [{ from: '2011-01-01', week, exceptions: new Map([['2011-06-10', []]]) }],
};

const at = (text: string): bigint => parseInstant(text, QUITO)!;
const limit = (amount: number, counts: DeadlineCount, pauses = true) => ({ amount, counts, pauses });
const pause = (from: string, to: string | null) => ({
  from_us: at(from),
  to_us: to === null ? null : at(to),
});

/** The due instant on the wall of Quito, to the second. */
function due(...given: Parameters<typeof toDue>): string | null {
  const us = toDue(...given);
  return us === null ? null : printInstant(us, QUITO).slice(0, 19);
}

describe('the due instant', () => {
  it.each<[DeadlineCount, number, string, string]>([
    ['clock-hours', 24, '2011-06-03T15:00', '2011-06-04T15:00:00'],
    ['clock-minutes', 6, '2011-06-03T15:00', '2011-06-03T15:06:00'],
    // The day of reception does not count, and the last day is whole.
    ['calendar-days', 15, '2011-06-01T10:00', '2011-06-16T23:59:59'],
    ['calendar-days', 15, '2011-06-01T00:00', '2011-06-16T23:59:59'],
    ['calendar-days', 60, '2011-06-01T23:59', '2011-07-31T23:59:59'],
    // Monday 6 to Wednesday 8; over the holiday of the 10th to Monday 13 and Tuesday 14.
    ['working-days', 2, '2011-06-06T10:00', '2011-06-08T23:59:59'],
    ['working-days', 2, '2011-06-09T10:00', '2011-06-14T23:59:59'],
    // A case of Saturday: its first working day is Monday.
    ['working-days', 1, '2011-06-04T10:00', '2011-06-06T23:59:59'],
    // The closing keeps it; one minute more is the next morning.
    ['working-hours', 8, '2011-06-06T09:00', '2011-06-06T18:00:00'],
    ['working-minutes', 481, '2011-06-06T09:00', '2011-06-07T09:01:00'],
    // Lunch does not count, nor the night before opening.
    ['working-hours', 5, '2011-06-06T03:00', '2011-06-06T15:00:00'],
    ['working-hours', 4, '2011-06-09T16:00', '2011-06-13T11:00:00'],
  ])('of %s %i from %s is %s', (counts, amount, opened, expected) => {
    expect(due(limit(amount, counts), at(opened), [], OFFICE)).toBe(expected);
  });

  it('moves by what was waited, counted once, and by nothing after it', () => {
    const opened = at('2011-06-06T09:00');
    const waits = [
      pause('2011-06-06T10:00', '2011-06-06T11:00'),
      pause('2011-06-06T10:30', '2011-06-06T11:30'),
    ];
    expect(due(limit(24, 'clock-hours'), opened, waits, OFFICE)).toBe('2011-06-07T10:30:00');
    expect(due(limit(24, 'clock-hours', false), opened, waits, OFFICE)).toBe('2011-06-07T09:00:00');
    expect(due(limit(8, 'working-hours'), opened, waits, OFFICE)).toBe('2011-06-07T10:30:00');
    const late = [pause('2011-06-05T00:00', '2011-06-06T09:00'), pause('2011-06-08T00:00', null)];
    expect(due(limit(24, 'clock-hours'), opened, late, OFFICE)).toBe('2011-06-07T09:00:00');
  });

  it('leaves out the days waited through whole, and no others', () => {
    const opened = at('2011-06-06T09:00');
    const partly = [pause('2011-06-07T00:01', '2011-06-08T23:59')];
    expect(due(limit(5, 'calendar-days'), opened, partly, OFFICE)).toBe('2011-06-11T23:59:59');
    const whole = [pause('2011-06-07T00:00', '2011-06-09T00:00')];
    expect(due(limit(5, 'calendar-days'), opened, whole, OFFICE)).toBe('2011-06-13T23:59:59');
    // Of a working day its open hours are enough.
    const open = [pause('2011-06-07T09:00', '2011-06-07T18:00')];
    expect(due(limit(1, 'working-days'), opened, open, OFFICE)).toBe('2011-06-08T23:59:59');
    expect(due(limit(1, 'calendar-days'), opened, open, OFFICE)).toBe('2011-06-07T23:59:59');
  });

  it('is not known while a wait is open, unless it was reached before', () => {
    const opened = at('2011-06-06T09:00');
    const open = [pause('2011-06-06T15:00', null)];
    for (const counts of ['clock-hours', 'working-hours', 'working-days', 'calendar-days'] as const) {
      expect(due(limit(8, counts), opened, open, OFFICE)).toBeNull();
    }
    expect(due(limit(5, 'working-hours'), opened, open, OFFICE)).toBe('2011-06-06T15:00:00');
    expect(due(limit(8, 'clock-hours', false), opened, open, OFFICE)).toBe('2011-06-06T17:00:00');
    const never: Calendar = { ...OFFICE, versions: [] };
    expect(due(limit(1, 'working-days'), opened, [], never)).toBeNull();
    expect(due(limit(1, 'working-hours'), opened, [], never)).toBeNull();
  });

  it('tells what is left, also while it waits and after it passed', () => {
    const opened = at('2011-06-06T09:00');
    const open = [pause('2011-06-06T15:00', null)];
    const left = (...given: Parameters<typeof remainingOf>) => remainingOf(...given);
    const hour = 3_600_000_000n;
    expect(left(limit(8, 'working-hours'), opened, open, OFFICE, at('2011-06-09T12:00'))).toEqual({
      counts: 'time',
      us: 3n * hour,
    });
    expect(left(limit(4, 'clock-hours'), opened, [], OFFICE, at('2011-06-06T15:00'))).toEqual({
      counts: 'time',
      us: -2n * hour,
    });
    const days = (now: string) =>
      left(limit(15, 'calendar-days'), at('2011-06-01T10:00'), [], OFFICE, at(now));
    expect(days('2011-06-01T10:00')).toEqual({ counts: 'days', days: 15 });
    expect(days('2011-06-16T23:59')).toEqual({ counts: 'days', days: 0 });
    expect(days('2011-06-17T00:00')).toEqual({ counts: 'days', days: -1 });
  });

  it('judges an answer at it on time, and the next microsecond late', () => {
    const us = toDue(limit(15, 'calendar-days'), at('2011-06-01T10:00'), [], OFFICE)!;
    expect(us).toBe(at('2011-06-17T00:00') - 1n);
    expect(judgeDue(us, us, us + 5n)).toBe('answered-on-time');
    expect(judgeDue(us, us + 1n, us + 5n)).toBe('answered-late');
    expect(judgeDue(us, null, us + 1n, QUITO)).toBe('overdue');
    expect(judgeDue(us, null, us, QUITO)).toBe('due-today');
    expect(judgeDue(us, null, at('2011-06-15T23:59'), QUITO)).toBe('on-time');
    expect(judgeDue(null, null, us)).toBe('unknown');
  });
});

describe('the rule of the country', () => {
  const rule = (id: string, more: Partial<DeadlineRule>): DeadlineRule => ({
    id,
    pack: 'base',
    name: { es: id, en: id },
    kinds: ['reclamo'],
    country: 'EC',
    regulator: 'Superintendencia',
    institutions: ['banco'],
    when: null,
    from: '2005-01-01',
    until: null,
    amount: 15,
    counts: 'calendar-days',
    pauses: false,
    source: { es: 'x', en: 'x' },
    confirmed: null,
    confirmed_by: null,
    ...more,
  });
  const rules = [
    rule('quince', {}),
    rule('sesenta', { when: 'exterior' }),
    rule('viejo', { from: '1999-01-01', until: '2004-12-31' }),
    rule('nuevo', { from: '2027-01-01' }),
    rule('todos', { institutions: [], from: '2020-01-01' }),
  ];
  const ask = (more: object) =>
    findDeadlineRule(rules, {
      kind: 'reclamo',
      country: 'EC',
      institution: 'banco',
      values: {},
      date: '2026-11-22',
      holds: (condition, { operation }) => condition === operation,
      ...more,
    })?.id ?? null;

  it('is the one of its day, the most particular first', () => {
    expect(ask({})).toBe('quince');
    expect(ask({ values: { operation: 'exterior' } })).toBe('sesenta');
    expect(ask({ date: '2004-12-31' })).toBe('viejo');
    expect(ask({ date: '2027-01-01' })).toBe('nuevo');
    expect(ask({ institution: 'cooperativa' })).toBe('todos');
  });

  it('is not known elsewhere, for another kind, or on a day before any', () => {
    expect(ask({ country: 'PE' })).toBeNull();
    expect(ask({ country: null })).toBeNull();
    expect(ask({ kind: 'derecho' })).toBeNull();
    expect(ask({ date: '1990-01-01' })).toBeNull();
    expect(ask({ institution: null, date: '2010-01-01' })).toBeNull();
  });

  it('is asked for by a procedure that sets none itself', () => {
    expect(toLimit({ kind: 'rule' })).toBeNull();
    expect(toLimit({ kind: 'clock', hours: 24 })).toEqual(limit(24, 'clock-hours'));
    expect(toLimit({ kind: 'working-days', days: 2 })).toEqual(limit(2, 'working-days'));
  });
});
