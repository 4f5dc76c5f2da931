import { type Language, type LocalText, type Person, Refusal, toScope } from '../../kernel/index.ts';
import type { ProposalRecord } from '../../ledger/index.ts';
import { sayProposal, sayRefusal } from '../../sentences/index.ts';
import type { FigureCache } from '../figure-cache.ts';
import type { Institution } from '../institution.ts';
import { checkMayClose, findUndone, hasContesters } from './close-month.ts';
import type { FigureChange, ToldFigure } from './compare-figures.ts';
import { toExclusionSubject } from './contest-rows.ts';
import { contestsEnd } from './contest-window.ts';
import { getMonth } from '../freeze-month.ts';
import { listAgenda } from '../list-agenda.ts';
import { namePart } from '../name-part.ts';
import { toProcessPath } from '../process-path.ts';

/** How a month stands. */
export type MonthState = 'running' | 'contesting' | 'open' | 'proposed' | 'closed';

/** The closing of a month that waits for a decision, with what whoever signs it is shown. */
export interface WaitingClosing {
  readonly id: number;
  readonly kind: 'close-period' | 'restate-period';
  readonly reason: string;
  readonly proposed_by_name: string | null;
  readonly proposed_at: string;
  readonly version: number;
  readonly figures: readonly (ToldFigure & { readonly indicator: string; readonly name: LocalText })[];
  readonly changes: readonly NamedChange[];
  readonly changed: number;
  readonly waiting: number;
  readonly may_approve: boolean;
  /** Why the reader may not; null where they may. */
  readonly why_not: string | null;
  readonly own: boolean;
}

/** A figure of two versions, with the name of its indicator. */
export interface NamedChange extends FigureChange {
  readonly name: LocalText;
  /** The part in words; null for the whole figure. */
  readonly part: LocalText | null;
}

export interface ClosingMonth {
  readonly period: string;
  readonly state: MonthState;
  /** Of the version in force; null while open. */
  readonly version: number | null;
  readonly closed_at: string | null;
  readonly contests_until: string;
  readonly open_contests: number;
  /** Rows that wait to be corrected. */
  readonly waiting: number;
  /** Figures that the facts of today would give otherwise; null while open. */
  readonly differ: number | null;
  /** What stands in the way of closing it, as a sentence; null where nothing does, or it is closed. */
  readonly barred: string | null;
  readonly proposal: WaitingClosing | null;
  /** An approved closing that could not be done, since the month said something else by then. */
  readonly undone: boolean;
}

export interface ClosingsAsked {
  readonly who: Person | null;
  readonly language: Language;
  readonly today: string;
}

/** Months with facts, latest first, and what may be done with each. */
export async function viewClosings(
  institution: Institution,
  { cache, version }: { readonly cache: FigureCache; readonly version: number },
  asked: ClosingsAsked,
): Promise<readonly ClosingMonth[]> {
  const { ledger } = institution;
  const print = await cache.print(institution, version);
  const months = [...new Set([...print.facts.values()].flatMap((found) => [...found.keys()]))].sort();
  const known = new Set(months);
  for (const { period } of ledger.closings.list()) known.add(period);
  const all = [...known].sort();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const series = await cache.series(institution, version, { from: first, to: last, by: [], only: [] });
  return all
    .map((period) => {
      const differ = (series.get(period) ?? []).filter(({ warnings }) =>
        warnings.some(({ code }) => code === 'closed-differs'),
      ).length;
      return viewMonth(institution, period, differ, asked);
    })
    .toReversed();
}

function viewMonth(
  institution: Institution,
  period: string,
  differ: number,
  asked: ClosingsAsked,
): ClosingMonth {
  const { ledger, content } = institution;
  const { language, today } = asked;
  const record = ledger.closings.find(period);
  const proposal = findProposal(institution, period);
  const month = getMonth(period);
  const contests_until = contestsEnd(institution, period);
  const isContesting = contests_until >= today && hasContesters(institution, today);
  const waiting = [...content.catalogue.datasets.values()]
    .filter(({ derived }) => !derived)
    .reduce((sum, { id }) => sum + ledger.countOpenQuarantine(id, month.from, month.to).dated, 0);
  return {
    period,
    state: record
      ? 'closed'
      : proposal
        ? 'proposed'
        : month.to > today
          ? 'running'
          : isContesting
            ? 'contesting'
            : 'open',
    version: record?.version ?? null,
    closed_at: record?.at ?? null,
    contests_until,
    open_contests: ledger.contests.list(period).filter(({ state }) => state === 'open').length,
    waiting,
    differ: record ? differ : null,
    barred: record ? null : sayBar(institution, period, language, today),
    proposal: proposal && viewProposal(institution, proposal, asked),
    undone: isUndone(institution, period),
  };
}

function sayBar(institution: Institution, period: string, language: Language, today: string): string | null {
  try {
    checkMayClose(institution, period, today);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return sayRefusal(error.code, error.params, language);
  }
}

function findProposal({ ledger }: Institution, period: string): ProposalRecord | null {
  const kinds = ['close-period', 'restate-period'] as const;
  return kinds.flatMap((kind) => ledger.proposals.list({ open: true, kind, subject: period }))[0] ?? null;
}

/** Whether the last approved closing of a month could not be done. */
function isUndone({ ledger }: Institution, period: string): boolean {
  const kinds = ['close-period', 'restate-period'] as const;
  const [last] = kinds
    .flatMap((kind) => ledger.proposals.list({ kind, subject: period }))
    .toSorted((a, b) => b.id - a.id);
  return last?.decision === 'approved' && findUndone({ ledger }, last.id) !== undefined;
}

function viewProposal(
  { ledger, content }: Institution,
  proposal: ProposalRecord,
  { who, language, today }: ClosingsAsked,
): WaitingClosing {
  const payload = proposal.payload as unknown as Pick<
    WaitingClosing,
    'version' | 'changed' | 'waiting' | 'figures' | 'changes'
  >;
  const refused = who && ledger.proposals.judge(proposal, who, ledger.people.company(today));
  const named = <T extends { readonly indicator: string }>(each: T) => ({
    ...each,
    name: nameOf(content, each.indicator),
  });
  return {
    id: proposal.id,
    kind: proposal.kind as WaitingClosing['kind'],
    reason: proposal.reason,
    proposed_by_name: nameWho(ledger, proposal.proposed_by),
    proposed_at: proposal.proposed_at,
    version: payload.version,
    figures: payload.figures.map(named),
    changes: payload.changes.map((change) => nameChange(content, change)),
    changed: payload.changed,
    waiting: payload.waiting,
    may_approve: who !== null && refused === null,
    why_not: refused ? sayRefusal(refused.code, refused.params, language) : null,
    own: who !== null && proposal.proposed_by === who.id,
  };
}

function nameChange(content: Institution['content'], change: FigureChange): NamedChange {
  const { indicator, dimensions } = change;
  return { ...change, name: nameOf(content, indicator), part: namePart(content, indicator, dimensions) };
}

function nameOf(content: Institution['content'], id: string): LocalText {
  return content.catalogue.sheets.get(id)?.name ?? { es: id, en: id };
}

function nameWho(ledger: Institution['ledger'], id: string | null): string | null {
  return id === null ? null : (ledger.people.find(id)?.name ?? id);
}

/** One version of a closed month. */
export interface ClosingVersion {
  readonly version: number;
  readonly kind: 'closed' | 'restated';
  readonly at: string;
  readonly cause: string;
  /** Null for the command line on the folder. */
  readonly proposed_by_name: string | null;
  readonly approved_by_name: string | null;
  readonly changed: number;
  readonly changes: readonly NamedChange[];
}

/** A contest as a person sees it. */
export interface ShownContest {
  readonly id: number;
  readonly indicator: string;
  readonly name: LocalText;
  readonly rows: number;
  /** The first keys, as people know them. */
  readonly keys: readonly string[];
  readonly reason: string;
  readonly evidence: string;
  readonly state: 'open' | 'upheld' | 'rejected' | 'withdrawn';
  readonly by_name: string | null;
  readonly at: string;
  readonly answer: string | null;
  readonly answered_by_name: string | null;
  readonly own: boolean;
  /** The proposal to leave its rows out that waits; null where none does. */
  readonly proposal: {
    readonly id: number;
    readonly reason: string;
    readonly sentence: string;
    readonly proposed_by_name: string | null;
    readonly may_approve: boolean;
    readonly why_not: string | null;
  } | null;
}

export interface MonthDetail {
  readonly month: ClosingMonth;
  readonly versions: readonly ClosingVersion[];
  readonly contests: readonly ShownContest[];
  readonly left_out: number;
  /** Data sets whose file of the month was expected and has not come; none of a closed month. */
  readonly missing: readonly LocalText[];
}

/** Changes of a version that are sent; the rest are counted. */
const MOST_CHANGES = 300;
/** Keys of a contest that are shown. */
const MOST_KEYS = 8;

/** A month whole: its versions with what changed in each, and its contests. */
export async function viewClosing(
  institution: Institution,
  figures: { readonly cache: FigureCache; readonly version: number },
  period: string,
  asked: ClosingsAsked & {
    readonly units: readonly string[] | null;
    readonly processes: readonly string[] | null;
  },
): Promise<MonthDetail> {
  const { ledger, content } = institution;
  const { text } = getMonth(period);
  const series = await figures.cache.series(institution, figures.version, {
    from: text,
    to: text,
    by: [],
    only: [],
  });
  const differ = (series.get(text) ?? []).filter(({ warnings }) =>
    warnings.some(({ code }) => code === 'closed-differs'),
  ).length;
  const versions = ledger.closings
    .list()
    .filter((record) => record.period === text)
    .toReversed()
    .map((record): ClosingVersion => {
      const changes = ledger.closings.changesOf(record.id) as readonly FigureChange[];
      const shown = asked.units === null ? changes : changes.filter(({ dimensions }) => isWhole(dimensions));
      return {
        version: record.version,
        kind: record.kind,
        at: record.at,
        cause: record.cause,
        proposed_by_name: nameWho(ledger, record.proposed_by),
        approved_by_name: nameWho(ledger, record.approved_by),
        changed: changes.length,
        changes: shown.slice(0, MOST_CHANGES).map((change) => nameChange(content, change)),
      };
    });
  return {
    month: viewMonth(institution, text, differ, asked),
    versions,
    contests: listContests(institution, text, asked),
    left_out: ledger.contests.exclusions(text).length,
    missing: versions.length > 0 ? [] : await listMissing(institution, text, asked.today),
  };
}

/** Files the agenda expects of a month that is over and that have not come. */
async function listMissing(
  institution: Institution,
  month: string,
  today: string,
): Promise<readonly LocalText[]> {
  if (getMonth(month).to > today) return [];
  const agenda = await listAgenda(institution, month, today);
  return agenda.items.filter(({ state }) => state !== 'received').map(({ dataset_name }) => dataset_name);
}

const isWhole = (dimensions: object): boolean => Object.keys(dimensions).length === 0;

/** Contests of a month: whoever reaches some units or processes sees their own, and those of their processes. */
function listContests(
  { ledger, content }: Institution,
  period: string,
  asked: ClosingsAsked & {
    readonly units: readonly string[] | null;
    readonly processes: readonly string[] | null;
  },
): readonly ShownContest[] {
  const { who, language, today } = asked;
  const company = ledger.people.company(today);
  const seesAll = asked.units === null && asked.processes === null;
  const isReached = (indicator: string): boolean =>
    asked.processes !== null &&
    toProcessPath(content, content.catalogue.sheets.get(indicator)?.process ?? '').some((each) =>
      asked.processes?.includes(each),
    );
  const showsClients = who !== null && toScope(who, 'reveal-identity', today) !== null;
  return ledger.contests
    .list(period)
    .filter((contest) => seesAll || contest.contested_by === who?.id || isReached(contest.indicator))
    .map((contest): ShownContest => {
      const subject = toExclusionSubject(contest);
      const [proposal] = ledger.proposals.list({ open: true, kind: 'exclude-rows', subject });
      const refused = proposal && who ? ledger.proposals.judge(proposal, who, company) : null;
      const dataset = content.catalogue.datasets.get(contest.dataset);
      const hidden = new Set(
        dataset?.columns.filter(({ of }) => of === 'client' || of === 'person').map(({ name }) => name),
      );
      const names = dataset?.key ?? [];
      return {
        id: contest.id,
        indicator: contest.indicator,
        name: nameOf(content, contest.indicator),
        rows: contest.keys.length,
        keys: contest.keys
          .slice(0, MOST_KEYS)
          .map((key) =>
            key.filter((_, index) => showsClients || !hidden.has(names[index] ?? '')).join(' · '),
          ),
        reason: contest.reason,
        evidence: contest.evidence,
        state: contest.state,
        by_name: nameWho(ledger, contest.contested_by),
        at: contest.contested_at,
        answer: contest.answer,
        answered_by_name: nameWho(ledger, contest.answered_by),
        own: who !== null && contest.contested_by === who.id,
        proposal: proposal
          ? {
              id: proposal.id,
              reason: proposal.reason,
              sentence: sayProposal(proposal, language),
              proposed_by_name: nameWho(ledger, proposal.proposed_by),
              may_approve: who !== null && refused === null,
              why_not: refused ? sayRefusal(refused.code, refused.params, language) : null,
            }
          : null,
      };
    });
}
