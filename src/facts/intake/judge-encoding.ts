import { open } from 'node:fs/promises';
import { isAscii } from 'node:buffer';
import { CODE_PAGES } from './code-page.ts';
import type { CodePage } from './code-page.ts';
import { utf8Length } from './utf8-sequence.ts';

/** What the bytes of a file that is not UTF-8 turned out to be. */
export type EncodingJudgement =
  | { readonly kind: 'code-page'; readonly name: string }
  /** UTF-8 in one place and a one-byte encoding in another; `byte` is where the rarer of the two begins. */
  | { readonly kind: 'mixed'; readonly byte: number }
  | {
      readonly kind: 'ambiguous';
      readonly byte: number;
      readonly readings: readonly { readonly encoding: string; readonly text: string }[];
    };

const CANDIDATES = ['windows-1252', 'cp850', 'cp437'] as const;
const SPANISH = new Set('áéíóúüñÁÉÍÓÚÜÑ');
const OTHER_WESTERN = new Set('àâãäçèêëìîïòôõöùûÀÂÃÄÇÈÊËÌÎÏÒÔÕÖÙÛ');
const OPENING = new Set('¿¡“‘«');
const CLOSING = new Set('”’»');
const ORDINAL = new Set('ºª°');
const PUNCTUATION = new Set('€–—•…\u00A0·™®©');

/** Kinds of neighbour a byte can have: none or a sign, a small letter, a capital, another high byte. */
const NONE = 0;
const SMALL = 1;
const CAPITAL = 2;
const HIGH = 3;

function neighbour(byte: number | undefined): number {
  if (byte === undefined) return NONE;
  if (byte >= 0x61 && byte <= 0x7a) return SMALL;
  if (byte >= 0x41 && byte <= 0x5a) return CAPITAL;
  return byte >= 0x80 ? HIGH : NONE;
}

/** How believable a letter is between its neighbours, from -4 (no such letter) to 2 (Spanish, in its place). */
function score(letter: string | null, before: number, after: number): number {
  if (letter === null) return -4;
  const inWord = before !== NONE && after !== NONE;
  const alone = before === NONE && after === NONE;
  if (/\p{L}/u.test(letter) && !ORDINAL.has(letter)) {
    const small = letter === letter.toLowerCase();
    const odd = small ? after === CAPITAL : before === SMALL;
    if (SPANISH.has(letter)) return odd ? -2 : alone ? 0.5 : 2;
    if (OTHER_WESTERN.has(letter)) return odd ? -1 : alone ? -0.5 : 0.5;
    return odd ? -1 : alone ? -0.5 : 0;
  }
  if (OPENING.has(letter)) return before === NONE ? 1.5 : -1;
  if (letter === '’' && inWord) return 1.5;
  if (CLOSING.has(letter)) return after === NONE ? 1.5 : -1;
  if (ORDINAL.has(letter)) return after === NONE ? 1 : -2;
  if (PUNCTUATION.has(letter)) return inWord ? 0 : 1;
  return inWord ? -2 : -1;
}

interface Evidence {
  /** Occurrences by byte and neighbours: index `(byte * 4 + before) * 4 + after`. */
  readonly counts: Float64Array;
  readonly words: Map<string, { bytes: Buffer; byte: number }>;
  sequences: number;
  first_sequence: number;
  singles: number;
  first_single: number;
}

function wordAround(bytes: Buffer, at: number): { start: number; end: number } {
  const inside = (byte: number | undefined) =>
    byte !== undefined && (byte >= 0x80 || neighbour(byte) !== NONE);
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < 30 && inside(bytes[start - 1])) start--;
  while (end < bytes.length && end - at < 30 && inside(bytes[end])) end++;
  return { start, end };
}

/** Gathers `[from, to)` and returns where it ended: past `to` when a sequence crosses it. */
function gather(bytes: Buffer, from: number, to: number, base: number, evidence: Evidence): number {
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const length = utf8Length(bytes, at);
    // Only the leads of Latin letters and of typographic signs: capitals before a closing quote of
    // a one-byte page can look like a sequence of some other script.
    if (length > 0 && (byte === 0xc2 || byte === 0xc3 || byte === 0xe2)) {
      if (evidence.sequences === 0) evidence.first_sequence = base + at;
      evidence.sequences++;
      at += length - 1;
      continue;
    }
    if (evidence.singles === 0) evidence.first_single = base + at;
    evidence.singles++;
    const slot = (byte * 4 + neighbour(bytes[at - 1])) * 4 + neighbour(bytes[at + 1]);
    const seen = evidence.counts[slot] ?? 0;
    if (seen === 0 && evidence.words.size < 400) {
      const { start, end } = wordAround(bytes, at);
      const word = Buffer.from(bytes.subarray(start, end));
      if (!evidence.words.has(word.toString('latin1'))) {
        evidence.words.set(word.toString('latin1'), { bytes: word, byte: base + at });
      }
    }
    evidence.counts[slot] = seen + 1;
  }
  return at;
}

function total(page: CodePage, evidence: Evidence): number {
  let sum = 0;
  for (let slot = 128 * 16; slot < 256 * 16; slot++) {
    const count = evidence.counts[slot]!;
    if (count > 0) sum += count * score(page.letters[slot >> 4]!, (slot >> 2) & 3, slot & 3);
  }
  return sum / evidence.singles;
}

function readWord(page: CodePage, bytes: Buffer): string {
  return [...bytes].map((byte) => page.letters[byte] ?? '\uFFFD').join('');
}

/** Which one-byte page the gathered bytes speak for, or both readings when they do not tell. */
function judge(evidence: Evidence): EncodingJudgement {
  if (evidence.sequences > 0) {
    const byte = evidence.sequences < evidence.singles ? evidence.first_sequence : evidence.first_single;
    return { kind: 'mixed', byte };
  }
  const ranked = CANDIDATES.map((name) => ({
    page: CODE_PAGES[name]!,
    score: total(CODE_PAGES[name]!, evidence),
  })).sort((a, b) => b.score - a.score);
  const best = ranked[0]!;
  // A rival that reads every word the same way is no rival: cp437 and cp850 share the common letters.
  const rival = ranked.slice(1).find((other) => {
    for (let slot = 128 * 16; slot < 256 * 16; slot++) {
      if (evidence.counts[slot]! > 0 && other.page.letters[slot >> 4] !== best.page.letters[slot >> 4])
        return true;
    }
    return false;
  });
  if (best.score >= 0.5 && (!rival || best.score - rival.score >= 0.75)) {
    return { kind: 'code-page', name: best.page.name };
  }
  const other = rival?.page ?? best.page;
  const words = [...evidence.words.values()];
  const telling =
    words.find((word) => readWord(best.page, word.bytes) !== readWord(other, word.bytes)) ?? words[0];
  return {
    kind: 'ambiguous',
    byte: telling?.byte ?? evidence.first_single,
    readings: [best.page, other].map((page) => ({
      encoding: page.name,
      text: telling ? readWord(page, telling.bytes) : '',
    })),
  };
}

/**
 * Judges in one pass which encoding a file has that is known not to be UTF-8: by how well the
 * letters each page gives fit between their neighbours. Never guesses: two believable readings
 * come back as `ambiguous` with the word in which they differ.
 */
export async function judgeEncoding(path: string): Promise<EncodingJudgement> {
  const evidence: Evidence = {
    counts: new Float64Array(256 * 16),
    words: new Map(),
    sequences: 0,
    first_sequence: 0,
    singles: 0,
    first_single: 0,
  };
  const file = await open(path, 'r');
  try {
    // Neighbours across a border of chunks: the last bytes of one are looked at with the next.
    const overlap = 64;
    const buffer = Buffer.allocUnsafe((1 << 20) + 2 * overlap);
    let length = 0;
    let base = 0;
    let done = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, base + length);
      length += bytesRead;
      const view = buffer.subarray(0, length);
      let until = bytesRead === 0 ? length : Math.max(done, length - overlap);
      if (!isAscii(view.subarray(done, until))) until = gather(view, done, until, base, evidence);
      if (bytesRead === 0) break;
      const keep = Math.max(0, until - overlap);
      buffer.copy(buffer, 0, keep, length);
      base += keep;
      length -= keep;
      done = until - keep;
    }
  } finally {
    await file.close();
  }
  return judge(evidence);
}
