import { crc32, deflateRawSync } from 'node:zlib';
import { HEADER, toFile } from './house.ts';

/** One kind of bad input, and what a person must be told of it. */
export interface BadInput {
  readonly name: string;
  /** Name of the file, and what is in it; null when there is no such file. */
  readonly file: string;
  readonly content: string | Uint8Array | null;
  readonly dataset?: string;
  /** A mapping file given with it. */
  readonly map?: string;
  readonly options?: readonly string[];
  /** Parts of the sentence: what is wrong, where, and the way out. */
  readonly says: readonly RegExp[];
  /** The rows that wait, by line and column; absent when the file is refused whole. */
  readonly waits?: readonly (readonly [line: number, column: string | null, code: string])[];
  /** Options or mapping with which the same file then enters. */
  readonly settledBy?: { readonly options?: readonly string[]; readonly map?: string };
}

const ok = 'R1,actualizacion-datos,Norte,Ana,2011-06-01 08:00,2011-06-02 09:00,cerrado,12';

/** A row that is right but for some cells. */
export function row(
  changes: Readonly<
    Partial<Record<'id' | 'process' | 'unit' | 'person' | 'opened' | 'closed' | 'status' | 'minutes', string>>
  >,
): string {
  const {
    id = 'R2',
    process = 'actualizacion-datos',
    unit = 'Norte',
    person = 'Ana',
    opened = '2011-06-03 08:00',
    closed = '2011-06-04 09:00',
    status = 'cerrado',
    minutes = '15',
  } = changes;
  return [id, process, unit, person, opened, closed, status, minutes].join(',');
}

const PAN = '4539 1488 0343 6467';
const with2 = (changes: Parameters<typeof row>[0]) => toFile([ok, row(changes)]);
const latin = (text: string) => Buffer.from(text, 'latin1');

/** A stored zip of one part that says it is larger than it looks. */
function toBomb(): Buffer {
  const data = deflateRawSync(Buffer.alloc(300 << 20));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(Buffer.alloc(0)), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(300 << 20, 18);
  common.writeUInt16LE(name.length, 22);
  const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, data]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, central, end]);
}

/** Every kind of bad input the product promises to tell in a sentence. */
export const BAD_INPUTS: readonly BadInput[] = [
  {
    name: 'unknown process, with the nearest',
    file: 'proceso.csv',
    content: with2({ process: 'actualizacion-dato' }),
    says: [/línea 3/, /«process»/, /«actualizacion-dato»/, /¿Quiso decir «actualizacion-datos»\?/],
    waits: [[3, 'process', 'unknown-code']],
  },
  {
    name: 'unknown schedule, with the nearest',
    file: 'personal.csv',
    dataset: 'staff',
    content: 'person,unit,schedule,from,to\nAna,Norte,regular,2011-01-01,\nLuis,Norte,regulr,2011-01-01,\n',
    says: [/línea 3/, /«schedule»/, /¿Quiso decir «regular»\?/],
    waits: [[3, 'schedule', 'unknown-code']],
  },
  {
    name: 'text that is no date',
    file: 'fecha.csv',
    content: with2({ opened: 'ayer' }),
    says: [/línea 3/, /«opened_at»/, /«ayer»/, /escríbala/],
    waits: [[3, 'opened_at', 'unreadable-date']],
  },
  {
    name: 'date that never was',
    file: 'febrero.csv',
    content: toFile([
      row({ opened: '28/02/2011', closed: '', status: 'abierto' }),
      row({ id: 'R3', opened: '31/02/2011', closed: '', status: 'abierto' }),
    ]),
    says: [/línea 3/, /«31\/02\/2011»/, /no es una fecha que exista/],
    waits: [[3, 'opened_at', 'unreadable-date']],
  },
  {
    name: 'year that no one lived',
    file: 'siglo.csv',
    content: with2({ opened: '0211-06-03 08:00' }),
    says: [/línea 3/, /«0211-06-03 08:00»/],
    waits: [[3, 'opened_at', 'unreadable-date']],
  },
  {
    name: 'day and month that can be either',
    file: 'orden.csv',
    content: toFile([row({ opened: '03/06/2011 08:00', closed: '', status: 'abierto' })]),
    says: [/«opened_at»/, /03\/06\/2011/, /2011-06-03/, /2011-03-06/, /--dates dmy/],
    settledBy: { options: ['--dates', 'dmy'] },
  },
  {
    name: 'day and month that can be either, settled by a mapping',
    file: 'orden-dos.csv',
    content: toFile([row({ opened: '04/06/2011 08:00', closed: '', status: 'abierto' })]),
    says: [/2011-06-04/, /2011-04-06/],
    settledBy: { map: 'dataset: requests\ndates: dmy\n' },
  },
  {
    name: 'both orders in one column',
    file: 'mezcla.csv',
    content: toFile([
      row({ opened: '25/06/2011', closed: '', status: 'abierto' }),
      row({ id: 'R3', opened: '06/25/2011', closed: '', status: 'abierto' }),
    ]),
    says: [/«opened_at»/, /25\/06\/2011/, /06\/25\/2011/, /--dates/],
  },
  {
    name: 'number that can be a thousand or one and a bit',
    file: 'miles.csv',
    content: with2({ minutes: '1.234' }),
    says: [/«handling_min»/, /«1\.234»/, /1234/, /decimals: comma/],
    settledBy: { map: 'dataset: requests\ndecimals: point\n' },
  },
  {
    name: 'decimal comma and decimal point in one column',
    file: 'comas.csv',
    content: toFile([row({ minutes: '12.5' }), row({ id: 'R3', minutes: '"12,5"' })]),
    says: [/«handling_min»/, /12\.5/, /12,5/],
  },
  {
    name: 'text that is no number',
    file: 'numero.csv',
    content: with2({ minutes: 'doce' }),
    says: [/línea 3/, /«handling_min»/, /«doce»/, /escriba solo el número/],
    waits: [[3, 'handling_min', 'unreadable-number']],
  },
  {
    name: 'required column missing, with the nearest header',
    file: 'columna.csv',
    content: toFile([ok], HEADER.replace('process', 'proseso')),
    says: [/«Proceso»/, /obligatoria/, /¿Quiso decir «proseso»\?/, /--map/],
    settledBy: { map: 'dataset: requests\ncolumns:\n  process: proseso\n' },
  },
  {
    name: 'required cell empty',
    file: 'vacia.csv',
    content: with2({ process: '' }),
    says: [/línea 3/, /«process»/, /obligatoria/, /escriba/],
    waits: [[3, 'process', 'required-empty']],
  },
  {
    name: 'too many cells in a row',
    file: 'sobran.csv',
    content: toFile([ok, `${row({})},otra`]),
    says: [/línea 3/, /más celdas que el encabezado/, /comillas/],
    waits: [[3, null, 'too-many-cells']],
  },
  {
    name: 'too few cells in a row',
    file: 'faltan.csv',
    content: toFile([ok, 'R2,actualizacion-datos,Norte']),
    says: [/línea 3/, /«opened_at»/, /obligatoria/],
    waits: [[3, 'opened_at', 'required-empty']],
  },
  {
    name: 'quote that is never closed',
    file: 'comilla.csv',
    content: toFile([ok, row({ unit: '"Norte' }), row({ id: 'R3' })]),
    says: [/línea 3/, /comilla/, /[Cc]iérrela/],
  },
  {
    name: 'accents that can be read two ways',
    file: 'tildes.csv',
    content: latin(toFile([row({ person: 'él' })])),
    says: [/línea 2/, /«.*él.*»/, /«.*Úl.*»/, /encoding: windows-1252/],
    settledBy: { map: 'dataset: requests\nencoding: windows-1252\n' },
  },
  {
    name: 'text converted twice',
    file: 'doble.csv',
    content: toFile([ok, row({ person: 'José Núñez' })]).replace(/é|ú|ñ/g, (letter) =>
      Buffer.from(letter).toString('latin1'),
    ),
    says: [/línea 3/, /convirtió dos veces/, /José|Núñez/, /CSV UTF-8/],
  },
  {
    name: 'two encodings in one file',
    file: 'pegado.csv',
    content: Buffer.concat([
      Buffer.from(toFile([ok, row({ person: 'José' })])),
      latin(`${row({ id: 'R3', person: 'Núñez' })}\n`),
    ]),
    says: [/línea [34]/, /dos codificaciones/, /CSV UTF-8/],
  },
  {
    name: 'empty file',
    file: 'nada.csv',
    content: '',
    says: [/nada\.csv/, /vacío/, /exportarlo/],
  },
  {
    name: 'header and nothing below',
    file: 'solo.csv',
    content: toFile([]),
    says: [/solo\.csv/, /línea 1/, /ninguna fila/, /[Rr]evise/],
  },
  {
    name: 'old .xls',
    file: 'libro.xls',
    content: Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'),
    says: [/libro\.xls/, /antiguo/, /\.xlsx/],
  },
  {
    name: 'PDF under another name',
    file: 'informe.csv',
    content: '%PDF-1.4\n%âãÏÓ\n1 0 obj\n',
    says: [/informe\.csv/, /PDF/, /CSV o \.xlsx/],
  },
  {
    name: 'fixed width',
    file: 'ancho.txt',
    content:
      'REQUERIMIENTO  PROCESO              AGENCIA   INGRESO\nR1             actualizacion-datos  Norte     2011-06-01\nR2             actualizacion-datos  Norte     2011-06-02\n',
    says: [/ancho\.txt/, /ancho fijo/, /Texto en columnas/],
  },
  {
    name: 'card number in a cell that is read',
    file: 'tarjeta.csv',
    content: with2({ person: PAN }),
    says: [/3: person/, /453914\*+6467|4539 14\*\* \*\*\*\* 6467|453914……6467|4539/, /--mask/],
    settledBy: { options: ['--mask'] },
  },
  {
    name: 'card number in a column that nobody reads',
    file: 'tarjeta-nota.csv',
    content: `${HEADER},nota\n${ok},\n${row({})},llamó por ${PAN}\n`,
    says: [/3: nota/, /--mask/],
    settledBy: { options: ['--mask'] },
  },
  {
    name: 'card number in the title',
    file: 'tarjeta-titulo.csv',
    content: `Reporte de ${PAN}\n\n${toFile([ok, row({})])}`,
    says: [/1: /, /--mask/],
    settledBy: { options: ['--mask'] },
  },
  {
    name: 'card number in the total',
    file: 'tarjeta-total.csv',
    content: `${toFile([ok, row({})])}TOTAL,${PAN},,,,,,27\n`,
    says: [/4: /, /--mask/],
    settledBy: { options: ['--mask'] },
  },
  {
    name: 'zip bomb',
    file: 'bomba.xlsx',
    content: toBomb(),
    says: [/bomba\.xlsx/, /comprimido|ocupa más/, /CSV/],
  },
  {
    name: 'closes before it opens',
    file: 'cierre.csv',
    content: with2({ closed: '2011-06-02 08:00' }),
    says: [/línea 3/, /cierre es anterior al ingreso/, /corrija/],
    waits: [[3, 'closed_at', 'closes-before-opens']],
  },
  {
    name: 'closed without a closing date',
    file: 'cerrado.csv',
    content: with2({ closed: '' }),
    says: [/línea 3/, /falta la fecha de cierre/, /[Ee]scriba la fecha/],
    waits: [[3, 'status', 'closed-without-date']],
  },
  {
    name: 'negative minutes',
    file: 'negativo.csv',
    content: with2({ minutes: '-5' }),
    says: [/línea 3/, /negativos/, /[Ee]scriba los minutos/],
    waits: [[3, 'handling_min', 'negative-minutes']],
  },
  {
    name: 'date that has not come',
    file: 'futuro.csv',
    content: with2({ opened: '2021-06-03 08:00', closed: '', status: 'abierto' }),
    says: [/línea 3/, /todavía no llega/, /revise el año/],
    waits: [[3, 'opened_at', 'future-date']],
  },
  {
    name: 'date without its time',
    file: 'hora.csv',
    content:
      'request_id,process,fecha ingreso,hora ingreso,status\nR1,actualizacion-datos,2011-06-01,08:00,abierto\nR2,actualizacion-datos,2011-06-02,,abierto\n',
    says: [/línea 3/, /«hora ingreso»/, /falta la hora/, /escriba la hora/],
    waits: [[3, 'hora ingreso', 'date-without-time']],
  },
  {
    name: 'time without its date',
    file: 'sin-fecha.csv',
    content:
      'request_id,process,opened_at,fecha cierre,hora cierre,status\nR1,actualizacion-datos,2011-06-01 08:00,2011-06-02,08:00,cerrado\nR2,actualizacion-datos,2011-06-01 08:00,,16:30,abierto\n',
    says: [/línea 3/, /«fecha cierre»/, /falta la fecha/, /escriba la fecha/],
    waits: [[3, 'fecha cierre', 'time-without-date']],
  },
  {
    name: 'neither yes nor no',
    file: 'entregas.csv',
    dataset: 'deliveries',
    content:
      'delivery_id,issued_at,unit,delivered,reason,quantity\nE1,2011-06-01,Norte,sí,,1\nE2,2011-06-01,Norte,quizás,,1\n',
    says: [/línea 3/, /«delivered»/, /«quizás»/, /escriba sí o no/],
    waits: [[3, 'delivered', 'unreadable-boolean']],
  },
  {
    name: 'staff row that ends before it starts',
    file: 'turno.csv',
    dataset: 'staff',
    content:
      'person,unit,schedule,from,to\nAna,Norte,regular,2011-01-01,2011-02-01\nLuis,Norte,regular,2011-05-01,2011-04-01\n',
    says: [/línea 3/, /último día es anterior al primero/, /[Cc]orrija/],
    waits: [[3, 'to', 'ends-before-starts']],
  },
  {
    name: 'file of another data set',
    file: 'otro.csv',
    dataset: 'staff',
    content: toFile([ok]),
    says: [/obligatoria/, /El archivo trae/, /--map/],
  },
  {
    name: 'nearly every row wrong',
    file: 'todo.csv',
    content: toFile(Array.from({ length: 30 }, (_, index) => row({ id: `R${index}`, process: `x${index}` }))),
    says: [/30 de 30/, /«process»/, /no se importó nada/],
  },
  {
    name: 'file that does not exist',
    file: 'ausente.csv',
    content: null,
    says: [/ausente\.csv/, /No se encuentra/, /[Rr]evise el nombre/],
  },
  {
    name: 'folder instead of a file',
    file: '.',
    content: null,
    says: [/carpeta/, /[Ii]ndique el archivo/],
  },
  {
    name: 'data set that does not exist',
    file: 'bien.csv',
    dataset: 'solicitud',
    content: toFile([ok]),
    says: [/«solicitud»/, /requests/],
  },
  {
    name: 'mapping with a misspelt field',
    file: 'campo.csv',
    content: toFile([ok]),
    map: 'dataset: requests\ndecimales: comma\n',
    says: [/mapa\.yaml, línea 2/, /«decimales»/, /¿Quiso decir «decimals»\?/],
  },
  {
    name: 'mapping with a column we do not have',
    file: 'destino.csv',
    content: toFile([ok]),
    map: 'dataset: requests\ncolumns:\n  proces: process\n',
    says: [/mapa\.yaml, línea 3/, /«proces»/, /¿Quiso decir «process»\?/],
  },
  {
    name: 'mapping with a header the file does not have',
    file: 'renombrado.csv',
    content: toFile([ok], HEADER.replace('person', 'ejecutivo')),
    map: 'dataset: requests\ncolumns:\n  person: ejecutiva\n',
    says: [/«ejecutiva»/, /¿Quiso decir «ejecutivo»\?/, /[Cc]orrija/],
  },
  {
    name: 'mapping that is no YAML',
    file: 'yaml.csv',
    content: toFile([ok]),
    map: 'dataset: requests\ncolumns: {process: [\n',
    says: [/mapa\.yaml, línea \d/, /no se puede leer/],
  },
  {
    name: 'mapping that does not exist',
    file: 'sin-mapa.csv',
    content: toFile([ok]),
    options: ['--map', 'no-existe.yaml'],
    says: [/no-existe\.yaml/, /--map/],
  },
  {
    name: 'order of dates that does not exist',
    file: 'dates.csv',
    content: toFile([ok]),
    options: ['--dates', 'dia'],
    says: [/--dates/, /«dia»/, /dmy, mdy, ymd/],
  },
  {
    name: 'number of rows that differs',
    file: 'control.csv',
    content: with2({}),
    options: ['--control-rows', '3'],
    says: [/total de control/, /3/, /tiene 2/, /No se importó nada/],
    settledBy: { options: ['--control-rows', '2', '--control-sum', 'handling_min=27'] },
  },
  {
    name: 'number of rows that is no number',
    file: 'control-filas.csv',
    content: with2({}),
    options: ['--control-rows', 'dos'],
    says: [/--control-rows/, /«dos»/],
  },
  {
    name: 'sum that differs',
    file: 'suma.csv',
    content: with2({}),
    options: ['--control-sum', 'handling_min=26.5'],
    says: [/total de control/, /handling_min/, /26[.,]5/, /27/],
  },
  {
    name: 'bytes that no text has',
    file: 'nulos.csv',
    content: Buffer.concat([Buffer.from(toFile([ok])), Buffer.from([0, 0, 0]), Buffer.from(`${row({})}\n`)]),
    says: [/línea 3/, /bytes nulos/, /exportarlo/],
  },
];
