import type { Calendar } from '../../src/kernel/index.ts';
import { column, dataset, type HandRow, type HandWorld } from './hand-rows.ts';

/** Things that open and close, with one of every type of column. */
export const requests = dataset(
  'requests',
  [
    column('request_id', 'text'),
    column('process', 'code', { codes: 'process' }),
    column('unit', 'reference', { of: 'unit' }),
    column('client', 'reference', { of: 'client' }),
    column('status', 'text'),
    column('opened_at', 'instant'),
    column('closed_at', 'instant'),
    column('deadline', 'instant'),
    column('minutes', 'duration'),
    column('amount', 'decimal', { measured_in: 'money' }),
    column('steps', 'integer'),
    column('passed', 'boolean'),
  ],
  {
    date: 'opened_at',
    opens: 'opened_at',
    closes: 'closed_at',
    rules: [{ code: 'late', check: 'closed_at >= opened_at', otherwise: 'flag', text: { es: '', en: '' } }],
    lookups: [
      {
        name: 'family',
        label: { es: '', en: '' },
        from: 'processes',
        by: 'process',
        take: 'parent',
        at: null,
      },
    ],
  },
);

/** Rows that stand for several facts each. */
export const claims = dataset(
  'claims',
  [
    column('claim_id', 'text'),
    column('received_at', 'instant'),
    column('closed_at', 'instant'),
    column('unit', 'reference', { of: 'unit' }),
    column('reason', 'reference', { of: 'reason' }),
    column('minutes', 'duration'),
    column('quantity', 'integer'),
  ],
  { date: 'received_at', opens: 'received_at', closes: 'closed_at', weight: 'quantity' },
);

/** Things dated by a day, without a clock. */
export const cards = dataset(
  'cards',
  [
    column('card_id', 'text'),
    column('issued_on', 'date'),
    column('unit', 'reference', { of: 'unit' }),
    column('quantity', 'integer'),
  ],
  { date: 'issued_on', weight: 'quantity' },
);

/** Minutes of each person and day: the only table that is derived. */
export const capacity = dataset(
  'capacity',
  [
    column('person', 'reference', { of: 'person' }),
    column('unit', 'reference', { of: 'unit' }),
    column('date', 'date'),
    column('minutes', 'duration'),
  ],
  { date: 'date', derived: true },
);

const OPEN = [{ from_min: 540, to_min: 960 }];

/** Monday to Friday from 9:00 to 16:00; Friday 24 June 2011 is a holiday. */
export const regular: Calendar = {
  id: 'regular',
  pack: 'hand',
  time_zone: 'America/Guayaquil',
  versions: [
    {
      from: '2011-01-01',
      week: { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN, 6: [], 7: [] },
      exceptions: new Map([['2011-06-24', []]]),
    },
  ],
};

/** Every day from 9:00 to 16:00. */
export const everyDay: Calendar = {
  ...regular,
  id: 'every-day',
  versions: [
    {
      from: '2011-01-01',
      week: { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN, 6: OPEN, 7: OPEN },
      exceptions: new Map(),
    },
  ],
};

export const HAND_WORLD: HandWorld = {
  datasets: [requests, claims, cards, capacity],
  processes: { cards: null, update: 'cards', loan: 'cards', quick: 'loan', accounts: null },
  calendars: [regular, everyDay],
  units: { norte: 'regular', sur: 'every-day' },
  default_calendar: 'regular',
};

/** A request opened on a date of June 2011 at 10:00 that took so many hours; null hours: still open. */
export function request(id: string, date: string, hours: number | null, more: HandRow = {}): HandRow {
  const opened = `${date}T10:00:00`;
  const closed = hours === null ? null : Date.parse(`${opened}Z`) + hours * 3_600_000;
  return {
    request_id: id,
    process: 'update',
    unit: 'norte',
    status: 'cerrado',
    opened_at: opened,
    closed_at: closed === null ? null : new Date(closed).toISOString().slice(0, 19),
    ...more,
  };
}
