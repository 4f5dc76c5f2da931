/** What opens a case to its client. */
export interface Pair {
  readonly number: string;
  readonly code: string;
}

/** The one just given, until the page is closed: never in the address, where it would be kept. */
let last: Pair = { number: '', code: '' };

export function rememberPair(pair: Pair): void {
  last = pair;
}

export function lastPair(): Pair {
  return last;
}
