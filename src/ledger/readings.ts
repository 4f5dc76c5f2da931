import { Refusal } from '../kernel/index.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce } from './row-image.ts';

/** That somebody read a result. */
export interface ReadingRecord {
  readonly person_id: string;
  /** `inicio`, `informe`, or the id of an indicator. */
  readonly subject: string;
  readonly period: string;
  readonly at: string;
}

/** Who read which result of which period, and when: the first time each day. */
export interface Readings {
  /** In the name of the ledger's actor; the second time in a day writes nothing. */
  readonly record: (subject: string, period: string, today: string) => void;
  /** Latest first. */
  readonly list: (filter: {
    readonly subject?: string;
    readonly period?: string;
  }) => readonly ReadingRecord[];
  /** Who read which result of a period, each once. */
  readonly readersOf: (period: string) => readonly Pick<ReadingRecord, 'subject' | 'person_id'>[];
}

export function toReadings(store: LedgerDatabase): Readings {
  const { db, actor } = store;
  return {
    record: (subject, period, today) => {
      if (actor === null) throw new Refusal('not-signed-in');
      const known = store.read(() =>
        prepareOnce(
          db,
          'SELECT 1 FROM readings WHERE subject = ? AND period = ? AND person_id = ? AND date = ?',
        ).get(subject, period, actor, today),
      );
      if (known !== undefined) return;
      store.write('read', (at) => {
        const row = { id: nextId(db, 'readings'), person_id: actor, subject, period, date: today, at };
        return { payload: { writes: [insertRow(db, 'readings', row)] }, result: undefined };
      });
    },
    readersOf: (period) =>
      store.read(() =>
        prepareOnce(db, 'SELECT DISTINCT subject, person_id FROM readings WHERE period = ?')
          .all(period)
          .map((row) => ({ subject: row['subject'] as string, person_id: row['person_id'] as string })),
      ),
    list: ({ subject, period }) =>
      store.read(() =>
        prepareOnce(
          db,
          `SELECT * FROM readings WHERE subject = coalesce(?, subject) AND period = coalesce(?, period)
           ORDER BY id DESC LIMIT 500`,
        )
          .all(subject ?? null, period ?? null)
          .map((row) => ({
            person_id: row['person_id'] as string,
            subject: row['subject'] as string,
            period: row['period'] as string,
            at: row['at'] as string,
          })),
      ),
  };
}
