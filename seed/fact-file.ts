import {
  CHANNELS,
  CLOSED,
  COMPLAINT_REASONS,
  DELIVERY_REASONS,
  FAMILIES,
  OPEN,
  OUTCOMES,
  PROCESSES,
  SEGMENTS,
  STATUSES,
} from './code.ts';
import { CsvFile, toField } from './csv-file.ts';
import { printDay } from './date.ts';
import type { CardRow, ComplaintRow, DeliveryRow, RequestRow, World } from './world.ts';

const REQUEST_COLUMNS = [
  'request_id',
  'process',
  'unit',
  'person',
  'client',
  'channel',
  'opened_at',
  'closed_at',
  'status',
  'outcome',
  'handling_min',
];
const COMPLAINT_COLUMNS = [
  'complaint_id',
  'received_at',
  'process',
  'service',
  'reason',
  'unit',
  'channel',
  'client',
  'closed_at',
  'status',
  'quantity',
];

type Fields = readonly Uint8Array[];
const toFields = (texts: readonly string[]): Fields => texts.map(toField);
const at = (fields: Fields, index: number): Uint8Array => fields[index] as Uint8Array;

/** A world's facts as files with the canonical columns: each method opens a file that takes rows of one kind. */
export interface FactFiles {
  readonly requests: (path: string) => { write: (row: RequestRow) => void; close: () => number };
  readonly deliveries: (path: string) => { write: (row: DeliveryRow) => void; close: () => number };
  readonly cards: (path: string) => { write: (row: CardRow) => void; close: () => number };
  readonly complaints: (path: string) => { write: (row: ComplaintRow) => void; close: () => number };
}

/** Code of the client at a place: `C000123`. */
export function toClientCode(client: number): string {
  return `C${String(client + 1).padStart(6, '0')}`;
}

function open<Row>(path: string, header: readonly string[], put: (file: CsvFile, row: Row) => void) {
  const file = new CsvFile(path, header);
  return {
    write: (row: Row): void => {
      put(file, row);
      file.endRow();
    },
    close: (): number => {
      file.close();
      return file.rows;
    },
  };
}

/** Prepares the names of a world once, as bytes. */
export function toFactFiles(world: World): FactFiles {
  const units = toFields(world.units.map((unit) => unit.name));
  const people = toFields(world.people);
  const processes = toFields(PROCESSES);
  const channels = toFields(CHANNELS);
  const statuses = toFields(STATUSES);
  const outcomes = toFields(OUTCOMES);
  const deliveryReasons = toFields(DELIVERY_REASONS);
  const complaintReasons = toFields(COMPLAINT_REASONS);
  const families = toFields(FAMILIES);
  const yes = toField('true');
  const no = toField('false');
  const quantity = (file: CsvFile, value: number): void => (value === 0 ? file.empty() : file.whole(value));
  const moment = (file: CsvFile, value: number): void => (value < 0 ? file.empty() : file.moment(value));

  return {
    requests: (path) =>
      open(path, REQUEST_COLUMNS, (file, row: RequestRow) => {
        file.code('R', row.number, 7);
        file.field(at(processes, row.process));
        file.field(at(units, row.unit));
        file.field(at(people, row.person));
        file.code('C', row.client + 1, 6);
        file.field(at(channels, row.channel));
        file.moment(row.opened_s);
        moment(file, row.closed_s);
        file.field(at(statuses, row.status));
        file.field(at(outcomes, row.outcome));
        file.tenths(row.handling_tenths);
      }),
    deliveries: (path) =>
      open(
        path,
        ['delivery_id', 'issued_at', 'unit', 'delivered', 'reason', 'quantity'],
        (file, row: DeliveryRow) => {
          file.code('D', row.number, 6);
          file.moment(row.issued_s);
          file.field(at(units, row.unit));
          file.field(row.reason < 0 ? yes : no);
          if (row.reason < 0) file.empty();
          else file.field(at(deliveryReasons, row.reason));
          quantity(file, row.quantity);
        },
      ),
    cards: (path) =>
      open(path, ['card_id', 'issued_at', 'unit', 'quantity'], (file, row: CardRow) => {
        file.code('T', row.number, 6);
        file.moment(row.issued_s);
        file.field(at(units, row.unit));
        quantity(file, row.quantity);
      }),
    complaints: (path) =>
      open(path, COMPLAINT_COLUMNS, (file, row: ComplaintRow) => {
        file.code('Q', row.number, 6);
        file.moment(row.received_s);
        file.field(at(families, row.family));
        if (row.service < 0) file.empty();
        else file.field(at(processes, row.service));
        file.field(at(complaintReasons, row.reason));
        file.field(at(units, row.unit));
        file.field(at(channels, row.channel));
        file.code('C', row.client + 1, 6);
        moment(file, row.closed_s);
        file.field(at(statuses, row.closed_s < 0 ? OPEN : CLOSED));
        quantity(file, row.quantity);
      }),
  };
}

/** Writes one file of texts; for the small tables of the directory. Returns its rows. */
function writeTexts(path: string, header: readonly string[], rows: Iterable<readonly string[]>): number {
  const file = new CsvFile(path, header);
  for (const row of rows) {
    for (const text of row) file.field(toField(text));
    file.endRow();
  }
  file.close();
  return file.rows;
}

/** Writes units, staff, absences and clients of a world. */
export function writeDirectory(world: World, toPath: (dataset: string) => string) {
  const unitName = (unit: number): string => world.units[unit]?.name ?? '';
  const personName = (person: number): string => world.people[person] ?? '';
  const write = (dataset: string, header: readonly string[], rows: Iterable<readonly string[]>) => {
    const path = toPath(dataset);
    return { dataset, path, rows: writeTexts(path, header, rows) };
  };
  return [
    write(
      'units',
      ['unit', 'zone', 'time_zone', 'calendar'],
      world.units.map((unit) => [unit.name, unit.zone, unit.time_zone, unit.calendar]),
    ),
    write(
      'staff',
      ['person', 'unit', 'schedule', 'from', 'to'],
      world.assignments.map((row) => [
        personName(row.person),
        unitName(row.unit),
        row.schedule,
        printDay(row.from),
        row.to === null ? '' : printDay(row.to),
      ]),
    ),
    write(
      'absences',
      ['person', 'from', 'to', 'kind'],
      world.absences.map((row) => [personName(row.person), printDay(row.from), printDay(row.to), row.kind]),
    ),
    write(
      'clients',
      ['client', 'sex', 'birth_year', 'zone', 'segment'],
      world.clients.map((client, index) => [
        toClientCode(index),
        client.sex,
        String(client.birth_year),
        client.zone,
        SEGMENTS[client.segment] ?? '',
      ]),
    ),
  ];
}
