import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LeftOut } from '../engine/index.ts';
import { openFacts } from '../facts/index.ts';
import { type Problem, Refusal, type Sheet, toNumber, toProblem, toWarning } from '../kernel/index.ts';
import { checkSheet } from '../language/index.ts';
import { readDraft } from '../library/index.ts';
import type { ClosingRecord } from '../ledger/index.ts';
import { type ClosingDigests, thawContent } from './closings/closing-digests.ts';
import { compareFigures, type FigureChange } from './closings/compare-figures.ts';
import { digestContent, digestDefinitions, digestOf, toMeaning } from './closings/digest-content.ts';
import { compareSources, compareTables, digestFacts, type FactsDigests } from './closings/digest-facts.ts';
import { freezeFigures, getMonth, thawCuts } from './freeze-month.ts';
import { findClosed, type FrozenFigures } from './frozen-figures.ts';
import { type Institution, toFactsContext } from './institution.ts';
import { type KeptSheet, sheetKey } from './kept-sheet.ts';
import { syncFacts } from './sync-facts.ts';

/** What was found of one closed month, by its last version. */
export interface VerifiedClosing {
  readonly period: string;
  readonly version: number;
  /** Its figures come out again to the last digit, from what it was closed with. */
  readonly same: boolean;
  readonly figures: number;
  /** Figures that come out otherwise. */
  readonly differ: readonly FigureChange[];
  /** Data sets whose rows of the month are not those it was closed with. */
  readonly facts: readonly string[];
  readonly definitions: readonly string[];
  /** Calendars, schedules, lists: by their names among the digests. */
  readonly content: readonly string[];
  /** Figures that the facts of today would give otherwise: what a restatement would change. */
  readonly today: number;
}

export interface ClosingsReport {
  readonly closings: readonly VerifiedClosing[];
  readonly problems: readonly Problem[];
  /** What changed since, by leave: it is told and nothing is wrong with it. */
  readonly notices: readonly Problem[];
}

/**
 * Makes the figures of closed months anew, from the raw files that were in force when each was closed
 * and the definitions and calendars it was closed with, and compares them to the last digit. Says
 * which facts, definitions or calendars are not those of then, and whether they changed by leave
 * (a late import, an approved definition) or behind the program's back.
 *
 * @param period one month; null for all that are closed
 */
export async function verifyClosings(
  institution: Institution,
  period: string | null,
): Promise<ClosingsReport> {
  const { ledger } = institution;
  const wanted = period === null ? null : getMonth(period).text;
  const last = new Map(ledger.closings.list().map((record) => [record.period, record]));
  const closings: VerifiedClosing[] = [];
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const records = [...last.values()].filter((record) => wanted === null || record.period === wanted);
  for (const [index, record] of records.entries()) {
    institution.ports.progress({ stage: 'verify-closings', done: index, of: records.length });
    const found = await verifyOne(institution, record);
    closings.push(found.closing);
    problems.push(...found.problems);
    notices.push(...found.notices);
  }
  return { closings, problems, notices };
}

async function verifyOne(institution: Institution, record: ClosingRecord) {
  const { ledger } = institution;
  const digests = ledger.closings.digestsOf(record.id) as ClosingDigests;
  const { frozen } = findClosed(institution, record.period)!;
  const month = getMonth(record.period);
  const { period } = record;
  const now = await digestNow(institution, digests, month);
  const changed = compareSources(digests.facts, now.facts);
  const tables = compareTables(digests.facts, now.facts);
  const then = toThen(institution, digests);
  const frozenSheets = then.content.catalogue.sheets;
  const isSameGround = changed.length + tables.length + now.content.length === 0;
  const again: Again = isSameGround
    ? { figures: await measureAgain(then, frozen, digests, period), facts: now.facts }
    : await inScratch(then, digests, async (scratch) => ({
        figures: await measureAgain(scratch, frozen, digests, period),
        facts: await digestFacts(scratch, toPlan(digests), month),
      })).catch((error: unknown) => {
        if (error instanceof Refusal) return { figures: null, facts: null };
        throw error;
      });
  if (again.figures === null) {
    const lost = toProblem('closing-facts-lost', {}, { period, datasets: [] });
    const told = { same: false, figures: frozen.figures.length, differ: [], today: 0 };
    const closing = { period, version: record.version, ...told, facts: [], definitions: [], content: [] };
    return { closing, problems: [lost], notices: [] };
  }
  const leftOutSame = printLeftOut(digests.left_out) === printLeftOut(ledger.contests.exclusions(period));
  const differ = compareFigures(institution, frozen, again.figures);
  const ground = compareSources(digests.facts, again.facts);
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const datasets = nameSources(changed.map(({ source }) => source));
  const lost = ground.filter(({ files }) => files).map(({ source }) => source);
  const worked = ground.filter((each) => each.worked && !each.files);
  if (lost.length > 0)
    problems.push(toProblem('closing-facts-lost', {}, { period, datasets: nameSources(lost) }));
  else if (worked.length > 0) notices.push(toWarning('closing-cases-later', {}, { period }));
  if (differ.length > 0 && (worked.length === 0 || lost.length > 0))
    problems.push(toDifference(institution, period, differ));
  const isSameSaid = isSameGround && now.definitions.length === 0 && leftOutSame;
  const isUntouched = isSameSaid && isSameImports(institution, digests);
  const today = isUntouched ? differ.length : await countToday(institution, frozen, period);
  const rows = { period, datasets, n: today };
  const isLate = !isSameImports(institution, digests) || now.content.length > 0 || worked.length > 0;
  if (datasets.length > 0 && lost.length === 0) {
    if (isLate) notices.push(toWarning('closing-late-facts', {}, rows));
    else problems.push(toProblem('closing-facts-changed', {}, rows));
  }
  if (isSameSaid && today > 0 && differ.length === 0)
    notices.push(toWarning('closing-later-cut', {}, { period, n: today }));
  if (!leftOutSame) notices.push(toWarning('closing-left-out-later', {}, { period, n: today }));
  for (const { id, leave } of now.definitions) {
    const { es, en } = frozenSheets.get(id)?.name ?? { es: id, en: id };
    const named = { period, indicator: id, es, en };
    if (leave) notices.push(toWarning('closing-definition-later', {}, named));
    else problems.push(toProblem('closing-definition-changed', {}, named));
  }
  if (now.content.length > 0)
    notices.push(toWarning('closing-content-later', {}, { period, names: now.content }));
  return {
    closing: {
      period,
      version: record.version,
      same: differ.length === 0,
      figures: frozen.figures.length,
      differ,
      facts: datasets,
      definitions: now.definitions.map(({ id }) => id),
      content: now.content,
      today,
    },
    problems,
    notices,
  };
}

/** What came out again; null where the raw files it was closed with are not there any more. */
type Again =
  | { readonly figures: FrozenFigures; readonly facts: FactsDigests }
  | { readonly figures: null; readonly facts: null };

function isSameImports({ ledger }: Institution, { imports, worked }: ClosingDigests): boolean {
  const now = ledger.listImports().map(({ seq }) => seq);
  return JSON.stringify(now) === JSON.stringify(imports) && ledger.cases.lastEvent() === worked;
}

const printLeftOut = (rows: ClosingDigests['left_out']): string =>
  JSON.stringify(rows.map(({ dataset, indicator, key }) => [dataset, indicator, key]));

/** What facts and content say today, held against what the month was closed with. */
async function digestNow(
  institution: Institution,
  digests: ClosingDigests,
  month: { readonly from: string; readonly to: string },
): Promise<{
  readonly facts: FactsDigests;
  readonly definitions: readonly { readonly id: string; readonly leave: boolean }[];
  readonly content: readonly string[];
}> {
  const ids = Object.keys(digests.definitions);
  const definitions = digestDefinitions(institution, ids);
  const content = digestContent(institution);
  return {
    facts: await digestFacts(institution, toPlan(digests), month),
    definitions: ids
      .filter((id) => definitions[id]?.digest !== digests.definitions[id]!.digest)
      .map((id) => ({ id, leave: changedByLeave(institution, id) })),
    content: Object.keys(digests.content).filter((name) => content[name] !== digests.content[name]),
  };
}

/** Whether the sheet in force is the one that the program wrote last, when it was saved or approved. */
function changedByLeave({ ledger, content }: Institution, id: string): boolean {
  const kept = ledger.findSetting(sheetKey(id))?.value as KeptSheet | undefined;
  const sheet = content.catalogue.sheets.get(id);
  if (kept === undefined || sheet === undefined) return kept !== undefined;
  const written = readDraft(kept.text, '', sheet.pack, content.catalogue).sheet;
  return written !== null && digestOf(toMeaning(written)) === digestOf(toMeaning(sheet));
}

function toPlan({ facts }: ClosingDigests) {
  return {
    sources: Object.values(facts.sources),
    tables: Object.fromEntries(
      Object.entries(facts.tables).map(([name, { columns }]) => [name, columns] as const),
    ),
  };
}

const nameSources = (sources: readonly string[]): readonly string[] => [
  ...new Set(sources.map((source) => source.split('/')[0]!)),
];

/** The institution with the definitions, calendars and settings a month was closed with. */
function toThen(institution: Institution, digests: ClosingDigests): Institution {
  const { merges: _merges, ...frozen } = thawContent(digests);
  const catalogue = { ...institution.content.catalogue, ...frozen };
  const checked = [...frozen.sheets.values()].map(
    (sheet: Sheet) => [sheet.id, checkSheet(sheet, catalogue).indicator] as const,
  );
  const indicators = new Map(checked.flatMap(([id, each]) => (each ? [[id, each] as const] : [])));
  const { tail_share, small_sample } = frozen.settings;
  return {
    ...institution,
    content: { ...institution.content, catalogue, indicators },
    settings: { tail_share: toNumber(tail_share), small_sample },
  };
}

async function measureAgain(
  then: Institution,
  frozen: FrozenFigures,
  digests: ClosingDigests,
  period: string,
): Promise<FrozenFigures> {
  const known = frozen.indicators.filter((id) => then.content.indicators.has(id));
  const { from, to } = getMonth(period);
  const without = digests.left_out.map(
    ({ dataset, indicator, key }): LeftOut => ({ dataset, indicator, from, to, keys: [key] }),
  );
  const { frozen: again } = await freezeFigures(then, period, known, {
    cuts: thawCuts(digests.cuts),
    without,
  });
  return again;
}

/** Works on facts made anew, apart, from the imports that were in force when a month was closed. */
async function inScratch<T>(
  then: Institution,
  digests: ClosingDigests,
  work: (scratch: Institution) => Promise<T>,
): Promise<T> {
  const { ledger, facts } = then;
  await mkdir(facts.temp, { recursive: true });
  const folder = await mkdtemp(join(facts.temp, 'closing-'));
  try {
    const { merges } = thawContent(digests);
    const context = { ...toFactsContext(then.content, ledger), merges };
    const fresh = await openFacts(folder, context, join(folder, 'then.duckdb'));
    try {
      const inForce = new Set(digests.imports);
      const past = ledger.listImports({ include_undone: true }).filter(({ seq }) => inForce.has(seq));
      const known: Institution['ledger'] = {
        ...ledger,
        listImports: (filter = {}) =>
          filter.include_undone
            ? ledger.listImports(filter)
            : past.filter(({ dataset }) => filter.dataset === undefined || dataset === filter.dataset),
      };
      const scratch = { ...then, ledger: known, facts: fresh };
      await syncFacts(scratch);
      return await work(scratch);
    } finally {
      fresh.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toDifference(institution: Institution, period: string, differ: readonly FigureChange[]): Problem {
  const [first] = differ;
  const name = institution.content.catalogue.sheets.get(first!.indicator)?.name;
  return toProblem(
    'closing-figures-differ',
    {},
    {
      period,
      n: differ.length,
      indicator: first!.indicator,
      es: name?.es ?? first!.indicator,
      en: name?.en ?? first!.indicator,
      was: first!.before?.numerator ?? '',
      is: first!.after?.numerator ?? '',
    },
  );
}

/** Figures that what there is today would give otherwise. */
async function countToday(institution: Institution, frozen: FrozenFigures, period: string): Promise<number> {
  const known = frozen.indicators.filter((id) => institution.content.indicators.has(id));
  const { frozen: today } = await freezeFigures(institution, period, known, {});
  return compareFigures(institution, frozen, today).length;
}
