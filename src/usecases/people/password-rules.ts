import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import { OWN_PACKS } from '../institution.ts';

/** Fewest characters of a password by itself, and of one with a second factor. */
export const PASSWORD_LENGTH = { alone: 15, with_second_factor: 12 } as const;
const LONGEST = 200;

/** Characters that must be left once everything guessable is taken out. */
const FEWEST_LEFT = 6;

/** Whom a password is for: what must not be in it. */
export interface PasswordOwner {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  /** Name of the institution; empty when it has none yet. */
  readonly institution: string;
  readonly second_factor: boolean;
}

const ROWS = [
  '1234567890',
  'qwertyuiop',
  'asdfghjklñ',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  'qazwsxedcrfvtgbyhnujmikolp',
];
const RUNS = ROWS.flatMap((row) => [row + row, [...(row + row)].toReversed().join('')]);
const SHORTEST_RUN = 3;

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

let known: Promise<readonly string[]> | undefined;

/**
 * The bases of common passwords, longest first: some 900 words chosen by hand, Spanish and English.
 * It is no list of leaked passwords: none of a clear licence is at hand. What it refuses is far more
 * than its size, since a password made of them in any order, case, spelling with digits or company
 * of years and runs is refused; but a common password made of none of them passes.
 */
function loadBases(): Promise<readonly string[]> {
  known ??= readFile(join(OWN_PACKS, 'base', 'texts', 'contrasenas-comunes.txt'), 'utf8').then((text) =>
    text
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => plain(line).split(/\s+/))
      .filter((word) => word !== '')
      .sort((a, b) => b.length - a.length),
  );
  return known;
}

function takeRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length; ) {
    let length = 1;
    while (at + length < text.length && RUNS.some((run) => run.includes(text.slice(at, at + length + 1)))) {
      length += 1;
    }
    if (length < SHORTEST_RUN) left += text.slice(at, at + length);
    at += length;
  }
  return left;
}

/** The part that a text repeats, or itself. */
function takeRepeats(text: string): string {
  const single = text.replaceAll(/(.)\1{2,}/gu, '$1');
  return /^(.+?)\1+$/u.exec(single)?.[1] ?? single;
}

/** Takes out every word, longest first; short ones only where they stand at the edge of what is left. */
function takeWords(text: string, words: readonly string[]): string {
  let left = text;
  for (const word of words) if (word.length >= 4) left = left.replaceAll(word, ' ');
  let before = '';
  while (before !== left) {
    before = left;
    for (const word of words) {
      if (word.length >= 4) continue;
      left = left
        .split(/[^\p{L}]+/u)
        .map((part) => (part === word ? '' : part))
        .join(' ');
    }
  }
  return left;
}

function countLeft(password: string, words: readonly string[]): number {
  const text = takeRepeats(plain(password)).replaceAll(/(?:19|20)\d\d/g, ' ');
  const spelt = [...text].map((letter) => LOOKALIKES[letter] ?? letter).join('');
  const left = [text, spelt].map((reading) => {
    const rest = takeRuns(takeWords(reading, words));
    return new Set(rest.replaceAll(/[^\p{L}\p{N}]/gu, '')).size;
  });
  return Math.min(...left);
}

/** Words of a phrase that are enough by themselves, however common each is. */
const PHRASE_WORDS = 4;
/** What is counted off in its order is one thing to guess, not many. */
const SERIES = [
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
  'one two three four five six seven eight nine ten eleven twelve',
  'lunes martes miercoles jueves viernes sabado domingo',
  'monday tuesday wednesday thursday friday saturday sunday',
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
  'january february march april may june july august september october november december',
].map((series) => series.split(' '));

/**
 * Whether it is a phrase: words apart from one another, enough of them different. A few hundred
 * common words in any order already are more than anybody tries; names of one's own do not count.
 */
function isPhrase(password: string, own: readonly string[]): boolean {
  const words = plain(password)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\p{L}{2,}/u.test(word) && takeRepeats(word).length > 1 && takeRuns(word) !== '')
    .filter((word) => !own.includes(word));
  const things = words.map((word) => SERIES.find((series) => series.includes(word))?.[0] ?? word);
  return new Set(things).size >= PHRASE_WORDS;
}

/**
 * Refuses a password too short (`password-too-short`), too long (`password-too-long`) or guessable
 * (`password-common`): made of common words, of the person's or the institution's names, of years,
 * of runs of the keyboard, of repetitions. A phrase of four words or more is none of that, even of
 * common ones. Nothing is asked of its kinds of characters.
 */
export async function checkPassword(password: string, owner: PasswordOwner): Promise<void> {
  const length = [...password.normalize('NFC')].length;
  const fewest = owner.second_factor ? PASSWORD_LENGTH.with_second_factor : PASSWORD_LENGTH.alone;
  if (length < fewest) throw new Refusal('password-too-short', { fewest });
  if (length > LONGEST) throw new Refusal('password-too-long', { most: LONGEST });
  const own = [owner.login, owner.name, owner.email ?? '', owner.institution]
    .flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3);
  if (isPhrase(password, own)) return;
  const words = [...(await loadBases()), ...own].sort((a, b) => b.length - a.length);
  if (countLeft(password, words) < FEWEST_LEFT) throw new Refusal('password-common');
}
