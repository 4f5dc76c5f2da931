import type { DatabaseSync } from 'node:sqlite';
import type { CaseGroup } from './case-lists.ts';
import type { CaseRecord } from './case-record.ts';

/** Unfinished cases counted by group, kept in step with each write instead of counted again. */
export interface CaseTally {
  readonly list: () => readonly CaseGroup[];
  /** What a write did to one case; `before` null where it is new. */
  readonly move: (before: CaseRecord | null, after: CaseRecord) => void;
  /** Runs a write; where it fails what was counted meanwhile is forgotten. */
  readonly guard: <T>(write: () => T) => T;
}

type Counts = Map<string, CaseGroup>;
const kept = new WeakMap<DatabaseSync, { counts: Counts | null }>();

function toKey(group: Omit<CaseGroup, 'n'>): string {
  const { kind, procedure, process, state, unit, assigned_to, answered } = group;
  return JSON.stringify([kind, procedure, process, state, unit, assigned_to, answered]);
}

function add(counts: Counts, record: CaseRecord, by: 1 | -1): void {
  if (record.final) return;
  const { kind, procedure, process, state, unit, assigned_to, stopped_at } = record;
  const group = { kind, procedure, process, state, unit, assigned_to, answered: stopped_at !== null };
  const key = toKey(group);
  const n = (counts.get(key)?.n ?? 0) + by;
  if (n === 0) counts.delete(key);
  else counts.set(key, { ...group, n });
}

/** The tally of a database: one, whoever's name its writes bear. `count` counts from nothing. */
export function toCaseTally(db: DatabaseSync, count: () => readonly CaseGroup[]): CaseTally {
  const own = kept.get(db) ?? { counts: null };
  kept.set(db, own);
  return {
    list: () => {
      own.counts ??= new Map(count().map((group) => [toKey(group), { ...group }]));
      return [...own.counts.values()];
    },
    move: (before, after) => {
      if (own.counts === null) return;
      if (before !== null) add(own.counts, before, -1);
      add(own.counts, after, 1);
    },
    guard: (write) => {
      try {
        return write();
      } catch (error) {
        own.counts = null;
        throw error;
      }
    },
  };
}
