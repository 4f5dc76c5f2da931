/** A cell as read from a workbook: a value, or a formula. */
export interface ReadCell {
  readonly value: string | number | null;
  readonly formula?: string;
}

export type ReadWorkbook = ReadonlyMap<string, readonly (readonly ReadCell[])[]>;

type Value = string | number | boolean | null;
type Range = readonly Value[];
type Operand = Value | Range;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)|([A-Z]+)(?=\()|(TRUE|FALSE)|(<>|<=|>=|[-+*/&=<>(),]))/y;

interface Token {
  readonly kind: 'number' | 'text' | 'place' | 'function' | 'boolean' | 'mark';
  readonly text: string;
}

function readTokens(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula);
    if (!match) throw new Error(`cannot read formula ${formula}`);
    const kinds = ['number', 'text', 'place', 'function', 'boolean', 'mark'] as const;
    const index = match.slice(1).findIndex((part) => part !== undefined);
    tokens.push({ kind: kinds[index]!, text: match[index + 1]! });
  }
  return tokens;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const isRange = (operand: Operand): operand is Range => Array.isArray(operand);
const numbersOf = (operand: Operand) =>
  (isRange(operand) ? operand : [operand]).filter((value) => typeof value === 'number');

/** Written apart from the product: the few functions its workbooks use, by the spreadsheets' own rules. */
export class WorkbookEvaluator {
  private readonly book: ReadWorkbook;
  private readonly known = new Map<string, Value>();

  constructor(book: ReadWorkbook) {
    this.book = book;
  }

  /** The value of a cell, computed from its formula where it has one. */
  cell(sheet: string, row: number, column: number): Value {
    const key = `${sheet}!${row},${column}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const cell = this.book.get(sheet)?.[row]?.[column];
    const value = cell?.formula === undefined ? (cell?.value ?? null) : this.evaluate(cell.formula, sheet);
    this.known.set(key, value);
    return value;
  }

  private evaluate(formula: string, sheet: string): Value {
    const parser = new FormulaParser(readTokens(formula), (place) => this.read(place, sheet));
    const value = parser.read();
    if (isRange(value)) throw new Error(`a range is no value: ${formula}`);
    return value;
  }

  private read(place: string, own: string): Operand {
    const match = /^(?:'((?:[^']|'')+)'!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(place)!;
    const [, named, from = '', top = '', to, bottom] = match;
    const sheet = named?.replaceAll("''", "'") ?? own;
    if (to === undefined) return this.cell(sheet, Number(top) - 1, columnOf(from));
    if (to !== from) throw new Error(`only one column at a time: ${place}`);
    return Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, index) =>
      this.cell(sheet, Number(top) - 1 + index, columnOf(from)),
    );
  }
}

class FormulaParser {
  private readonly tokens: readonly Token[];
  private readonly place: (text: string) => Operand;
  private at = 0;

  constructor(tokens: readonly Token[], place: (text: string) => Operand) {
    this.tokens = tokens;
    this.place = place;
  }

  read(): Operand {
    const value = this.comparison();
    if (this.at < this.tokens.length) throw new Error(`unread: ${JSON.stringify(this.tokens[this.at])}`);
    return value;
  }

  private mark(...marks: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'mark' || !marks.includes(token.text)) return null;
    this.at += 1;
    return token.text;
  }

  private comparison(): Operand {
    let left = this.joined();
    for (let op = this.mark('=', '<>', '<', '<=', '>', '>='); op; op = this.mark('=', '<>', '<', '>')) {
      const [a, b] = [scalar(left), scalar(this.joined())];
      const order = compareValues(a, b);
      left = {
        '=': order === 0,
        '<>': order !== 0,
        '<': order < 0,
        '<=': order <= 0,
        '>': order > 0,
        '>=': order >= 0,
      }[op] as boolean;
    }
    return left;
  }

  private joined(): Operand {
    let left = this.sum();
    while (this.mark('&')) left = `${text(scalar(left))}${text(scalar(this.sum()))}`;
    return left;
  }

  private sum(): Operand {
    let left = this.product();
    for (let op = this.mark('+', '-'); op; op = this.mark('+', '-')) {
      const [a, b] = [number(scalar(left)), number(scalar(this.product()))];
      left = op === '+' ? a + b : a - b;
    }
    return left;
  }

  private product(): Operand {
    let left = this.single();
    for (let op = this.mark('*', '/'); op; op = this.mark('*', '/')) {
      const right = this.single();
      if (isRange(left) && isRange(right)) {
        const other = right;
        left = left.map((value, index) => number(value) * number(other[index] ?? null));
      } else if (op === '*') left = number(scalar(left)) * number(scalar(right));
      else left = number(scalar(left)) / number(scalar(right));
    }
    return left;
  }

  private single(): Operand {
    const token = this.tokens[this.at];
    if (!token) throw new Error('the formula ends too soon');
    if (this.mark('(')) {
      const value = this.comparison();
      if (!this.mark(')')) throw new Error('an open bracket');
      return value;
    }
    this.at += 1;
    switch (token.kind) {
      case 'number':
        return Number(token.text);
      case 'text':
        return token.text.replaceAll('""', '"');
      case 'boolean':
        return token.text === 'TRUE';
      case 'place':
        return this.place(token.text);
      case 'function':
        return this.call(token.text);
      default:
        throw new Error(`unexpected ${token.text}`);
    }
  }

  private call(name: string): Operand {
    const args: Operand[] = [];
    if (!this.mark('(')) throw new Error(`${name} without brackets`);
    while (!this.mark(')')) {
      args.push(this.comparison());
      this.mark(',');
    }
    const run = FUNCTIONS[name];
    if (!run) throw new Error(`no function ${name}`);
    return run(args);
  }
}

function scalar(operand: Operand): Value {
  if (isRange(operand)) throw new Error('a range where a value goes');
  return operand;
}

function number(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'string') throw new Error(`not a number: ${value}`);
  return Number(value);
}

function text(value: Value): string {
  // Spreadsheets show fifteen significant digits.
  return value === null
    ? ''
    : typeof value === 'number'
      ? String(Number(value.toPrecision(15)))
      : String(value);
}

function compareValues(a: Value, b: Value): number {
  if (a === null || b === null) {
    const other = a ?? b;
    return other === null || other === '' || other === 0 ? 0 : 1;
  }
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const FUNCTIONS: Readonly<Record<string, (args: readonly Operand[]) => Operand>> = {
  SUM: (args) => args.flatMap(numbersOf).reduce((sum, value) => sum + value, 0),
  COUNT: (args) => args.flatMap(numbersOf).length,
  COUNTIF: ([range, wanted]) => (range as Range).filter((value) => value === wanted).length,
  SUMIFS: ([sums, range, wanted]) =>
    (sums as Range).reduce<number>(
      (sum, value, index) => sum + ((range as Range)[index] === wanted ? number(value) : 0),
      0,
    ),
  MIN: ([range]) => Math.min(...numbersOf(range!)),
  MAX: ([range]) => Math.max(...numbersOf(range!)),
  PERCENTILE: ([range, share]) => {
    const sorted = [...numbersOf(range!)].sort((a, b) => a - b);
    const at = (sorted.length - 1) * Number(share);
    const low = Math.floor(at);
    return sorted[low]! + (sorted[Math.ceil(at)]! - sorted[low]!) * (at - low);
  },
  SUMPRODUCT: ([range]) => numbersOf(range!).reduce((sum, value) => sum + value, 0),
  ISNUMBER: ([range]) => (range as Range).map((value) => typeof value === 'number'),
  ROUND: ([value, digits]) => {
    const factor = 10 ** Number(digits);
    return Math.round(Number((Number(value) * factor).toPrecision(15))) / factor;
  },
  SUBSTITUTE: ([value, from, to]) => text(value as Value).replaceAll(String(from), String(to)),
  AND: (args) => args.every(Boolean),
  OR: (args) => args.some(Boolean),
  // Both branches are read before the choice, so a division by zero not taken is infinity, not an error.
  IF: ([condition, yes, no]) => (condition ? yes! : no!),
};
