import { addDays, isDate, Refusal, type Scope } from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import type { ContestRecord } from '../../ledger/index.ts';
import { type CheckedIndicator, processSubtree } from '../../language/index.ts';
import type { Institution } from '../institution.ts';
import { getDataset } from '../institution.ts';
import { getMonth } from '../freeze-month.ts';
import { toProcessPath } from '../process-path.ts';
import { contestsEnd, setContestsEnd } from './contest-window.ts';

/** Rows of one contest at most. */
const MOST_ROWS = 500;

/** Where a row stands: number of its import, and position among the records of its file. */
export interface RowPlace {
  readonly seq: number;
  readonly row: number;
}

export interface ContestInput {
  readonly period: string;
  readonly indicator: string;
  readonly dataset: string;
  readonly rows: readonly RowPlace[];
  readonly reason: string;
  readonly evidence: string;
  /** What the person reaches. */
  readonly scope: Scope;
  readonly today: string;
}

/**
 * Contests rows of a month in the name of whoever writes: they should not count, and why. Refuses
 * rows out of the scope (`out-of-scope`), a month that is closed (`contest-month-closed`) or whose
 * date is past (`contest-too-late`), and a contest that says nothing.
 */
export async function contestRows(institution: Institution, input: ContestInput): Promise<number> {
  const { ledger } = institution;
  const { text: period } = getMonth(input.period);
  const [reason, evidence] = [input.reason.trim(), input.evidence.trim()];
  if (reason === '' || evidence === '') throw new Refusal('contest-without-reason');
  if (input.rows.length === 0) throw new Refusal('contest-no-rows');
  if (input.rows.length > MOST_ROWS) throw new Refusal('contest-too-many', { most: MOST_ROWS });
  if (ledger.closings.find(period)) throw new Refusal('contest-month-closed', { period });
  const until = contestsEnd(institution, period);
  if (input.today > until) throw new Refusal('contest-too-late', { period, until });
  const indicator = getReached(institution, input.indicator, input.dataset, input.scope);
  const keys = await readKeys(institution, { ...input, period }, indicator);
  const present = new Set(
    ledger.contests
      .exclusions(period)
      .filter((each) => each.dataset === input.dataset)
      .map(({ key }) => JSON.stringify(key)),
  );
  if (keys.some((key) => present.has(JSON.stringify(key)))) throw new Refusal('exclusion-present');
  const { dataset } = input;
  return ledger.contests.open({ period, indicator: indicator.id, dataset, keys, reason, evidence });
}

/** The indicator, if it reads that data set and the scope reaches its process. */
function getReached({ content }: Institution, id: string, dataset: string, scope: Scope): CheckedIndicator {
  const indicator = content.indicators.get(id);
  if (!indicator) throw new Refusal('indicator-not-found', { indicator: id, hint: '' });
  const process = content.catalogue.sheets.get(id)?.process ?? '';
  const reached =
    scope.processes === null ||
    scope.processes.some((root) => processSubtree(content.catalogue, root).includes(process));
  const reads = [indicator.dataset, ...indicator.aggregates.map((each) => each.dataset)];
  if (!reached || !reads.includes(dataset)) throw new Refusal('out-of-scope', { what: id });
  return indicator;
}

/** The keys of rows by where they stand; refuses rows that are not in force, or out of month or scope. */
async function readKeys(
  { facts, content }: Institution,
  { period, dataset: id, rows, scope }: ContestInput,
  indicator: CheckedIndicator,
): Promise<readonly (readonly string[])[]> {
  const dataset = getDataset(content, id);
  const isInstant = (name: string) => dataset.columns.find((each) => each.name === name)?.type === 'instant';
  const local = (name: string) => (isInstant(name) ? `${name}_local` : quoteName(name));
  const date = id === indicator.dataset ? indicator.date : (dataset.date ?? '');
  const { from, to } = getMonth(period);
  const wanted = rows.map(({ seq, row }) => `(${seq}, ${row})`).join(', ');
  const unit = dataset.columns.find(({ of }) => of === 'unit')?.name;
  const keys = dataset.key.map((name, index) => `coalesce(${local(name)}::varchar, '') as key_${index}`);
  const found = await facts.duck.rows(
    `select ${keys.join(', ')}${unit ? `, ${quoteName(unit)} as place` : ''}
  from ${quoteName(id)}
 where (_import, _row) in (${wanted})
   and ${local(date)} >= ${quoteText(from)} and ${local(date)} < ${quoteText(to)}
 order by all`,
  );
  if (found.length !== new Set(rows.map(({ seq, row }) => `${seq} ${row}`)).size)
    throw new Refusal('contest-rows-gone');
  if (scope.units !== null && !found.every((row) => scope.units?.includes(String(row['place'] ?? ''))))
    throw new Refusal('out-of-scope', { what: id });
  return found.map((row) => dataset.key.map((_, index) => String(row[`key_${index}`])));
}

/** Says until when rows of a month are contested; refuses a date before the month or more than a year away. */
export function moveContestsEnd(
  institution: Pick<Institution, 'ledger'>,
  { period, until, today }: { readonly period: string; readonly until: string; readonly today: string },
): void {
  const month = getMonth(period);
  const last = addDays(month.to > today ? month.to : today, 366);
  if (!isDate(until) || until < month.from || until > last)
    throw new Refusal('contests-until-unreadable', { period: month.text });
  if (institution.ledger.closings.find(month.text))
    throw new Refusal('contest-month-closed', { period: month.text });
  setContestsEnd(institution, month.text, until);
}

/** Turns a contest down, with an answer for who made it. */
export function rejectContest({ ledger }: Pick<Institution, 'ledger'>, id: number, answer: string): void {
  if (answer.trim() === '') throw new Refusal('contest-without-reason');
  ledger.contests.answer(id, 'rejected', answer.trim());
}

/** Takes a contest of one's own back. */
export function withdrawContest({ ledger }: Pick<Institution, 'ledger'>, id: number): void {
  ledger.contests.answer(id, 'withdrawn', '');
}

/** What came of proposing that contested rows count no more. */
export interface ProposedExclusion {
  readonly proposal: number;
  readonly applied: boolean;
}

/**
 * Proposes that the rows of a contest count no more in their month: for its indicator, or for all.
 * Somebody else approves it, who did not load those rows (S-5, S-11).
 */
export async function proposeExclusion(
  institution: Institution,
  input: {
    readonly contest: number;
    readonly reason: string;
    /** Whether they count in no indicator; false leaves them out of the contested one alone. */
    readonly everywhere: boolean;
    readonly today: string;
  },
): Promise<ProposedExclusion> {
  const { ledger, content } = institution;
  const contest = ledger.contests.find(input.contest);
  if (!contest) throw new Refusal('contest-not-found', { contest: input.contest });
  if (contest.state !== 'open') throw new Refusal('contest-answered', { contest: contest.id });
  if (ledger.closings.find(contest.period))
    throw new Refusal('contest-month-closed', { period: contest.period });
  const reason = input.reason.trim();
  if (reason === '') throw new Refusal('contest-without-reason');
  const payload = {
    period: contest.period,
    indicator: input.everywhere ? null : contest.indicator,
    dataset: contest.dataset,
    keys: contest.keys,
    contest: contest.id,
    name: content.catalogue.sheets.get(contest.indicator)?.name ?? null,
    loaded_by: await findLoaders(institution, contest),
    process_path: toProcessPath(content, content.catalogue.sheets.get(contest.indicator)?.process ?? ''),
  };
  const subject = toExclusionSubject(contest);
  const { proposal } = ledger.proposals.propose(
    { kind: 'exclude-rows', subject, payload, reason },
    input.today,
  );
  return { proposal: proposal.id, applied: proposal.decision === 'approved' };
}

/** What the proposal to leave the rows of a contest out is known by. */
export function toExclusionSubject({ period, id }: Pick<ContestRecord, 'period' | 'id'>): string {
  return `${period}/${id}`;
}

/** Who brought the files that contested rows are in. */
async function findLoaders(
  { facts, content, ledger }: Institution,
  { dataset: id, keys }: ContestRecord,
): Promise<readonly string[]> {
  const dataset = getDataset(content, id);
  const columns = dataset.key.map((name) => {
    const isInstant = dataset.columns.find((each) => each.name === name)?.type === 'instant';
    return `coalesce(${isInstant ? `${name}_local` : quoteName(name)}::varchar, '')`;
  });
  const tuples = keys.map((key) => `(${key.map(quoteText).join(', ')})`).join(', ');
  const rows = await facts.duck.rows(
    `select distinct _import as seq from ${quoteName(`${id}_rows`)} where (${columns.join(', ')}) in (${tuples})`,
  );
  const seqs = new Set(rows.map((row) => Number(row['seq'])));
  const loaders = new Set<string>();
  for (const record of ledger.listImports({ include_undone: true })) {
    if (!seqs.has(record.seq)) continue;
    const [entry] = ledger.trail
      .list({ kind: 'import', object: record.raw_sha256, limit: 20 })
      .filter(({ payload }) => payload.writes.some(({ row }) => row['seq'] === record.seq));
    if (entry?.actor) loaders.add(entry.actor);
  }
  return [...loaders].sort();
}
