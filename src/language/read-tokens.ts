import { type Problem, toProblem } from '../kernel/index.ts';
import { type ExpressionPlace, placeAt } from './expression-place.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** The one problem that stops the reading of an expression. */
export class ReadError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const BLANKS = /\s*/uy;
const TOKEN =
  /(\d+(?:\.\d+)?)|'((?:[^']|'')*)'|"((?:[^"]|"")*)"|([\p{L}_][\p{L}\p{M}\p{N}_]*)|(<=|>=|!=|<>|==|[-+*/%=<>().,])/uy;
/** Other spellings of a sign. */
const SIGNS: Readonly<Record<string, string>> = { '<>': '!=', '==': '=' };
/** No indicator needs more words and signs: a longer text is something else pasted by mistake. */
const MOST_TOKENS = 2000;

/** Splits an expression into numbers, texts, words and signs; the last is always `end`. */
export function readTokens(text: string, place: ExpressionPlace): Token[] {
  const tokens: Token[] = [];
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      const code = character === "'" || character === '"' ? 'unclosed-text' : 'unexpected-character';
      throw new ReadError(toProblem(code, placeAt(place, at), { character, expression: text }));
    }
    const [whole, number, single, double, word, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (single !== undefined) tokens.push({ kind: 'text', text: single.replaceAll("''", "'"), at });
    else if (double !== undefined) tokens.push({ kind: 'text', text: double.replaceAll('""', '"'), at });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at });
    else tokens.push({ kind: 'sign', text: SIGNS[sign!] ?? sign!, at });
    if (tokens.length > MOST_TOKENS) {
      throw new ReadError(toProblem('expression-too-long', placeAt(place, at), { limit: MOST_TOKENS }));
    }
    at = skipBlanks(text, at + whole.length);
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  return at + (BLANKS.exec(text)?.[0].length ?? 0);
}
