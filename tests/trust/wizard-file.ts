/** A month of requests as a core exports it, and what anybody can count in it by hand. */
export interface WizardFile {
  readonly bytes: Buffer;
  readonly rows: number;
  /** What was planted: the number of the row, the code it must be found under and the column to blame. */
  readonly planted: readonly { readonly id: string; readonly code: string; readonly header: string | null }[];
  /** The cells of each planted row as they should have been. */
  readonly right: ReadonlyMap<string, readonly string[]>;
  /** Hours of each direct debit once everything is corrected. */
  readonly debit_hours: readonly number[];
}

const HEADER = 'SEC OPERACION;TRX;OFIC;OPER;NUM PERSONA;F PROC;H PROC;F TERM;H TERM;SIT OPER;T GESTION';
const TRANSACTIONS = ['0451 MANT DATOS CLIENTE', '0512 EMISIÓN PIN', '0533 AFIL DÉB AUT'] as const;
const UNITS = ['Matriz', 'Ñuño Tolita'] as const;

const two = (n: number): string => String(n).padStart(2, '0');

/** A good row: opened on a day of June at nine, closed some hours later on the following day. */
function toRow(index: number): string[] {
  const day = 1 + (index % 20);
  return [
    `${String(index).padStart(5, '0')}-11`,
    TRANSACTIONS[index % 3]!,
    UNITS[index % 2]!,
    index % 2 === 0 ? 'AVERA' : 'JPEREZ',
    String(70_000 + index),
    `${two(day)}/06/2011`,
    '09:00',
    `${two(day + 1)}/06/2011`,
    `${two(8 + (index % 4))}:30`,
    'TERM.',
    `${4 + (index % 5)},25`,
  ];
}

/** Hours from nine of one day to the closing of the next. */
const hoursOf = (index: number): number => 24 - 1 + (index % 4) + 0.5;

type Spoil = (cells: string[]) => void;
const SPOILS: readonly { code: string; header: string | null; spoil: Spoil }[] = [
  { code: 'unknown-code', header: 'TRX', spoil: (cells) => (cells[1] = '0999 NO EXISTE') },
  { code: 'unreadable-date', header: 'F PROC', spoil: (cells) => (cells[5] = '31/06/2011') },
  { code: 'row-rule', header: 'F TERM', spoil: (cells) => (cells[7] = '30/05/2011') },
  { code: 'date-without-time', header: 'H PROC', spoil: (cells) => (cells[6] = '') },
  { code: 'time-without-date', header: 'F TERM', spoil: (cells) => (cells[7] = '') },
  { code: 'row-rule', header: 'T GESTION', spoil: (cells) => (cells[10] = '-6,25') },
  { code: 'unreadable-number', header: 'T GESTION', spoil: (cells) => (cells[10] = 'doce') },
  { code: 'required-empty', header: 'SEC OPERACION', spoil: (cells) => (cells[0] = '') },
  { code: 'future-date', header: 'F TERM', spoil: (cells) => (cells[7] = cells[7]!.replace('2011', '2031')) },
  { code: 'unknown-code', header: 'SIT OPER', spoil: (cells) => (cells[9] = 'XX') },
];

/** Latin letters as Windows-1252 writes them: one byte each. */
function toWindows1252(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/** Writes the file: titles above, a total below, and ten errors among forty rows. */
export function writeWizardFile(): WizardFile {
  const rows = 40;
  const right = new Map<string, readonly string[]>();
  const planted: { id: string; code: string; header: string | null }[] = [];
  const lines: string[] = [];
  for (let index = 0; index < rows; index++) {
    const cells = toRow(index);
    const error = index % 4 === 1 ? SPOILS[(index - 1) / 4] : undefined;
    if (error) {
      right.set(cells[0]!, [...cells]);
      planted.push({ id: cells[0]!, code: error.code, header: error.header });
      error.spoil(cells);
    }
    lines.push(cells.join(';'));
  }
  const text = [
    'COOPERATIVA DE AHORRO «LA UNIÓN»;;;;;;;;;;',
    'Gestiones del período: 01/06/2011 al 30/06/2011;;;;;;;;;;',
    ';;;;;;;;;;',
    HEADER,
    ...lines,
    'TOTAL;;;;;;;;;;237,50',
    '',
  ].join('\r\n');
  const debit_hours = Array.from({ length: rows }, (_, index) => index)
    .filter((index) => index % 3 === 2)
    .map(hoursOf);
  return { bytes: toWindows1252(text), rows, planted, right, debit_hours };
}
