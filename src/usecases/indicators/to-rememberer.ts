import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { caseEventsRead } from '../project-cases.ts';
import { rememberDefinitions } from './remember-definitions.ts';
import { type Cause, rememberFigures } from './remember-figures.ts';

/** What the figures kept last had seen. */
interface Seen {
  readonly last: number;
  readonly undone: number;
  readonly merges: number;
  readonly content: string;
  /** Last event of cases that they knew, and the local date on which cases were last looked at. */
  readonly event?: number;
  readonly day?: string;
}

const KEY = 'figures-seen';

/**
 * Makes what keeps whatever is new since the last time: versions of sheets, and figures that
 * changed, with what caused it. To be called after anything was written: it remembers what it saw,
 * so a write that touches none of it costs three counts. A call that was lost (a command on the
 * folder, a kill) is made good by the next one. Gives the months whose figures changed.
 */
export function toRememberer(): (institution: Institution) => Promise<readonly string[]> {
  let known: Seen | null = null;
  return async (institution) => {
    const { ledger, content } = institution;
    const { last, undone } = ledger.countImports();
    const base = { last, undone, merges: ledger.listMerges().length, content: content.catalogue.digest };
    const [event, day] = [caseEventsRead(institution), toLocalToday(institution)];
    if (known && isSame(known, base) && !isNewDay(known, event, day)) return [];
    const seen = (ledger.findSetting(KEY)?.value as Seen | undefined) ?? null;
    if (seen?.content !== base.content) rememberDefinitions(institution);
    const other = findCause(institution, seen, base);
    const cause: Cause | null =
      other ?? (isNewDay(seen ?? {}, event, day) ? { kind: 'cases', after: seen?.event ?? 0 } : null);
    const months = cause === null ? [] : await rememberFigures(institution, cause);
    // An import looks at the months of its rows: what cases changed elsewhere is still to be kept.
    const looked = cause !== null && cause.kind !== 'import' ? { event, day } : toLooked(seen);
    const now: Seen = event === 0 ? base : { ...base, ...looked };
    ledger.changeSetting(KEY, now);
    known = now;
    return months;
  };
}

type Base = Omit<Seen, 'event' | 'day'>;

function toLooked(seen: Seen | null): Pick<Seen, 'event' | 'day'> {
  return seen?.event === undefined || seen.day === undefined ? {} : { event: seen.event, day: seen.day };
}

function isSame(a: Base, b: Base): boolean {
  return a.last === b.last && a.undone === b.undone && a.merges === b.merges && a.content === b.content;
}

/** Cases change all day long: their figures are kept with the first write of another day. */
function isNewDay(seen: Pick<Seen, 'event' | 'day'>, event: number, day: string): boolean {
  return event > (seen.event ?? 0) && day !== seen.day;
}

function findCause({ ledger }: Institution, seen: Seen | null, now: Base): Cause | null {
  if (seen && seen.undone !== now.undone) return { kind: 'undo' };
  if (seen && seen.merges !== now.merges) return { kind: 'merge' };
  if (seen && seen.content !== now.content) return { kind: 'content' };
  if (seen?.last === now.last) return null;
  const imports = ledger.listImports().filter(({ seq }) => seq > (seen?.last ?? 0));
  return imports.length === 0 ? null : { kind: 'import', imports: imports.map(({ id }) => id) };
}
