import { quoteName } from '../../engine/index.ts';
import { rowsTable } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import { planPage, type PageInput } from './page-rows.ts';
import { type Cause, type KeptFigure, listKeptMonths } from './remember-figures.ts';

/** What changed a figure of a month that was read before. */
export interface FigureChange {
  readonly at: string;
  readonly cause: Cause['kind'];
  /** Null where it was no import. */
  readonly import: string | null;
  readonly file: string | null;
  readonly before: KeptFigure;
  readonly after: KeptFigure;
  /** Facts open until then that this import closed; null where it was no import. */
  readonly closed: number | null;
}

/**
 * How the figure of a month was changed by what came after it was first read, the latest first:
 * July's file closes what June left open. Only months that `rememberFigures` was told about.
 */
export async function readFigureChanges(
  institution: Institution,
  input: Omit<PageInput, 'state' | 'order' | 'offset' | 'limit' | 'key_has'>,
): Promise<readonly FigureChange[]> {
  const kept = listKeptMonths(institution, input.period).flatMap(({ at, kept: month }) => {
    const figure = month.figures[input.indicator];
    return figure ? [{ at, month, figure }] : [];
  });
  const changes: FigureChange[] = [];
  for (const [index, { at, month, figure }] of kept.entries()) {
    const before = kept[index - 1]?.figure;
    if (!before || isSame(before, figure)) continue;
    const record = month.import === null ? undefined : institution.ledger.findImport(month.import);
    changes.push({
      at,
      cause: month.cause,
      import: record?.id ?? null,
      file: record?.file_name ?? null,
      before,
      after: figure,
      closed: record && record.undone_at === null ? await countClosed(institution, input, record.seq) : null,
    });
  }
  return changes.toReversed();
}

function isSame(a: KeptFigure, b: KeptFigure): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && a.n === b.n && a.open === b.open;
}

/** Facts that count now by what an import said of them, and that an earlier one had left open. */
async function countClosed(
  institution: Institution,
  input: Omit<PageInput, 'state' | 'order' | 'offset' | 'limit' | 'key_has'>,
  seq: number,
): Promise<number> {
  const { plan } = await planPage(institution, {
    ...input,
    state: 'counted',
    key_has: null,
    order: { by: 'date', descending: false },
    offset: 0,
    limit: ALL,
  });
  const { dataset, keys } = plan;
  if (dataset.closes === null || dataset.derived) return 0;
  const isInstant = (name: string) =>
    dataset.columns.find((column) => column.name === name)?.type === 'instant';
  const face = (name: string) => (isInstant(name) ? `${name}_local` : quoteName(name));
  const same = keys.map(({ name, sql_name }) => `o.${face(name)} is not distinct from p.${sql_name}`);
  const [row] = await institution.facts.duck.rows(
    `select count(*) as n from (${plan.sql}) p where p.import_seq = ${seq} and exists (select 1 from ${rowsTable(dataset)} o where ${same.join(' and ')} and o._import < ${seq} and o.${quoteName(dataset.closes)} is null)`,
  );
  return Number(row?.['n'] ?? 0);
}

/** No page: every row of the period. */
const ALL = 2_000_000_000;
