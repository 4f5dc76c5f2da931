import type { AlertKind, DigestLine, Person } from '../../kernel/index.ts';

/** Something that may be told to somebody, with where it ranks. */
export interface Candidate extends DigestLine {
  /** Of figures: the series it is about; what is told of one series twice is told once. */
  readonly series: string | null;
  /** Less is first. */
  readonly rank: number;
}

/** What presses most is told first; own work before results. */
const ORDER: readonly AlertKind[] = [
  'action-overdue',
  'case-deadline',
  'signal',
  'against-standard',
  'against-previous',
  'against-last-year',
  'times-its-mean',
  'improvement-still',
];

/** Kept of a digest: what comes after is counted in no place but its screens. */
const MOST_KEPT = 60;

/**
 * What is news to somebody, ranked, each thing once. Of a series with a signal the verdict is in the signal's
 * sentence, so it has no line of its own.
 */
export function toNews(found: readonly Candidate[], told: ReadonlySet<string>): readonly DigestLine[] {
  const signals = new Set(found.flatMap(({ kind, series }) => (kind === 'signal' ? [series] : [])));
  const once = new Map<string, Candidate>();
  for (const each of found) {
    const isSaid = each.kind === 'against-standard' && signals.has(each.series);
    const key = `${each.kind} ${each.to} ${each.tokens.join(' ')}`;
    if (!isSaid && !once.has(key)) once.set(key, each);
  }
  const place = ({ kind }: Candidate) => ORDER.indexOf(kind);
  return [...once.values()]
    .filter(({ tokens }) => tokens.some((token) => !told.has(token)))
    .toSorted((a, b) => place(a) - place(b) || a.rank - b.rank)
    .slice(0, MOST_KEPT)
    .map(({ kind, text, to, tokens }) => ({ kind, text, to, tokens }));
}

/**
 * Whether somebody answers for a part of what a process does: the owner of the process for the whole, the
 * supervisor of the unit for a unit.
 */
export function answersFor(
  who: Person,
  process_path: readonly string[],
  unit: string | null,
  today: string,
): boolean {
  return who.grants.some(({ role, units, processes, until }) => {
    if (until !== null && until < today) return false;
    if (unit !== null) return role === 'supervisor' && (units?.includes(unit) ?? false);
    return role === 'process-owner' && process_path.some((id) => processes?.includes(id) ?? false);
  });
}
