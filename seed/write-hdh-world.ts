import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toField } from './csv-file.ts';
import { listMonths, type Month, printDay, toWeekday } from './date.ts';
import {
  HDH_ADVISERS,
  HDH_AFTER,
  HDH_BEFORE,
  HDH_MONTHS,
  HDH_UNITS,
  HDH_WAVES,
  type HdhAdviser,
  type HdhWeek,
} from './hdh-plan.ts';
import type { WrittenFile } from './world.ts';

type Row = readonly (string | number | boolean)[];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Weeks of a month that have loans: three whole ones, so that each loan is applied for and disbursed in its month. */
const WEEKS = 3;
const DECLINED = 3;
const INACTIVE = 8;
/** Clients of the least adviser: loans go round them. */
const ROUND = 240;
const PURPOSES: Readonly<Record<number, readonly string[]>> = {
  0: [],
  1: ['evaluacion'],
  2: ['evaluacion', 'firma'],
  3: ['solicitud', 'evaluacion', 'firma'],
  4: ['solicitud', 'evaluacion', 'papeles', 'firma'],
  5: ['solicitud', 'evaluacion', 'papeles', 'papeles', 'firma'],
  6: ['solicitud', 'evaluacion', 'papeles', 'papeles', 'papeles', 'firma'],
};

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  units: ['unit', 'zone', 'time_zone', 'calendar'],
  clients: ['client', 'sex', 'birth_year', 'zone', 'segment'],
  advisers: ['month_end', 'person', 'unit', 'uses_app'],
  portfolio: ['month_end', 'client', 'active', 'person', 'unit', 'balance'],
  operations: [
    'operation_id',
    'applied_at',
    'disbursed_at',
    'outcome',
    'product',
    'amount',
    'client',
    'person',
    'unit',
    'channel',
  ],
  visits: ['visit_id', 'visited_at', 'operation', 'purpose', 'client', 'person', 'unit'],
};

function toMoment(day: number, minutes: number): string {
  const [days, rest] = [Math.floor(minutes / 1440), minutes % 1440];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${printDay(day + days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:00`;
}

const findMonday = (month: Month): number => month.first + ((8 - toWeekday(month.first)) % 7);
const toWorkday = (day: number): number => day - Math.max(0, toWeekday(day) - 5);

/** The facts of one adviser, month after month. */
class AdviserFacts {
  readonly rows: Record<string, Row[]> = { advisers: [], portfolio: [], operations: [], visits: [] };
  readonly #place: number;
  readonly #adviser: HdhAdviser;
  #loans = 0;
  #visits = 0;

  constructor(place: number) {
    this.#place = place;
    this.#adviser = HDH_ADVISERS[place] as HdhAdviser;
  }

  #client(number: number): string {
    return `C${this.#place + 1}${String(number + 1).padStart(4, '0')}`;
  }

  /** `index` counts months from the first of the world. */
  addMonth(month: Month, index: number): void {
    const { name, unit, app, clients, sign } = this.#adviser;
    const isAfter = index >= HDH_MONTHS.before;
    const week = app && isAfter ? HDH_AFTER : HDH_BEFORE;
    const end = printDay(month.end - 1);
    this.rows['advisers']?.push([end, name, unit, app && isAfter]);
    const active = clients[isAfter ? 1 : 0] + sign * at(HDH_WAVES.clients, index);
    for (let number = 0; number < active + INACTIVE; number++) {
      const isActive = number < active;
      const balance = isActive ? 2000 + ((number * 37 + index * 11) % 90) * 100 : 0;
      this.rows['portfolio']?.push([end, this.#client(number), isActive, name, unit, balance]);
    }
    this.#addLoans(month, week, sign * at(HDH_WAVES.waits, index), sign * at(HDH_WAVES.visits, index));
    this.#addDeclined(month);
    this.#addCollection(month, app && isAfter ? 6 : 10);
  }

  #addLoans(month: Month, week: HdhWeek, waits: number, visits: number): void {
    const monday = findMonday(month);
    const [from, to] = waits > 0 ? week.swap : [week.swap[1], week.swap[0]];
    for (let turn = 0; turn < WEEKS * week.hours.length; turn++) {
      const [row, place] = [Math.floor(turn / week.hours.length), turn % week.hours.length];
      const usual = at(week.hours, place);
      const hours = row < Math.abs(waits) && usual === from ? to : usual;
      const [day, hour] = week.slots[hours] as readonly [number | null, number];
      const applied = monday + row * 7 + (day ?? place % 4);
      const minutes = hour * 60 + ((turn * 7) % 50);
      // Every fifth loan until the month has its visits more or less.
      const isOff = turn % 5 === 0 && turn / 5 < Math.abs(visits);
      const made = at(week.visits, place) + (isOff ? Math.sign(visits) : 0);
      this.#addLoan(applied, minutes, hours, made);
    }
  }

  #addLoan(day: number, minutes: number, hours: number, visits: number): void {
    const { name, unit, app } = this.#adviser;
    const number = this.#loans++;
    const id = `OP${this.#place + 1}-${String(number + 1).padStart(4, '0')}`;
    const client = this.#client(number % ROUND);
    const amount = 5000 + ((number * 37) % 40) * 500;
    const channel = app && hours < 24 ? 'aplicación' : 'agencia';
    const [applied, disbursed] = [toMoment(day, minutes), toMoment(day, minutes + hours * 60)];
    const product = number % 3 === 0 ? 'grupal' : 'individual';
    this.rows['operations']?.push([
      id,
      applied,
      disbursed,
      'aprobado',
      product,
      amount,
      client,
      name,
      unit,
      channel,
    ]);
    const span = Math.floor((minutes + hours * 60) / 1440);
    for (const [turn, purpose] of (PURPOSES[visits] ?? []).entries())
      this.#addVisit(toWorkday(day + Math.min(turn, span)), 8 * 60 + turn * 45, id, purpose, client);
  }

  #addVisit(day: number, minutes: number, operation: string, purpose: string, client: string): void {
    const { name, unit } = this.#adviser;
    const id = `V${this.#place + 1}-${String(++this.#visits).padStart(5, '0')}`;
    this.rows['visits']?.push([id, toMoment(day, minutes), operation, purpose, client, name, unit]);
  }

  /** Applications that the first look declined: they wait for nothing and nobody is visited. */
  #addDeclined(month: Month): void {
    const { name, unit } = this.#adviser;
    for (let turn = 0; turn < DECLINED; turn++) {
      const id = `NO${this.#place + 1}-${month.name.replace('-', '')}-${turn + 1}`;
      const applied = toMoment(findMonday(month) + turn * 7 + 2, 11 * 60);
      const client = this.#client(ROUND + turn);
      this.rows['operations']?.push([
        id,
        applied,
        '',
        'negado',
        'individual',
        8000,
        client,
        name,
        unit,
        'agencia',
      ]);
    }
  }

  /** Visits that serve no application. */
  #addCollection(month: Month, count: number): void {
    for (let turn = 0; turn < count; turn++) {
      const day = toWorkday(findMonday(month) + turn * 2);
      const purpose = turn % 3 === 0 ? 'seguimiento' : 'cobranza';
      this.#addVisit(day, 15 * 60 + turn, '', purpose, this.#client((turn * 13) % ROUND));
    }
  }
}

/** Clients that ever stand in the portfolio of an adviser. */
function listClients(place: number): Row[] {
  const { unit, clients } = HDH_ADVISERS[place] as HdhAdviser;
  const zone = HDH_UNITS.find(({ name }) => name === unit)?.zone ?? '';
  const most = Math.max(...clients) + Math.max(...HDH_WAVES.clients.map(Math.abs)) + INACTIVE;
  return Array.from({ length: most }, (_, number) => [
    `C${place + 1}${String(number + 1).padStart(4, '0')}`,
    number % 3 === 0 ? 'M' : 'F',
    1955 + ((number * 7) % 45),
    zone,
    number % 4 === 0 ? 'comercio' : 'agricultura',
  ]);
}

function writeFacts(folder: string, app: boolean): WrittenFile[] {
  mkdirSync(folder, { recursive: true });
  const places = [...HDH_ADVISERS.keys()].filter((place) => HDH_ADVISERS[place]?.app === app);
  const { year, month, before, after } = HDH_MONTHS;
  const facts = places.map((place) => {
    const adviser = new AdviserFacts(place);
    for (const [index, each] of listMonths(year, month, before + after).entries())
      adviser.addMonth(each, index);
    return adviser.rows;
  });
  const units = HDH_UNITS.filter((unit) => unit.app === app);
  const rowsOf = (dataset: string): readonly Row[] => {
    if (dataset === 'units') return units.map(({ name, zone }) => [name, zone, 'America/Tegucigalpa', '']);
    if (dataset === 'clients') return places.flatMap(listClients);
    return facts.flatMap((rows) => rows[dataset] ?? []);
  };
  return Object.entries(HEADERS).map(([dataset, header]) => {
    const path = join(folder, `${dataset}.csv`);
    const rows = rowsOf(dataset);
    const lines = rows.map((row) =>
      row.map((cell) => Buffer.from(toField(String(cell))).toString()).join(','),
    );
    writeFileSync(path, `${[header.join(','), ...lines].join('\n')}\n`);
    return { dataset, path, rows: rows.length };
  });
}

/** Where the facts of the agency without the application stand, beside the others. */
export const HDH_COMPARISON = 'comparacion';

/**
 * Writes a microfinance institution that gave its advisers an application on 1 March 2021: two agencies
 * with it, and in a folder of its own (`comparacion`) one that it did not reach. In the first two, from
 * the twelve months before to the six after: 72 to 12 hours, 250 to 310 clients per adviser, 4 to 1 visits.
 *
 * @returns the files in an order in which they can be imported
 */
export function writeHdhWorld(
  folder: string,
  { comparison = true }: { readonly comparison?: boolean } = {},
): { readonly files: readonly WrittenFile[] } {
  const files = writeFacts(folder, true);
  if (comparison) files.push(...writeFacts(join(folder, HDH_COMPARISON), false));
  return { files };
}
