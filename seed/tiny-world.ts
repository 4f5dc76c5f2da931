import {
  ANNULLED,
  APPROVED,
  CARDS,
  CLOSED,
  DENIED,
  NO_OUTCOME,
  NOT_ACTIVATED,
  OPENS_AT_H,
  type ProcessId,
  toProcess,
} from './code.ts';
import { DAY_S, readDay, toWeekday } from './date.ts';
import type { CardRow, ComplaintRow, DeliveryRow, RequestRow, World } from './world.ts';

/** June 2011 at two agencies with one executive each; README.md adds it up by hand. */
export const tinyWorld: World = {
  units: [
    { name: 'norte', zone: 'sierra', time_zone: 'America/Guayaquil', calendar: 'ecuador-regular' },
    { name: 'sur', zone: 'sierra', time_zone: 'America/Guayaquil', calendar: 'ecuador-especial' },
  ],
  people: ['Ana Mora', 'Luis Paz'],
  assignments: [
    { person: 0, unit: 0, schedule: 'regular', from: readDay('2011-01-01'), to: null },
    { person: 1, unit: 1, schedule: 'especial', from: readDay('2011-01-01'), to: null },
  ],
  absences: [
    { person: 0, from: readDay('2011-05-02'), to: readDay('2011-05-13'), kind: 'vacaciones' },
    { person: 1, from: readDay('2011-07-04'), to: readDay('2011-07-15'), kind: 'vacaciones' },
  ],
  clients: Array.from({ length: 20 }, (_, index) => ({
    sex: index % 2 === 0 ? 'F' : 'M',
    birth_year: 1950 + 2 * index,
    zone: 'sierra',
    segment: index % 4,
  })),
};

const HOUR = 3600;
const MINUTE = 60;
const FIRST = readDay('2011-06-01');
const LAST = readDay('2011-06-29');

/** `count` times the same value. */
const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

/** Requests of one service at one unit: hours (or minutes, for the PIN) that each took, and minutes of attention. */
interface Group {
  readonly process: ProcessId;
  readonly unit: number;
  readonly took_s: readonly number[];
  /** Tenths of a minute for each. */
  readonly handling_tenths: readonly number[];
  readonly outcome?: number;
  readonly status?: number;
  /** Fixed opening instead of the next day in turn: an ISO date and seconds of the day. */
  readonly opened?: readonly [string, number];
}

const hours = (...values: number[]): number[] => values.map((value) => Math.round(value * HOUR));
const minutes = (...values: number[]): number[] => values.map((value) => Math.round(value * MINUTE));
/** Ten attentions around a whole number of minutes, half of them 0.5 over and half 0.5 under. */
const around = (middle: number): number[] =>
  Array.from({ length: 10 }, (_, index) => middle * 10 + (index % 2 === 0 ? 5 : -5));

const GROUPS: readonly Group[] = [
  // Data update: 480 h and 576 h; 1,056 h of 20 x 48 h = 110 %.
  {
    process: 'actualizacion-datos',
    unit: 0,
    took_s: hours(24, 24, 48, 48, 48, 48, 48, 48, 72, 72),
    handling_tenths: around(60),
  },
  {
    process: 'actualizacion-datos',
    unit: 1,
    took_s: hours(48, 48, 48, 48, 48, 48, 72, 72, 72, 72),
    handling_tenths: around(50),
  },
  {
    process: 'actualizacion-datos',
    unit: 0,
    took_s: hours(240),
    handling_tenths: [0],
    status: ANNULLED,
    opened: ['2011-06-06', 11 * HOUR],
  },
  // Immediate loan, approved: 432 h and 489.6 h; 921.6 h of 20 x 48 h = 96 %. The denied ones took half an hour.
  {
    process: 'prestamo-inmediato',
    unit: 0,
    took_s: hours(24, 24, 24, 48, 48, 48, 48, 48, 48, 72),
    handling_tenths: times(10, 750),
    outcome: APPROVED,
  },
  {
    process: 'prestamo-inmediato',
    unit: 1,
    took_s: hours(24, 24, 48, 48, 48, 48, 52.8, 52.8, 72, 72),
    handling_tenths: times(10, 650),
    outcome: APPROVED,
  },
  {
    process: 'prestamo-inmediato',
    unit: 0,
    took_s: hours(0.5, 0.5, 0.5, 0.5),
    handling_tenths: times(4, 750),
    outcome: DENIED,
  },
  {
    process: 'prestamo-inmediato',
    unit: 1,
    took_s: hours(0.5, 0.5, 0.5, 0.5),
    handling_tenths: times(4, 650),
    outcome: DENIED,
  },
  // PIN: 60 min and 69.6 min; 129.6 min of 20 x 6 min = 108 %. One pair crosses days.
  {
    process: 'entrega-pin',
    unit: 0,
    took_s: minutes(5, 5, 5, 6, 6, 6, 6, 7, 7, 7),
    handling_tenths: times(10, 70),
  },
  {
    process: 'entrega-pin',
    unit: 1,
    took_s: minutes(6, 6, 6, 6, 7, 7, 7, 8, 8, 8.6),
    handling_tenths: times(10, 70),
  },
  {
    process: 'entrega-pin',
    unit: 0,
    took_s: minutes(1026),
    handling_tenths: [70],
    opened: ['2011-06-14', 15 * HOUR + 57 * MINUTE],
  },
  // Automatic debit: 240 h and 321.6 h; 561.6 h of 20 x 24 h = 117 %. 40.8 h ends in the nightly batch at 03:00.
  {
    process: 'debito-automatico',
    unit: 0,
    took_s: hours(24, 24, 24, 24, 24, 24, 24, 24, 23, 25),
    handling_tenths: around(60),
  },
  {
    process: 'debito-automatico',
    unit: 1,
    took_s: hours(24, 24, 24, 24, 24, 24, 48, 48),
    handling_tenths: times(8, 550),
  },
  {
    process: 'debito-automatico',
    unit: 1,
    took_s: hours(40.8),
    handling_tenths: [550],
    opened: ['2011-06-07', 10 * HOUR + 12 * MINUTE],
  },
  {
    process: 'debito-automatico',
    unit: 1,
    took_s: hours(40.8),
    handling_tenths: [550],
    opened: ['2011-06-21', 10 * HOUR + 12 * MINUTE],
  },
  {
    process: 'activacion-tarjeta',
    unit: 0,
    took_s: hours(...times(10, 24)),
    handling_tenths: times(10, 600),
  },
  {
    process: 'activacion-tarjeta',
    unit: 1,
    took_s: hours(...times(10, 24)),
    handling_tenths: times(10, 550),
  },
  // The other services: 35 x 85 + 6 x 85 + 85.7 and 35 x 72 + 6 x 73 + 74.2 minutes of attention.
  ...(
    [
      'aumento-cupo',
      'diferimiento-exterior',
      'precancelacion-diferidos',
      'tarjeta-adicional',
      'perdida-tarjeta',
    ] as const
  ).flatMap((process): Group[] => [
    { process, unit: 0, took_s: hours(2, 2, 3, 24, 24, 48, 72), handling_tenths: times(7, 850) },
    { process, unit: 1, took_s: hours(2, 2, 3, 24, 24, 48, 72), handling_tenths: times(7, 720) },
  ]),
  {
    process: 'otros-servicios',
    unit: 0,
    took_s: hours(2, 2, 3, 24, 24, 48, 72),
    handling_tenths: [...times(6, 850), 857],
  },
  {
    process: 'otros-servicios',
    unit: 1,
    took_s: hours(2, 2, 3, 24, 24, 48, 72),
    handling_tenths: [...times(6, 730), 742],
  },
];

/** The next day in turn on which something that takes so long opens and closes from Monday to Friday in June. */
function findDay(turn: number, took_s: number): number {
  const length = LAST - FIRST + 1;
  const later = Math.floor(took_s / DAY_S);
  for (let step = 0; ; step++) {
    const day = FIRST + ((turn + step) % length);
    if (toWeekday(day) <= 5 && toWeekday(day + later) <= 5 && day + later <= LAST + 1) return day;
  }
}

/** The requests of the tiny world, all closed, numbered by their opening. */
export function listTinyRequests(): RequestRow[] {
  let turn = 0;
  const rows = GROUPS.flatMap((group) =>
    group.took_s.map((took_s, index): RequestRow => {
      turn += 3;
      const opens_h = OPENS_AT_H[group.unit === 0 ? 'regular' : 'especial'];
      const opened_s = group.opened
        ? readDay(group.opened[0]) * DAY_S + group.opened[1]
        : findDay(turn, took_s) * DAY_S + opens_h * HOUR + ((turn * 7) % 24) * 5 * MINUTE;
      return {
        number: 0,
        process: toProcess(group.process),
        unit: group.unit,
        person: group.unit,
        client: (turn / 3) % tinyWorld.clients.length,
        channel: turn % 5 === 0 ? 1 : 0,
        opened_s,
        closed_s: opened_s + took_s,
        status: group.status ?? CLOSED,
        outcome: group.outcome ?? NO_OUTCOME,
        handling_tenths: group.handling_tenths[index] as number,
      };
    }),
  );
  rows.sort(
    (a, b) => a.opened_s - b.opened_s || a.unit - b.unit || a.process - b.process || a.client - b.client,
  );
  return rows.map((row, index) => ({ ...row, number: index + 1 }));
}

const moment = (date: string, hour: number): number => readDay(date) * DAY_S + hour * HOUR;

/** 100 statements in 14 rows, 7 of them undelivered for four reasons. */
export function listTinyDeliveries(): DeliveryRow[] {
  const rows: readonly (readonly [string, number, number, number])[] = [
    // date, unit, quantity (0 = empty = 1), reason (-1 = delivered)
    ['2011-06-03', 0, 40, -1],
    ['2011-06-03', 1, 30, -1],
    ['2011-06-06', 0, 0, -1],
    ['2011-06-07', 1, 0, -1],
    ['2011-06-08', 0, 10, -1],
    ['2011-06-08', 1, 8, -1],
    ['2011-06-09', 0, 2, 0],
    ['2011-06-10', 1, 0, 1],
    ['2011-06-13', 1, 2, 1],
    ['2011-06-15', 0, 0, 2],
    ['2011-06-16', 1, 0, 3],
    ['2011-06-20', 0, 0, -1],
    ['2011-06-21', 1, 0, -1],
    ['2011-06-22', 0, 0, -1],
  ];
  return rows.map(([date, unit, quantity, reason], index) => ({
    number: index + 1,
    issued_s: moment(date, 11),
    unit,
    reason,
    quantity,
  }));
}

/** 100 cards in 22 rows: 48 and 32 together, and 20 one by one. */
export function listTinyCards(): CardRow[] {
  const singles = Array.from(
    { length: 20 },
    (_, index): CardRow => ({
      number: index + 3,
      issued_s: findDay(index + 7, 0) * DAY_S + 12 * HOUR,
      unit: index % 2,
      quantity: 0,
    }),
  );
  return [
    { number: 1, issued_s: moment('2011-06-02', 10), unit: 0, quantity: 48 },
    { number: 2, issued_s: moment('2011-06-02', 10), unit: 1, quantity: 32 },
    ...singles,
  ];
}

/** Eight complaints; three of cards not activated, in two rows. */
export function listTinyComplaints(): ComplaintRow[] {
  const rows: readonly (readonly [string, ProcessId, number, number, number, number])[] = [
    // date, service, reason, unit, quantity, days until it was closed
    ['2011-06-07', 'activacion-tarjeta', NOT_ACTIVATED, 1, 2, 3],
    ['2011-06-09', 'actualizacion-datos', 1, 1, 0, 5],
    ['2011-06-13', 'activacion-tarjeta', 3, 0, 0, 2],
    ['2011-06-14', 'debito-automatico', 2, 0, 0, 6],
    ['2011-06-20', 'activacion-tarjeta', NOT_ACTIVATED, 0, 0, 4],
    ['2011-06-21', 'prestamo-inmediato', 1, 1, 0, 1],
    ['2011-06-27', 'otros-servicios', 4, 0, 0, 2],
  ];
  return rows.map(([date, service, reason, unit, quantity, days], index) => ({
    number: index + 1,
    received_s: moment(date, 14),
    family: CARDS,
    service: toProcess(service),
    reason,
    unit,
    channel: index % 3,
    client: index * 2,
    closed_s: moment(date, 14) + days * DAY_S,
    quantity,
  }));
}
