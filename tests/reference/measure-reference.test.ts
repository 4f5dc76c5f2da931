import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeWorld } from '../../seed/index.ts';
import { toDouble } from './exact.ts';
import { measureReference, type ReferenceOptions } from './measure-reference.ts';
import { type Facts, readFacts } from './read-facts.ts';

const root = mkdtempSync(join(tmpdir(), 'circuito-reference-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const nothing: Facts = {
  requests: [],
  deliveries: [],
  cards: [],
  complaints: [],
  staff: [],
  absences: [],
  units: [],
};
const request = (
  id: string,
  process: string,
  opened_at: string,
  closed_at: string,
  more: Record<string, string> = {},
) => ({
  request_id: id,
  process,
  unit: 'norte',
  person: 'ana',
  opened_at,
  closed_at,
  status: closed_at ? 'cerrado' : 'abierto',
  outcome: '',
  handling_min: '10',
  ...more,
});

/** One figure of an indicator, with its fractions as doubles. */
function measure(
  facts: Facts,
  indicator: string,
  options: Partial<ReferenceOptions> = {},
  dimensions: object = {},
) {
  const { figures } = measureReference(facts, { period: '2011-06', ...options });
  const figure = figures.find(
    (each) => each.indicator === indicator && JSON.stringify(each.dimensions) === JSON.stringify(dimensions),
  );
  if (!figure) throw new Error(`no figure of ${indicator} ${JSON.stringify(dimensions)}`);
  return {
    ...figure,
    value: figure.value && toDouble(figure.value),
    numerator: toDouble(figure.numerator),
    denominator: toDouble(figure.denominator),
    p50: figure.p50 && toDouble(figure.p50),
    p90: figure.p90 && toDouble(figure.p90),
  };
}

describe('deadlines', () => {
  const update = (id: string, opened: string, closed: string, more = {}) =>
    request(id, 'actualizacion-datos', opened, closed, more);

  test('nine at 24 h and one at 240 h: met with one at ten days', () => {
    const requests = Array.from({ length: 9 }, (_, index) =>
      update(`${index}`, '2011-06-06T10:00:00', '2011-06-07T10:00:00'),
    );
    requests.push(update('9', '2011-06-06T10:00:00', '2011-06-16T10:00:00'));
    const figure = measure({ ...nothing, requests }, 'plazo-actualizacion-datos');
    expect(figure).toMatchObject({ value: 0.95, numerator: 456, denominator: 480, n: 10, verdict: 'met' });
    expect(figure).toMatchObject({
      p50: 24,
      p90: 45.6,
      inside_standard: { inside: 9, n: 10 },
      provisional: false,
    });
  });

  test('at the limit is met and inside; one second more is neither', () => {
    const at = measure(
      { ...nothing, requests: [update('1', '2011-06-06T10:00:00', '2011-06-08T10:00:00')] },
      'plazo-actualizacion-datos',
    );
    expect(at).toMatchObject({ value: 1, verdict: 'met', inside_standard: { inside: 1, n: 1 } });
    const after = measure(
      { ...nothing, requests: [update('1', '2011-06-06T10:00:00', '2011-06-08T10:00:01')] },
      'plazo-actualizacion-datos',
    );
    expect(after).toMatchObject({ verdict: 'not-met', inside_standard: { inside: 0, n: 1 } });
  });

  test('open as of the cut: out of the mean, counted, outside once past its limit', () => {
    const facts = {
      ...nothing,
      requests: [
        update('1', '2011-06-06T10:00:00', '2011-06-07T10:00:00'),
        update('2', '2011-06-06T10:00:00', ''),
        update('3', '2011-06-09T10:00:00', ''),
        update('4', '2011-06-06T10:00:00', '2011-06-20T10:00:00'),
        update('5', '2011-06-10T10:00:01', '2011-06-11T10:00:00'),
      ],
    };
    const cut = measure(facts, 'plazo-actualizacion-datos', { as_of: '2011-06-10T10:00:00' });
    expect(cut).toMatchObject({ value: 0.5, n: 1, open: { count: 3, past_limit: 2 }, provisional: true });
    expect(cut.inside_standard).toEqual({ inside: 1, n: 3 });
    // By default the cut is the latest instant of any request: 20 June.
    const latest = measure(facts, 'plazo-actualizacion-datos');
    expect(latest).toMatchObject({ n: 3, open: { count: 2, past_limit: 2 } });
  });

  test('annulled requests and loans not approved stay out', () => {
    const loan = (id: string, hours: string, outcome: string, status = 'cerrado') =>
      request(id, 'prestamo-inmediato', '2011-06-06T10:00:00', `2011-06-06T${hours}:00:00`, {
        outcome,
        status,
      });
    const requests = [
      loan('1', '22', 'aprobado'),
      loan('2', '11', 'negado'),
      loan('3', '11', ''),
      loan('4', '11', 'aprobado', 'anulado'),
    ];
    expect(measure({ ...nothing, requests }, 'plazo-prestamo-inmediato')).toMatchObject({
      numerator: 12,
      n: 1,
    });
  });

  test('a PIN that crosses the local midnight stays out and is counted', () => {
    const pin = (id: string, unit: string, opened: string, closed: string) =>
      request(id, 'entrega-pin', opened, closed, { unit });
    const facts = {
      ...nothing,
      units: [{ unit: 'ayora', time_zone: 'Pacific/Galapagos' }],
      requests: [
        pin('1', 'norte', '2011-06-06T10:00:00', '2011-06-06T10:06:30'),
        pin('2', 'norte', '2011-06-06T23:58:00', '2011-06-07T00:02:00'),
        // The same two instants are one day in the Galapagos: 22:58 and 23:02 there.
        pin('3', 'ayora', '2011-06-06T23:58:00-05:00', '2011-06-07T00:02:00-05:00'),
      ],
    };
    const figure = measure(facts, 'tiempo-entrega-pin');
    expect(figure).toMatchObject({ numerator: 10.5, denominator: 12, n: 2, excluded: 1, p50: 5.25 });
  });

  test('a period is in the unit’s zone', () => {
    const at = (unit: string) =>
      update(unit, '2011-07-01T00:30:00-05:00', '2011-07-01T01:30:00-05:00', { unit });
    const facts = {
      ...nothing,
      units: [{ unit: 'ayora', time_zone: 'Pacific/Galapagos' }],
      requests: [at('ayora'), at('norte')],
    };
    expect(measure(facts, 'plazo-actualizacion-datos').n).toBe(1);
    expect(measure(facts, 'plazo-actualizacion-datos', { by: ['unit'] }, { unit: 'ayora' }).n).toBe(1);
  });

  test('of two versions the closed one counts, else the later', () => {
    const requests = [
      update('1', '2011-06-06T10:00:00', '2011-06-07T10:00:00'),
      update('1', '2011-06-06T10:00:00', ''),
      update('2', '2011-06-06T10:00:00', '2011-06-07T10:00:00'),
      update('2', '2011-06-06T10:00:00', '2011-06-08T10:00:00'),
    ];
    expect(measure({ ...nothing, requests }, 'plazo-actualizacion-datos')).toMatchObject({
      n: 2,
      numerator: 72,
    });
  });

  test('no facts: no data', () => {
    expect(measure(nothing, 'plazo-debito-automatico')).toMatchObject({
      value: null,
      n: 0,
      p50: null,
      inside_standard: null,
      verdict: 'no-data',
    });
  });
});

describe('effectiveness', () => {
  test('undelivered by quantity, empty is one, whatever the reason', () => {
    const sent = (delivered: string, quantity: string, unit = 'norte') => ({
      delivery_id: `${delivered}${quantity}${unit}`,
      issued_at: '2011-06-30T23:59:59',
      unit,
      delivered,
      quantity,
    });
    const deliveries = [
      sent('true', '93'),
      sent('no', '2'),
      sent('0', '4'),
      sent('false', ''),
      sent('sí', '', 'sur'),
    ];
    const facts = { ...nothing, deliveries };
    expect(measure(facts, 'efectividad-actualizacion-datos')).toMatchObject({
      numerator: 94,
      denominator: 101,
      verdict: 'not-met',
    });
    const south = measure(facts, 'efectividad-actualizacion-datos', { by: ['unit'] }, { unit: 'sur' });
    expect(south).toMatchObject({ value: 1, n: 1, verdict: 'met' });
  });

  test('cards less claims of not activated, by the date of the claim', () => {
    const claim = (id: string, received_at: string, reason: string, quantity = '') => ({
      complaint_id: id,
      received_at,
      reason,
      unit: 'norte',
      quantity,
    });
    const facts = {
      ...nothing,
      cards: [{ card_id: '1', issued_at: '2011-06-01', unit: 'norte', quantity: '100' }],
      complaints: [
        claim('1', '2011-06-02T10:00:00', 'tarjeta-no-activada', '2'),
        claim('2', '2011-06-02T10:00:00', 'tarjeta-no-activada'),
        claim('3', '2011-06-02T10:00:00', 'cobro-indebido'),
        claim('4', '2011-05-31T10:00:00', 'tarjeta-no-activada'),
      ],
    };
    expect(measure(facts, 'efectividad-activacion')).toMatchObject({
      value: 0.97,
      n: 100,
      verdict: 'not-met',
    });
  });
});

describe('productivity', () => {
  const person = (name: string, unit: string, schedule: string, from: string, to = '') => ({
    person: name,
    unit,
    schedule,
    from,
    to,
  });
  const capacityOf = (
    staff: Facts['staff'],
    absences: Facts['absences'] = [],
    options: Partial<ReferenceOptions> = {},
  ) => measure({ ...nothing, staff, absences }, 'productividad-ejecutivo', options).denominator;

  test('capacity of a month: 6,600 regular and 5,400 special, whatever its days', () => {
    expect(capacityOf([person('ana', 'norte', 'regular', '2011-01-01')])).toBe(6600);
    expect(capacityOf([person('luis', 'sur', 'especial', '2011-01-01')], [], { period: '2011-02' })).toBe(
      5400,
    );
    expect(capacityOf([person('ana', 'norte', 'regular', '2011-01-01')], [], { period: '2011' })).toBe(
      79_200,
    );
  });

  test('a change inside the month and an absence count by their Monday-to-Friday days', () => {
    // June 2011 has 22: 1 to 14 June ten, 15 to 30 June twelve.
    const staff = [
      person('ana', 'norte', 'regular', '2011-01-01', '2011-06-14'),
      person('ana', 'norte', 'especial', '2011-06-15'),
    ];
    expect(capacityOf(staff)).toBeCloseTo((6600 * 10 + 5400 * 12) / 22, 9);
    const away = [{ person: 'ana', from: '2011-06-04', to: '2011-06-14', kind: 'vacaciones' }];
    expect(capacityOf([person('ana', 'norte', 'regular', '2011-01-01')], away)).toBe(4500);
  });

  test('a loan moves capacity and the later row wins', () => {
    const staff = [
      person('ana', 'norte', 'regular', '2011-01-01'),
      person('ana', 'sur', 'regular', '2011-06-20', '2011-06-30'),
    ];
    const facts = { ...nothing, staff };
    const north = measure(facts, 'productividad-ejecutivo', { by: ['unit'] }, { unit: 'norte' });
    const south = measure(facts, 'productividad-ejecutivo', { by: ['unit'] }, { unit: 'sur' });
    expect([north.denominator, south.denominator]).toEqual([(6600 * 13) / 22, (6600 * 9) / 22]);
  });

  test('minutes of people with a schedule that day; others are counted apart', () => {
    const minutes = (id: string, name: string, opened: string, handling_min: string) =>
      request(id, 'otros-servicios', opened, '2011-06-30T15:00:00', { person: name, handling_min });
    const facts = {
      ...nothing,
      staff: [person('ana', 'norte', 'regular', '2011-06-01')],
      requests: [
        minutes('1', 'ana', '2011-06-06T10:00:00', '6000.7'),
        minutes('2', 'ana', '2011-06-06T10:00:00', ''),
        minutes('3', 'eva', '2011-06-06T10:00:00', '50'),
      ],
    };
    expect(measure(facts, 'productividad-ejecutivo')).toMatchObject({
      numerator: 6000.7,
      denominator: 6600,
      n: 1,
      excluded: 1,
      verdict: 'met',
    });
    const standard_minutes = [{ process: 'otros-servicios', from: '2011-01-01', minutes: '12' }];
    expect(measure(facts, 'productividad-ejecutivo', { standard_minutes }).numerator).toBe(6012.7);
    const eva = measure(facts, 'productividad-ejecutivo', { by: ['person'] }, { person: 'eva' });
    expect(eva).toMatchObject({ value: null, verdict: 'no-data', excluded: 1 });
  });
});

describe('worlds', () => {
  test('tiny gives the eight figures of the thesis', async () => {
    const folder = join(root, 'tiny');
    await writeWorld('tiny', folder);
    const facts = readFacts(folder);
    const value = (indicator: string) => {
      const { value: found, verdict } = measure(facts, indicator);
      return [found, verdict];
    };
    expect(value('plazo-actualizacion-datos')).toEqual([1.1, 'not-met']);
    expect(value('efectividad-actualizacion-datos')).toEqual([0.93, 'not-met']);
    expect(value('efectividad-activacion')).toEqual([0.97, 'not-met']);
    expect(value('plazo-prestamo-inmediato')).toEqual([0.96, 'met']);
    expect(value('tiempo-entrega-pin')).toEqual([1.08, 'not-met']);
    expect(value('plazo-debito-automatico')).toEqual([1.17, 'not-met']);
    const regular = measure(facts, 'productividad-ejecutivo', { by: ['schedule'] }, { schedule: 'regular' });
    expect(regular).toMatchObject({ value: 0.9845, numerator: 6497.7, denominator: 6600, verdict: 'met' });
    const special = measure(facts, 'productividad-ejecutivo', { by: ['person'] }, { person: 'Luis Paz' });
    expect(special).toMatchObject({ numerator: 5612.2, denominator: 5400, verdict: 'met-with-alert' });
    expect(special.value).toBeCloseTo(1.0393, 5);
    expect(measure(facts, 'tiempo-entrega-pin').excluded).toBe(1);
  });

  test('demo: June 2011 has the verdicts of the thesis and the stories show', async () => {
    const folder = join(root, 'demo');
    await writeWorld('demo', folder, { canonical: true });
    const facts = readFacts(folder);
    const verdict = (indicator: string) => measure(facts, indicator).verdict;
    expect(verdict('plazo-prestamo-inmediato')).toBe('met');
    for (const indicator of [
      'plazo-actualizacion-datos',
      'efectividad-actualizacion-datos',
      'efectividad-activacion',
      'tiempo-entrega-pin',
      'plazo-debito-automatico',
    ]) {
      expect(verdict(indicator)).toBe('not-met');
    }
    const productivity = (by: 'schedule' | 'unit', of: string, period: string) =>
      measure(facts, 'productividad-ejecutivo', { period, by: [by] }, { [by]: of });
    expect(productivity('schedule', 'regular', '2011-06').verdict).toBe('met');
    expect(productivity('schedule', 'especial', '2011-06').verdict).toBe('met-with-alert');
    expect(productivity('unit', 'Guayaquil Sur', '2011-11').value).toBeGreaterThan(1.15);
    const debit = ['2010-10', '2011-01', '2011-06', '2011-07'].map(
      (period) => measure(facts, 'plazo-debito-automatico', { period }).value as number,
    );
    expect(debit[0]).toBeLessThan(debit[1] as number);
    expect(debit[1]).toBeLessThan(debit[2] as number);
    expect(debit[3]).toBeLessThan(1);
    const update = (period: string) =>
      measure(facts, 'plazo-actualizacion-datos', { period }).value as number;
    expect(update('2012-02')).toBeGreaterThan(1.4);
    expect(update('2012-03')).toBeLessThan(1.02);
    expect(measure(facts, 'plazo-actualizacion-datos', { period: '2012-06' }).provisional).toBe(true);
    const trainee = measure(
      facts,
      'productividad-ejecutivo',
      { period: '2012-01', by: ['person'] },
      { person: 'Julia Vera (pasante)' },
    );
    expect(trainee.verdict).toBe('no-data');
    expect(trainee.excluded).toBeGreaterThan(5);
  });
});
