/** A request as the tests know it, before it is dressed as a bank would write it. */
export interface Request {
  readonly id: string;
  readonly process: string;
  readonly unit: string;
  readonly person: string;
  /** `2011-06-03 08:15`. */
  readonly opened: string;
  readonly closed: string | null;
  readonly minutes: number;
}

/** Random numbers that a seed repeats. */
export function toDice(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (n: number): number => Math.floor(next() * n),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
    shuffle: <T>(list: readonly T[]): T[] =>
      list
        .map((item) => [next(), item] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, item]) => item),
  };
}

export type Dice = ReturnType<typeof toDice>;

/** How a file is dressed: everything that must not change a fact. */
export interface Dress {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252';
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly dates: 'ymd' | 'dmy' | 'dmy-short' | 'mdy';
  readonly mark: '.' | ',';
  readonly titles: number;
  readonly total: boolean;
  readonly apart: boolean;
  readonly ends: '\n' | '\r\n';
  readonly breaks: boolean;
}

export function toDress(dice: Dice): Dress {
  return {
    encoding: dice.pick(['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252']),
    delimiter: dice.pick([',', ';', '\t', '|']),
    dates: dice.pick(['ymd', 'dmy', 'dmy-short', 'mdy']),
    mark: dice.pick(['.', ',']),
    titles: dice.below(3),
    total: dice.below(2) === 1,
    apart: dice.below(2) === 1,
    ends: dice.pick(['\n', '\r\n']),
    breaks: dice.below(2) === 1,
  };
}

const pad = (n: number) => String(n).padStart(2, '0');

/** Requests of June 2011; the first lies on a day that no month is. */
export function toRequests(dice: Dice, n: number): Request[] {
  return Array.from({ length: n }, (_, index) => {
    const day = index === 0 ? 25 : 1 + dice.below(27);
    const open = dice.below(6) === 0;
    return {
      id: `S-${String(1000 + index)}`,
      process: dice.pick([
        'actualizacion-datos',
        'activacion-tarjeta',
        'prestamo-inmediato',
        'debito-automatico',
      ]),
      unit: dice.pick(['Agencia Ñuñoa', 'Agencia Quito', 'Matriz']),
      person: dice.pick(['José Peña', 'María Ibáñez', 'Günther Paz', 'Ana Díaz']),
      opened: `2011-06-${pad(day)} ${pad(8 + dice.below(8))}:${pad(dice.below(60))}`,
      closed: open
        ? null
        : `2011-06-${pad(day + 1 + dice.below(2))} ${pad(8 + dice.below(8))}:${pad(dice.below(60))}`,
      // The first has a mark, so that it can be told.
      minutes: index === 0 ? 12.5 : dice.below(60) + dice.below(4) / 4,
    };
  });
}

/** What one cell of a row is replaced with, to plant a defect. */
export type Spoil = (cells: Map<string, string>, dress: Dress) => void;

/** Names of the columns as a bank writes them, each with what it is. */
const HEADERS: Readonly<Record<string, string>> = {
  id: 'Nro. Solicitud',
  process: 'Tipo de trámite',
  unit: 'Oficina',
  person: 'Asesor',
  opened: 'Fecha y hora de ingreso',
  closed: 'Fecha y hora de cierre',
  opened_date: 'Fecha ingreso',
  opened_time: 'Hora ingreso',
  closed_date: 'Fecha cierre',
  closed_time: 'Hora cierre',
  status: 'Estado',
  minutes: 'Minutos de atención',
  note: 'Observación',
};

export function printDay(day: string, { dates }: Dress): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (dates === 'ymd') return day;
  if (dates === 'mdy') return `${month}/${date}/${year}`;
  return `${date}/${month}/${dates === 'dmy' ? year : year.slice(2)}`;
}

export interface DressedFile {
  readonly bytes: Buffer;
  /** Line on which each row begins. */
  readonly lines: readonly number[];
  /** Name in this file of each kind of column. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Writes requests as a file in some dress, with spoiled rows where asked. */
export function toDressedFile(
  requests: readonly Request[],
  dress: Dress,
  dice: Dice,
  spoils: ReadonlyMap<number, Spoil> = new Map(),
): DressedFile {
  const { delimiter, apart, ends } = dress;
  const instants = apart
    ? ['opened_date', 'opened_time', 'closed_date', 'closed_time']
    : ['opened', 'closed'];
  const columns = dice.shuffle(['id', 'process', 'unit', 'person', ...instants, 'status', 'minutes', 'note']);
  const quote = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const print = (cells: readonly string[]) => cells.map(quote).join(delimiter);
  const text: string[] = [];
  let line = 1;
  const write = (record: string) => {
    text.push(record);
    const start = line;
    line += record.split(ends).length;
    return start;
  };
  const titles = ['Banco del Sur, S. A.', 'Reporte de atención al cliente'].slice(0, dress.titles);
  for (const title of titles) write(quote(title));
  write(print(columns.map((column) => HEADERS[column]!)));
  const lines = requests.map((request, index) => {
    const cells = new Map(toCells(request, dress).map(([name, value]) => [name, value]));
    if (dress.breaks && index % 7 === 3) cells.set('note', `primera línea${ends}segunda "línea"`);
    spoils.get(index)?.(cells, dress);
    const record = columns.map((column) => cells.get(column) ?? '');
    return write(print([...record, ...(cells.has('extra') ? [cells.get('extra')!] : [])]));
  });
  if (dress.total)
    write(print(columns.map((column, index) => (index === 0 ? 'TOTAL' : column === 'minutes' ? '999' : ''))));
  return { bytes: encode(text.map((record) => record + ends).join(''), dress), lines, headers: HEADERS };
}

function toCells(request: Request, dress: Dress): [string, string][] {
  const { id, process, unit, person, opened, closed, minutes } = request;
  const [openedDay = '', openedTime = ''] = opened.split(' ');
  const [closedDay = '', closedTime = ''] = (closed ?? '').split(' ');
  const day = (text: string) => (text === '' ? '' : printDay(text, dress));
  return [
    ['id', id],
    ['process', process],
    ['unit', unit],
    ['person', person],
    ['opened', `${day(openedDay)} ${openedTime}`],
    ['closed', `${day(closedDay)} ${closedTime}`.trim()],
    ['opened_date', day(openedDay)],
    ['opened_time', openedTime],
    ['closed_date', day(closedDay)],
    ['closed_time', closedTime],
    ['status', closed === null ? 'abierto' : 'cerrado'],
    ['minutes', String(minutes).replace('.', dress.mark)],
    ['note', ''],
  ];
}

function encode(text: string, { encoding }: Dress): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  return Buffer.from(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text);
}
