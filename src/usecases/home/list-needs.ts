import { basename } from 'node:path';
import {
  addDays,
  type LocalText,
  parsePeriod,
  type Permission,
  periodOf,
  type Scope,
} from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { findAgenda, listAgenda } from '../list-agenda.ts';
import type { Figures } from './figures.ts';
import type { HomeView } from './view-home.ts';

/** Something that waits for the person. The screen knows where each is done. */
export interface Need {
  readonly kind: 'no-facts' | 'rows-to-correct' | 'files-late' | 'results-unread' | 'pack-problems';
  /** How many wait. */
  readonly n: number;
  /** Names of the first few: files, indicators. */
  readonly names: readonly LocalText[];
  /** How many beyond those named; 0 where none is named. */
  readonly more: number;
}

export interface NeedsInput {
  /** What the person's permission reaches, or null without it. */
  readonly may: (permission: Permission) => Scope | null;
  readonly home: HomeView | null;
  /** Local date of the institution. */
  readonly today: string;
}

/** Names told of each. */
const MOST_NAMED = 3;

/** What needs the person, by what they may do; what is urgent first. Empty: nothing needs them. */
export async function listNeeds(
  institution: Institution,
  { cache, version }: Figures,
  { may, home, today }: NeedsInput,
): Promise<readonly Need[]> {
  const needs: Need[] = [];
  const add = (kind: Need['kind'], n: number, names: readonly LocalText[] = []) => {
    const named = names.slice(0, MOST_NAMED);
    if (n > 0)
      needs.push({ kind, n, names: named, more: named.length === 0 ? 0 : names.length - named.length });
  };
  if (home && !home.has_facts && may('load-data')) add('no-facts', 1);
  if (home?.has_facts && may('load-data')) {
    // The agenda may be written anew without a figure changing.
    const key = JSON.stringify(['late', home.period.text, today, findAgenda(institution)]);
    const late = await cache.keep(institution, version, key, () =>
      listLate(institution, home.period.text, today),
    );
    add('files-late', late.length, late);
  }
  // Rows to correct do not tell their unit apart: they are counted for who reaches all of them.
  if (may('correct-rows')?.units === null)
    add(
      'rows-to-correct',
      await cache.keep(institution, version, 'rows to correct', async () => countOpen(institution)),
    );
  if (home && may('see-definitions')) {
    const read = new Set(
      institution.ledger.readings.list({ period: home.period.text }).map(({ subject }) => subject),
    );
    const unread = home.indicators.filter(({ id, verdict }) => verdict === 'not-met' && !read.has(id));
    add(
      'results-unread',
      unread.length,
      unread.map(({ name }) => name),
    );
  }
  if (may('define-indicator')) {
    const files = institution.content.problems.map(({ where }) => basename(where.file ?? ''));
    add(
      'pack-problems',
      files.length,
      [...new Set(files)].filter(Boolean).map((file) => ({ es: file, en: file })),
    );
  }
  return needs;
}

function countOpen({ ledger, content }: Institution): number {
  let n = 0;
  for (const dataset of content.catalogue.datasets.keys()) {
    const { dated, undated } = ledger.countOpenQuarantine(dataset, '0001-01-01', '9999-12-31');
    n += dated + undated;
  }
  return n;
}

/** Data sets whose file of the period has not come and whose day has passed. */
async function listLate(
  institution: Institution,
  text: string,
  today: string,
): Promise<readonly LocalText[]> {
  const last = parsePeriod(text.split('..').at(-1) ?? '');
  if (!last) return [];
  const month = periodOf(addDays(last.to, -1), 'month');
  const { items } = await listAgenda(institution, month.text, today);
  return items.filter(({ state }) => state === 'late').map(({ dataset_name }) => dataset_name);
}
