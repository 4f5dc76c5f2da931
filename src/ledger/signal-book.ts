import { Refusal } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce } from './row-image.ts';

/** Values of a breakdown by dimension; empty for the whole. */
export type SeriesDimensions = Readonly<Record<string, string | null>>;

/** The special cause of a point of a series, as one person proposed it and another approved it. */
export interface AnnotationRecord {
  readonly id: number;
  readonly indicator: string;
  readonly dimensions: SeriesDimensions;
  readonly period: string;
  readonly cause: string;
  /** Whether the point sets no limit any more. */
  readonly excluded: boolean;
  readonly annotated_by: string | null;
  /** Null where an exception let its proposer decide alone. */
  readonly approved_by: string | null;
  readonly at: string;
}

/** From which period the limits of a series are taken anew, with the reason of it. */
export interface BaselineRecord {
  readonly id: number;
  readonly indicator: string;
  readonly dimensions: SeriesDimensions;
  readonly from_period: string;
  readonly reason: string;
  readonly proposed_by: string | null;
  readonly approved_by: string | null;
  readonly at: string;
}

/** That somebody has seen a signal and needs not be told again while it stays as it is. */
export interface SignalMark {
  readonly id: number;
  /** The series: `plazo-pin {"unit":"Sur"}`. */
  readonly key: string;
  /** What was seen of it. */
  readonly mark: string;
  readonly reason: string;
  readonly marked_by: string | null;
  readonly at: string;
}

/** What people know and decided of the points of series; causes and baselines are written by proposals. */
export interface SignalBook {
  /** Those in force, oldest first; of one indicator where named. */
  readonly annotations: (indicator?: string) => readonly AnnotationRecord[];
  readonly baselines: (indicator?: string) => readonly BaselineRecord[];
  /** Changes whenever what is in force does. */
  readonly stamp: () => string;
  /** Of one person, oldest first. */
  readonly marks: (person: string) => readonly SignalMark[];
  /** In the name of the ledger's actor; `name` is how the trail calls the series. */
  readonly mark: (
    key: string,
    mark: string,
    reason: string,
    name: { readonly es: string; readonly en: string },
  ) => void;
}

/** The key of a series. */
export function toSeriesKey(indicator: string, dimensions: SeriesDimensions): string {
  return `${indicator} ${toCanonicalJson(dimensions)}`;
}

type Row = Readonly<Record<string, unknown>>;

const toAnnotation = (row: Row): AnnotationRecord => ({
  id: row['id'] as number,
  indicator: row['indicator'] as string,
  dimensions: JSON.parse(row['dimensions'] as string),
  period: row['period'] as string,
  cause: row['cause'] as string,
  excluded: row['excluded'] === 1,
  annotated_by: row['annotated_by'] as string | null,
  approved_by: row['approved_by'] as string | null,
  at: row['at'] as string,
});

const toBaseline = (row: Row): BaselineRecord => ({
  id: row['id'] as number,
  indicator: row['indicator'] as string,
  dimensions: JSON.parse(row['dimensions'] as string),
  from_period: row['from_period'] as string,
  reason: row['reason'] as string,
  proposed_by: row['proposed_by'] as string | null,
  approved_by: row['approved_by'] as string | null,
  at: row['at'] as string,
});

const toMark = (row: Row): SignalMark => ({
  id: row['id'] as number,
  key: row['key'] as string,
  mark: row['mark'] as string,
  reason: row['reason'] as string,
  marked_by: row['marked_by'] as string | null,
  at: row['at'] as string,
});

export function toSignalBook(store: LedgerDatabase): SignalBook {
  const { db, actor } = store;
  const all = (table: 'annotations' | 'baselines', indicator?: string) =>
    store.read(() =>
      prepareOnce(
        db,
        `SELECT * FROM ${table} WHERE ended_at IS NULL AND indicator = coalesce(?, indicator) ORDER BY id`,
      ).all(indicator ?? null),
    );
  return {
    annotations: (indicator) => all('annotations', indicator).map(toAnnotation),
    baselines: (indicator) => all('baselines', indicator).map(toBaseline),
    stamp: () =>
      store.read(() => {
        const row = prepareOnce(
          db,
          `SELECT (SELECT count(*) || ':' || coalesce(max(id), 0) FROM annotations WHERE ended_at IS NULL) AS notes,
                  (SELECT count(*) || ':' || coalesce(max(id), 0) FROM baselines WHERE ended_at IS NULL) AS bases`,
        ).get();
        return `${String(row?.['notes'])} ${String(row?.['bases'])}`;
      }),
    marks: (person) =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM signal_marks WHERE marked_by = ? ORDER BY id').all(person).map(toMark),
      ),
    mark: (key, mark, reason, name) => {
      if (actor === null) throw new Refusal('not-signed-in');
      store.write('signal-seen', (at) => {
        const row = { id: nextId(db, 'signal_marks'), key, mark, reason, marked_by: actor, at };
        const writes = [insertRow(db, 'signal_marks', row)];
        return { payload: { writes, note: { name_es: name.es, name_en: name.en } }, result: undefined };
      });
    },
  };
}
