/** A card number found in a text: `[start, end)` and how it may be shown. */
export interface FoundPan {
  readonly start: number;
  readonly end: number;
  /** The same text with all digits but the first six and the last four as `*`. */
  readonly masked: string;
}

// Space, dot, hyphens, no-break space, thin spaces: what people put between groups of digits.
const SEPARATORS = ' .\\-\u00A0\u2007\u2009\u200A\u202F\u2010\u2011';
const DIGIT = '0-9０-９';

/**
 * Finds, in any text, what could hold a card number: 13 digits with at most one separator
 * between each two. In the syntax of RE2, for the engine; everything `findPans` finds matches it.
 */
export const PAN_CANDIDATE_REGEX_RE2: string = `[${DIGIT}](?:[${SEPARATORS}]?[${DIGIT}]){12}`;

const RUN = new RegExp(`[${DIGIT}](?:[${SEPARATORS}]?[${DIGIT}]){12,}`, 'g');
const MOST_DIGITS = 19;
const LEAST_DIGITS = 13;

/** Whether a number begins and measures as some issuer's do. */
function hasIssuer(digits: string): boolean {
  const length = digits.length;
  const two = Number(digits.slice(0, 2));
  const three = Number(digits.slice(0, 3));
  const four = Number(digits.slice(0, 4));
  if (digits[0] === '4') return length === 13 || length === 16 || length === 19;
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if ((three >= 300 && three <= 305) || four === 3095 || two === 36 || two === 38 || two === 39)
    return length === 14;
  if (four >= 3528 && four <= 3589) return length >= 16;
  if (four === 6011 || (three >= 644 && three <= 649) || two === 65) return length >= 16;
  if (two === 62) return length >= 16;
  return [5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763].includes(four);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether ten digits are a valid Ecuadorian cédula, or thirteen a RUC: identity documents, not cards. */
function isIdentity(digits: string): boolean {
  const province = Number(digits.slice(0, 2));
  if (!((province >= 1 && province <= 24) || province === 30)) return false;
  if (digits.length === 13) return digits.endsWith('001');
  if (digits.length !== 10 || digits[2]! > '5') return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) {
    const product = Number(digits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10 === Number(digits[9]);
}

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const isMonth = (text: string) => text >= '01' && text <= '12';
const isDay = (text: string) => text >= '01' && text <= '31';
const isYear = (text: string) => text >= '1900' && text <= '2099';

/** Whether groups next to each other are a date: `2011-06-30`, `30.06.2011`, `06-30-2011`. */
function holdsDate(groups: readonly Group[]): boolean {
  for (let index = 0; index + 2 < groups.length; index++) {
    const [a, b, c] = [groups[index]!.digits, groups[index + 1]!.digits, groups[index + 2]!.digits];
    const [la, lb, lc] = [a.length, b.length, c.length];
    if (la === 4 && lb === 2 && lc === 2 && isYear(a) && isMonth(b) && isDay(c)) return true;
    if (la === 2 && lb === 2 && lc === 4 && isYear(c)) {
      if ((isDay(a) && isMonth(b)) || (isMonth(a) && isDay(b))) return true;
    }
  }
  return false;
}

function toGroups(text: string, offset: number): Group[] {
  const groups: Group[] = [];
  let start = -1;
  let digits = '';
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0;
    const value =
      code >= 48 && code <= 57 ? code - 48 : code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
    if (value >= 0) {
      if (start < 0) start = index;
      digits += value;
    } else if (start >= 0) {
      groups.push({ digits, start: offset + start, end: offset + index });
      start = -1;
      digits = '';
    }
  }
  return groups;
}

function mask(text: string, count: number): string {
  let seen = 0;
  return text.replace(new RegExp(`[${DIGIT}]`, 'g'), (digit) => {
    seen++;
    return seen <= 6 || seen > count - 4 ? digit : '*';
  });
}

/** The longest card number that begins with the group at `first`, or undefined. */
function findFrom(
  groups: readonly Group[],
  first: number,
): { start: number; end: number; count: number; next: number } | undefined {
  let digits = '';
  let found: { start: number; end: number; count: number; next: number } | undefined;
  for (let index = first; index < groups.length && digits.length <= 2 * MOST_DIGITS; index++) {
    digits += groups[index]!.digits;
    if (digits.length < LEAST_DIGITS) continue;
    const window = groups.slice(first, index + 1);
    const several = window.length > 1;
    if (several && (window.some((group) => isIdentity(group.digits)) || holdsDate(window))) continue;
    const end = groups[index]!.end;
    // A number that a core padded with zeros on the left is the same number.
    const zeros = several ? 0 : /^0*/.exec(digits)![0].length;
    const bare = digits.slice(zeros);
    if (bare.length < LEAST_DIGITS || bare.length > MOST_DIGITS) continue;
    if (!several && isIdentity(digits)) continue;
    if (hasIssuer(bare) && passesLuhn(bare)) {
      found = { start: window[0]!.start + zeros, end, count: bare.length, next: index + 1 };
    }
  }
  return found;
}

/**
 * Finds card numbers in a text: 13 to 19 digits, full-width ones too, with at most a single
 * separator between digits, that begin and measure as an issuer's and pass Luhn. A cédula, a RUC,
 * a telephone or a timestamp is none. About 2.3 % of random 16-digit numbers are taken for cards.
 *
 * @example findPans('TC 4111-1111-1111-1111')[0].masked // '4111-11**-****-1111'
 */
export function findPans(text: string): FoundPan[] {
  const pans: FoundPan[] = [];
  for (const run of text.matchAll(RUN)) {
    const groups = toGroups(run[0], run.index);
    for (let first = 0; first < groups.length; ) {
      const found = findFrom(groups, first);
      if (!found) {
        first++;
        continue;
      }
      const { start, end, count } = found;
      pans.push({ start, end, masked: mask(text.slice(start, end), count) });
      first = found.next;
    }
  }
  return pans;
}

/** The text with every card number masked. */
export function maskPans(text: string): string {
  let masked = text;
  for (const pan of findPans(text).toReversed()) {
    masked = masked.slice(0, pan.start) + pan.masked + masked.slice(pan.end);
  }
  return masked;
}
