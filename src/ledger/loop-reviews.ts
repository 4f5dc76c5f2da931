import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce } from './row-image.ts';

export interface LoopReviewDraft {
  /** Local date. */
  readonly date: string;
  /** By question: 0 no, 0.5 in part, 1 yes. */
  readonly answers: Readonly<Record<string, number>>;
  readonly notes: string;
}

/** How well the loop works, as somebody answered it. */
export interface LoopReview extends LoopReviewDraft {
  readonly id: number;
  readonly reviewed_by: string | null;
  readonly at: string;
}

export interface LoopReviews {
  /** Latest first. */
  readonly list: () => readonly LoopReview[];
  /** In the name of the ledger's actor; gives its number. */
  readonly add: (draft: LoopReviewDraft) => number;
}

export function toLoopReviews(store: LedgerDatabase): LoopReviews {
  const { db, actor } = store;
  return {
    list: () =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM loop_reviews ORDER BY date DESC, id DESC')
          .all()
          .map((row) => ({
            id: row['id'] as number,
            date: row['date'] as string,
            answers: JSON.parse(row['answers'] as string) as LoopReview['answers'],
            notes: row['notes'] as string,
            reviewed_by: row['reviewed_by'] as string | null,
            at: row['at'] as string,
          })),
      ),
    add: ({ date, answers, notes }) =>
      store.write('loop-reviewed', (at) => {
        const id = nextId(db, 'loop_reviews');
        const image = insertRow(db, 'loop_reviews', {
          id,
          date,
          answers: toCanonicalJson(answers),
          notes,
          reviewed_by: actor,
          at,
        });
        return { payload: { writes: [image], note: { date } }, result: id };
      }),
  };
}
