import { createHash } from 'node:crypto';

/** What a printed figure rests on: the same basis, the same code. */
export interface PaperBasis {
  readonly kind: 'sheet' | 'month';
  /** Null for the report of all indicators. */
  readonly indicator: string | null;
  readonly period: string;
  /** Instant asked for; null for the latest the data know. */
  readonly as_of: string | null;
  readonly filters: readonly { readonly dimension: string; readonly value: string }[];
  /** Units it was limited to; null for all. */
  readonly units: readonly string[] | null;
  readonly figures: readonly {
    readonly indicator: string;
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly n: number;
    readonly open: number;
    readonly verdict: string;
  }[];
  /** Ids of the imports behind the figures. */
  readonly imports: readonly string[];
  readonly definitions: readonly {
    readonly indicator: string;
    readonly pack: string;
    readonly pack_version: number;
    readonly sheet: number;
  }[];
  /** `digest` changes with anything a calendar says: a holiday more is another calendar. */
  readonly calendars: readonly {
    readonly id: string;
    readonly from: string | null;
    readonly digest: string;
  }[];
}

/** Digits and letters that nobody mistakes for one another on paper (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}

/**
 * The verification code of a paper: twelve letters of the SHA-256 of figures, imports and versions.
 * The order in which parts were listed plays no role.
 *
 * @example toCode(basis) // 'K7QD-02MX-9RTB'
 */
export function toCode(basis: PaperBasis): string {
  const inOrder = (items: readonly unknown[]) =>
    items.map((item) => JSON.stringify(sortKeys(item))).toSorted();
  const text = JSON.stringify(
    sortKeys({
      ...basis,
      filters: inOrder(basis.filters),
      units: basis.units === null ? null : basis.units.toSorted(),
      figures: inOrder(basis.figures),
      imports: basis.imports.toSorted(),
      definitions: inOrder(basis.definitions),
      calendars: inOrder(basis.calendars),
    }),
  );
  const digest = createHash('sha256').update(text).digest();
  const letters = Array.from({ length: LENGTH }, (_, index) => LETTERS[digest[index]! & 31]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it from paper, or undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode = letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter));
  return isCode ? letters.replace(/(.{4})(?=.)/g, '$1-') : undefined;
}
