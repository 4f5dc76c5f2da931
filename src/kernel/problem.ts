/** Where in a content file or data file something is wrong. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Path inside a document, e.g. `standards[0].limit`, or the name of a data column. */
  readonly path?: string;
}

export type Severity = 'error' | 'warning';
export type ParamValue = string | number | boolean | null | readonly (string | number)[];
export type Params = Readonly<Record<string, ParamValue>>;

/**
 * Something wrong in content or data: a collected value, never thrown, so that one bad
 * indicator or row spares its siblings. Words are written from `code` and `params` by the
 * sentences room, per language.
 */
export interface Problem {
  /** Kebab sentence: `unit-mismatch`, `unknown-field`. */
  readonly code: string;
  readonly severity: Severity;
  readonly where: Place;
  readonly params: Params;
  /** What was probably meant, when known: the nearest valid name. */
  readonly hint?: string;
}

/** A value with the problems found while making it; `value` is null when nothing usable came out. */
export interface Checked<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** Builds an error problem. */
export function toProblem(code: string, where: Place, params: Params = {}, hint?: string): Problem {
  return { code, severity: 'error', where, params, ...(hint === undefined ? {} : { hint }) };
}

/** Builds a warning problem. */
export function toWarning(code: string, where: Place, params: Params = {}, hint?: string): Problem {
  return { ...toProblem(code, where, params, hint), severity: 'warning' };
}
