import { basename } from 'node:path';
import {
  addDays,
  type LocalText,
  parsePeriod,
  type Person,
  type Permission,
  periodOf,
  type Scope,
} from '../../kernel/index.ts';
import type { CaseFilter } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { findAgenda, listAgenda } from '../list-agenda.ts';
import { listHeldOff } from '../held-off.ts';
import { listTurns } from '../list-turns.ts';
import type { Figures } from '../figures.ts';
import type { HomeView } from './view-home.ts';

/** Something that waits for the person. The screen knows where each is done. */
export interface Need {
  readonly kind:
    | 'cases-overdue'
    | 'cases-mine'
    | 'cases-turn'
    | 'no-facts'
    | 'rows-to-correct'
    | 'files-late'
    | 'results-unread'
    | 'mail-failing'
    | 'pack-problems';
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
  /** Who looks; null where nobody signed in. */
  readonly who: Person | null;
  readonly home: HomeView | null;
  /** The unit that is looked at; null for all within reach. */
  readonly unit: string | null;
  /** Local date of the institution. */
  readonly today: string;
}

/** Names told of each. */
const MOST_NAMED = 3;

/** What needs the person, by what they may do; what is urgent first. Empty: nothing needs them. */
export async function listNeeds(
  institution: Institution,
  { cache, version }: Figures,
  { may, who, home, unit, today }: NeedsInput,
): Promise<readonly Need[]> {
  const needs: Need[] = [];
  const add = (kind: Need['kind'], n: number, names: readonly LocalText[] = []) => {
    const named = names.slice(0, MOST_NAMED);
    if (n > 0)
      needs.push({ kind, n, names: named, more: named.length === 0 ? 0 : names.length - named.length });
  };
  if (who !== null && (may('work-cases') ?? may('assign-cases')) !== null) {
    const cases = countCases(institution, who, toReach(may('see-cases'), unit), today);
    add('cases-overdue', cases.overdue);
    add('cases-mine', cases.mine);
    add('cases-turn', cases.turn);
  }
  if (home && !home.has_facts && !home.has_files && may('load-data')) add('no-facts', 1);
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
  if (may('edit-settings') && institution.ledger.findSetting('mail')?.value)
    add('mail-failing', institution.ledger.alerts.countMail(addDays(today, -1)).failing);
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

/** Whose cases are counted: those the list of cases shows to the same person, by the same unit. */
function toReach(scope: Scope | null, unit: string | null): Pick<Scope, 'units' | 'processes'> {
  if (scope === null) return { units: [], processes: null };
  const { units, processes } = scope;
  if (unit === null) return { units, processes };
  return { units: units === null || units.includes(unit) ? [unit] : [], processes };
}

function countCases(
  institution: Institution,
  who: Person,
  { units, processes }: Pick<Scope, 'units' | 'processes'>,
  today: string,
): { readonly overdue: number; readonly mine: number; readonly turn: number } {
  const { ledger, ports } = institution;
  if (units?.length === 0) return { overdue: 0, mine: 0, turn: 0 };
  const held = listHeldOff(institution, who);
  const reach = { units, processes, ...(held.length > 0 && { except: held }) };
  const count = (filter: CaseFilter) => ledger.cases.list({ ...reach, ...filter }, { limit: 0 }).of;
  return {
    overdue: count({ due: { to: ports.clock() } }),
    mine: count({ assigned: who.id }),
    turn: count({ assigned: null, places: listTurns(institution, who, today) }),
  };
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
