import { joinScopes, type LocalText, Refusal, type Scope } from '../../kernel/index.ts';
import { type PaperBasis, readCode } from '../../report/index.ts';
import { gatherMonth, gatherSheet, type PaperReader, toBasis } from '../gather-papers.ts';
import type { Institution } from '../institution.ts';
import { type IssuedPaper, listIssued } from './issue-paper.ts';

/** What differs between a paper and what the system says today. */
export type PaperDifference =
  | { readonly kind: 'figure' | 'definition'; readonly indicator: string; readonly name: LocalText }
  | { readonly kind: 'imports' | 'calendars' };

/** What a code was issued for, and whether its figures are still the same. */
export interface CheckedCode {
  readonly code: string;
  readonly kind: PaperBasis['kind'];
  /** Null for the monthly report. */
  readonly indicator: { readonly id: string; readonly name: LocalText } | null;
  readonly period: string;
  readonly units: readonly string[] | null;
  readonly filters: readonly { readonly dimension: string; readonly value: string }[];
  /** Each time it was printed, oldest first. */
  readonly issued: readonly { readonly date: string; readonly who: string }[];
  /** Whether printing it today would give the same code. */
  readonly same: boolean;
  /** What is different; empty for who does not reach all that the paper is about. */
  readonly differences: readonly PaperDifference[];
  /** A figure that can no longer be worked out: its indicator is gone, or cannot be told by unit any more. */
  readonly gone: boolean;
}

/**
 * Says what a code from paper was issued for and whether figures, imports and versions are still
 * those. Refuses a text that is no code (`paper-code-unreadable`) and one never issued here
 * (`paper-code-unknown`). Who reaches less than the paper learns only whether it still holds.
 */
export async function checkCode(
  institution: Institution,
  typed: string,
  reader: PaperReader,
): Promise<CheckedCode> {
  const code = readCode(typed);
  if (code === undefined) throw new Refusal('paper-code-unreadable', { code: typed.slice(0, 40) });
  const issued = listIssued(institution, code);
  const [first] = issued;
  if (!first) throw new Refusal('paper-code-unknown', { code });
  const { paper } = first;
  const now = await gatherBasis(institution, paper, reader);
  const { sheets } = institution.content.catalogue;
  const name = (id: string): LocalText => sheets.get(id)?.name ?? { es: id, en: id };
  const differences = now === null ? [] : compare(paper.basis, now, name);
  const { indicator } = paper.basis;
  return {
    code,
    kind: paper.basis.kind,
    indicator: indicator === null ? null : { id: indicator, name: name(indicator) },
    period: paper.basis.period,
    units: paper.basis.units,
    filters: paper.basis.filters,
    issued: issued.map(({ paper: { date, who } }) => ({ date, who })),
    same: now !== null && differences.length === 0,
    differences: reaches(reader.scope, paper.scope) ? differences : [],
    gone: now === null,
  };
}

function reaches(wide: Scope, narrow: Scope): boolean {
  const joined = joinScopes(wide, narrow);
  return joined !== null && JSON.stringify(joined) === JSON.stringify(wide);
}

/** The same question asked today with the reach of who printed it; null when it can no longer be answered. */
async function gatherBasis(
  institution: Institution,
  { question, scope }: IssuedPaper,
  reader: PaperReader,
): Promise<PaperBasis | null> {
  const asked = { scope, language: reader.language, today: reader.today };
  try {
    const sheets =
      question.kind === 'sheet'
        ? [await gatherSheet(institution, question, asked)]
        : (await gatherMonth(institution, question, asked)).sheets;
    return toBasis(question, scope.units, sheets);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function compare(
  before: PaperBasis,
  now: PaperBasis,
  name: (id: string) => LocalText,
): readonly PaperDifference[] {
  const found: PaperDifference[] = [];
  const ids = [...new Set([...before.figures, ...now.figures].map(({ indicator }) => indicator))];
  const differs = (
    kind: 'figure' | 'definition',
    pick: (basis: PaperBasis) => readonly { readonly indicator: string }[],
  ) => {
    for (const indicator of ids) {
      const [a, b] = [before, now].map((basis) =>
        JSON.stringify(sorted(pick(basis).find((item) => item.indicator === indicator) ?? null)),
      );
      if (a !== b) found.push({ kind, indicator, name: name(indicator) });
    }
  };
  differs('figure', ({ figures }) => figures);
  differs('definition', ({ definitions }) => definitions);
  const set = (items: readonly unknown[]) =>
    JSON.stringify(items.map((item) => JSON.stringify(sorted(item))).sort());
  if (set(before.imports) !== set(now.imports)) found.push({ kind: 'imports' });
  if (set(before.calendars) !== set(now.calendars)) found.push({ kind: 'calendars' });
  return found;
}

/** Fields in one order: the ledger keeps them by name. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
