import { Refusal } from '../kernel/index.ts';

export type DateForm = 'ymd' | 'dmy' | 'mdy' | 'serial' | 'compact';
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** How the texts of a column are read: settled once per import, kept with it, reused on a rebuild. */
export type Reading =
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date'; readonly form: DateForm; readonly settled_by: string }
  | NumberReading;

export interface NumberReading {
  readonly kind: 'number';
  readonly mark: '.' | ',';
  /** The value that settled the mark; empty where no value looked at has one. */
  readonly settled_by: string;
  /** True for a workbook: its numbers come with a point, whatever mark its texts use. */
  readonly numeric_cells?: boolean;
}

/** Texts that mean an empty cell where a date, a number or a code is expected. */
export const EMPTY_WORDS: readonly string[] = [
  '',
  '-',
  '--',
  'null',
  'none',
  'n/a',
  'na',
  'nan',
  'nd',
  's/d',
  '#n/a',
];

const DATE = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[ T,]+\S.*)?$/;
const MONTHS = 'ene|jan|feb|mar|abr|apr|may|jun|jul|ago|aug|sep|set|oct|nov|dic|dec';
const NAMED = new RegExp(`^(\\d{1,2})[-/. ](?:de )?(?:${MONTHS})[a-z]*[-/. ](?:de )?(\\d{2,4})`, 'i');

function isEmpty(text: string): boolean {
  return EMPTY_WORDS.includes(text.trim().toLowerCase());
}

/** What one text says about the order of day and month. */
function evidence(text: string): DateForm | 'either' | 'same' | 'unreadable' {
  if (NAMED.test(text)) return 'dmy';
  const match = DATE.exec(text);
  if (!match) {
    if (/^(19|20)\d{6}(\d{6})?$/.test(text)) return 'compact';
    if (/^[2-6]\d{4}(\.\d+)?$/.test(text)) return 'serial';
    return 'unreadable';
  }
  const [, first = '', second = '', third = ''] = match;
  if (first.length > 2) return 'ymd';
  if (third.length === 3 || third.length === 1) return 'unreadable';
  if (Number(first) > 12 && Number(second) <= 12) return 'dmy';
  if (Number(second) > 12 && Number(first) <= 12) return 'mdy';
  return Number(first) === Number(second) ? 'same' : 'either';
}

export interface DateVotes {
  readonly forms: ReadonlyMap<DateForm, { readonly n: number; readonly example: string }>;
  readonly either: { readonly n: number; readonly example: string };
  /** Dates whose day and month are the same number. */
  readonly same: number;
}

/** Counts what each text of a column says about its date order. */
export function voteDates(texts: Iterable<string>): DateVotes {
  const forms = new Map<DateForm, { n: number; example: string }>();
  const either = { n: 0, example: '' };
  let same = 0;
  for (const raw of texts) {
    const text = raw.trim();
    if (isEmpty(text)) continue;
    const said = evidence(text);
    if (said === 'unreadable') continue;
    if (said === 'same') same += 1;
    else if (said === 'either') {
      either.n += 1;
      either.example ||= text;
    } else {
      const known = forms.get(said);
      if (known) known.n += 1;
      else forms.set(said, { n: 1, example: text });
    }
  }
  return { forms, either, same };
}

/**
 * Settles the date order of a column from its own values; `undefined` when they leave it open.
 * Values that contradict each other are refused: the ambiguous ones among them could be either.
 */
export function settleDates(header: string, votes: DateVotes): Reading | undefined {
  const { forms, either } = votes;
  if (forms.has('dmy') && forms.has('mdy')) {
    throw new Refusal('date-order-mixed', {
      column: header,
      dmy: forms.get('dmy')!.example,
      mdy: forms.get('mdy')!.example,
    });
  }
  // Day first and month first read ISO dates too, not the other way round.
  const order = [...forms.keys()].find((key) => key === 'dmy' || key === 'mdy');
  if (order) return { kind: 'date', form: order, settled_by: forms.get(order)!.example };
  const [form] = [...forms].sort((a, b) => b[1].n - a[1].n);
  if (form && either.n === 0) return { kind: 'date', form: form[0], settled_by: form[1].example };
  if (either.n > 0) return undefined;
  // No date at all, or only such as 05/05/2011, which read the same either way.
  return { kind: 'date', form: votes.same > 0 ? 'dmy' : 'ymd', settled_by: '' };
}

/** Refuses a column whose order no value settles, with both readings of one value. */
export function refuseAmbiguousDate(header: string, example: string): never {
  const [first = '', second = '', third = ''] = example.split(/[-/. T,]+/);
  const year = third.length === 2 ? `20${third}` : third;
  const iso = (day: string, month: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  throw new Refusal('date-order-ambiguous', {
    column: header,
    value: example,
    dmy: iso(first, second),
    mdy: iso(second, first),
  });
}

/** What one text says about the decimal mark. */
function markOf(text: string): '.' | ',' | 'either' | 'none' {
  const digits = text.replace(/[\s\u00a0$%+-]/g, '');
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma < 0 && point < 0) return 'none';
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const mark = comma >= 0 ? ',' : '.';
  const groups = digits.split(mark);
  const grouped =
    groups.slice(1).every((group) => /^\d{3}$/.test(group)) &&
    /^\d{1,3}$/.test(groups[0]!) &&
    groups[0] !== '0';
  if (groups.length > 2) return grouped ? (mark === ',' ? '.' : ',') : 'none';
  return grouped ? 'either' : mark;
}

export interface NumberVotes {
  readonly point: string;
  readonly comma: string;
  readonly either: string;
}

/** Examples of each decimal mark among the texts of a column. */
export function voteNumbers(texts: Iterable<string>): NumberVotes {
  const found = { point: '', comma: '', either: '' };
  for (const raw of texts) {
    const text = raw.trim();
    if (isEmpty(text)) continue;
    const mark = markOf(text);
    if (mark === '.') found.point ||= text;
    else if (mark === ',') found.comma ||= text;
    else if (mark === 'either') found.either ||= text;
  }
  return found;
}

/** Settles the decimal mark of a column; `undefined` when its values leave it open. */
export function settleNumbers(header: string, votes: NumberVotes): NumberReading | undefined {
  if (votes.point && votes.comma)
    throw new Refusal('decimal-mark-mixed', { column: header, point: votes.point, comma: votes.comma });
  if (votes.comma) return { kind: 'number', mark: ',', settled_by: votes.comma };
  if (votes.point) return { kind: 'number', mark: '.', settled_by: votes.point };
  return votes.either ? undefined : { kind: 'number', mark: '.', settled_by: '' };
}

/** Refuses a column of numbers such as 1.234, with both readings. */
export function refuseAmbiguousNumber(header: string, example: string): never {
  const mark = example.includes(',') ? ',' : '.';
  const thousands = example.replaceAll(mark, '');
  const decimal = example.replace(mark, '.');
  throw new Refusal('decimal-mark-ambiguous', { column: header, value: example, thousands, decimal });
}
