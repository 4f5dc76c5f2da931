import type { Institution } from '../institution.ts';
import { rememberDefinitions } from './remember-definitions.ts';
import { type Cause, rememberFigures } from './remember-figures.ts';

/** What the figures kept last had seen. */
interface Seen {
  readonly last: number;
  readonly undone: number;
  readonly merges: number;
  readonly content: string;
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
    const now: Seen = { last, undone, merges: ledger.listMerges().length, content: content.catalogue.digest };
    if (known && isSame(known, now)) return [];
    const seen = (ledger.findSetting(KEY)?.value as Seen | undefined) ?? null;
    if (seen?.content !== now.content) rememberDefinitions(institution);
    const cause = findCause(institution, seen, now);
    const months = cause === null ? [] : await rememberFigures(institution, cause);
    ledger.changeSetting(KEY, now);
    known = now;
    return months;
  };
}

function isSame(a: Seen, b: Seen): boolean {
  return a.last === b.last && a.undone === b.undone && a.merges === b.merges && a.content === b.content;
}

function findCause({ ledger }: Institution, seen: Seen | null, now: Seen): Cause | null {
  if (seen && seen.undone !== now.undone) return { kind: 'undo' };
  if (seen && seen.merges !== now.merges) return { kind: 'merge' };
  if (seen && seen.content !== now.content) return { kind: 'content' };
  if (seen?.last === now.last) return null;
  const imports = ledger.listImports().filter(({ seq }) => seq > (seen?.last ?? 0));
  return imports.length === 0 ? null : { kind: 'import', imports: imports.map(({ id }) => id) };
}
