import type { Institution } from '../institution.ts';
import { caseEventsRead } from '../project-cases.ts';
import type { UnitClock } from '../unit-clock.ts';
import { type FileLines, listFileLines } from './list-file-lines.ts';

/** The lines of the files as they were made, and the last event of cases that the facts had read then. */
export interface KeptLines extends FileLines {
  readonly event: number;
}

/** Keeps the lines of the files while they say the same: reading a hundred thousand takes a while. */
export type FileBoard = (institution: Institution, clock: UnitClock) => Promise<KeptLines>;

/** Cases that may change before the lines are made anew; what these say of them is told apart. */
const MOST_CHANGES = 1_000;

/** A board that keeps the lines of the institution asked last. */
export function toFileBoard(): FileBoard {
  let kept: { readonly key: string; readonly made: Promise<KeptLines> } | null = null;
  return async (institution, clock) => {
    const { ledger, content, folder } = institution;
    const event = caseEventsRead(institution);
    const key = JSON.stringify([
      folder,
      content.catalogue.digest,
      ledger.countImports(),
      ledger.listMerges().length,
      Math.floor(event / MOST_CHANGES),
    ]);
    if (kept?.key === key) return kept.made;
    const made = listFileLines(institution, clock).then((lines) => ({ ...lines, event }));
    kept = { key, made };
    made.catch(() => {
      if (kept?.made === made) kept = null;
    });
    return made;
  };
}
