import { createHash } from 'node:crypto';
import { type CaseFact, publishCases, withdrawCases } from '../facts/index.ts';
import type { CaseRecord } from '../ledger/index.ts';
import type { Institution } from './institution.ts';
import { datasetOfCase, toCaseFact } from './to-case-fact.ts';

/** How far the facts have read the cases: by which definitions, and to which event. */
interface Mark {
  readonly digest: string;
  readonly through: number;
}

/** Cases read in one transaction. */
const MOST_AT_ONCE = 20_000;

/**
 * Brings the cases that changed since the last time into the facts, each in place of its former
 * row, in one transaction together with how far it read: killed anywhere, the next call goes on
 * from there. What a case is read as comes from its procedure, so other definitions
 * read all of them again; so does a ledger that is behind its facts.
 *
 * @returns how many cases were read
 */
export async function projectCases(institution: Institution): Promise<number> {
  const { facts, ledger } = institution;
  const seen = readMark(facts.worked());
  const last = ledger.cases.lastEvent();
  if (seen === null && last === 0) return 0;
  const digest = digestDefinitions(institution);
  if (seen?.digest === digest && seen.through === last) return 0;
  let anew = seen !== null && (seen.digest !== digest || seen.through > last);
  let through = seen === null || anew ? 0 : seen.through;
  let read = 0;
  for (;;) {
    const cases = ledger.cases.changedAfter(through, MOST_AT_ONCE);
    through = cases.at(-1)?.last_event ?? through;
    const withdraw = anew;
    await facts.putWorked(JSON.stringify({ digest, through } satisfies Mark), async () => {
      if (withdraw) await withdrawAll(institution);
      await putCases(institution, cases);
    });
    anew = false;
    read += cases.length;
    if (cases.length < MOST_AT_ONCE) return read;
  }
}

/** Whether cases changed that the facts do not say yet; it costs next to nothing to ask. */
export function hasNewCases({ facts, ledger }: Pick<Institution, 'facts' | 'ledger'>): boolean {
  return ledger.cases.lastEvent() !== (readMark(facts.worked())?.through ?? 0);
}

/** Id of the last event that the facts have read; 0 before any. */
export function caseEventsRead({ facts }: Pick<Institution, 'facts'>): number {
  return readMark(facts.worked())?.through ?? 0;
}

function readMark(text: string): Mark | null {
  return text === '' ? null : (JSON.parse(text) as Mark);
}

/** Of what the packs say, all that the row of a case is made of. */
function digestDefinitions({ content }: Institution): string {
  const { procedures, codes, processes } = content.catalogue;
  const said = [
    [...procedures.values()].map(({ id, process, case: definition }) => [id, process, definition]),
    ['status', 'outcome'].map((list) => codes.get(list)?.codes.map(({ id }) => id)),
    [...processes.keys()],
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

function listDatasets({ content }: Institution) {
  return [...content.catalogue.datasets.values()].filter(({ derived }) => !derived);
}

async function withdrawAll(institution: Institution): Promise<void> {
  for (const dataset of listDatasets(institution)) await withdrawCases(institution.facts.duck, dataset);
}

async function putCases(institution: Institution, cases: readonly CaseRecord[]): Promise<void> {
  const { facts, content } = institution;
  const { procedures } = content.catalogue;
  const place = await facts.place();
  const byDataset = Map.groupBy(cases, (record) => datasetOfCase(record, procedures.get(record.procedure)));
  for (const dataset of listDatasets(institution)) {
    const found = (byDataset.get(dataset.id) ?? []).map(
      (record): CaseFact => toCaseFact(record, procedures.get(record.procedure), dataset),
    );
    if (found.length === 0) continue;
    await publishCases(facts.duck, dataset, found, {
      place,
      rules: content.rules.get(dataset.id) ?? [],
      vocabulary: content.catalogue,
    });
  }
}
