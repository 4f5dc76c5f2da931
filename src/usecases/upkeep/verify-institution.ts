import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, toProblem } from '../../kernel/index.ts';
import { type Facts, openFacts, physicalColumns, rowsTable, verifyRaw } from '../../facts/index.ts';
import { type Institution, toFactsContext } from '../institution.ts';
import { projectCases } from '../project-cases.ts';
import { syncFacts } from '../sync-facts.ts';
import { type VerifiedClosing, verifyClosings } from '../verify-closings.ts';

export interface VerifyReport {
  readonly raw_files: number;
  readonly ledger_entries: number;
  readonly ledger_head: string;
  readonly facts: readonly { readonly dataset: string; readonly rows: number; readonly same: boolean }[];
  /** Closed months, each made anew from what it was closed with. */
  readonly closings: readonly VerifiedClosing[];
  readonly problems: readonly Problem[];
  /** What changed by leave since a month was closed: nothing is wrong with it, and its figures stand. */
  readonly notices: readonly Problem[];
}

/**
 * Verifies that nothing changed behind the product's back: digests of the raw files, the chain of
 * the ledger and the tables it tells of, that the projection equals a fresh one, row by row, and that
 * closed months come out again to the last digit: that of `period`, or all of them.
 */
export async function verifyInstitution(
  institution: Institution,
  { period = null }: { readonly period?: string | null } = {},
): Promise<VerifyReport> {
  const { ledger, folder, content, ports } = institution;
  const imports = ledger.listImports({ include_undone: true });
  const problems: Problem[] = [];
  ports.progress({ stage: 'verify-raw' });
  const kept = [...imports, ...ledger.event_logs.files()];
  const shas = [...new Set(kept.map((record) => record.raw_sha256))];
  const raw = await verifyRaw(folder, shas);
  const nameOf = (sha: string) => kept.find((record) => record.raw_sha256 === sha)?.file_name ?? sha;
  for (const sha of raw.missing)
    problems.push(toProblem('raw-file-gone', { file: nameOf(sha) }, { sha256: sha }));
  for (const sha of raw.corrupt)
    problems.push(toProblem('raw-file-altered', { file: nameOf(sha) }, { sha256: sha }));
  ports.progress({ stage: 'verify-ledger' });
  const chain = ledger.verifyChain();
  problems.push(...chain.findings);
  const facts = raw.missing.length + raw.corrupt.length > 0 ? [] : await compareFacts(institution);
  for (const { dataset, same } of facts) if (!same) problems.push(toProblem('facts-differ', {}, { dataset }));
  const closed = await verifyClosings(institution, period);
  problems.push(...closed.problems);
  return {
    raw_files: shas.length,
    ledger_entries: chain.entries,
    ledger_head: chain.head,
    facts,
    closings: closed.closings,
    problems: [...content.problems, ...problems],
    notices: closed.notices,
  };
}

/** Cases go on being worked meanwhile: both are brought to the same event before they are compared. */
async function catchUpCases(institution: Institution, fresh: Facts): Promise<void> {
  const beside = { ...institution, facts: fresh };
  do {
    for (const each of [institution, beside]) if ((await projectCases(each)) > 0) await each.facts.refresh();
  } while (institution.facts.worked() !== fresh.worked());
}

/** Compares every table of the projection with one made anew beside it. */
async function compareFacts(institution: Institution): Promise<VerifyReport['facts']> {
  const { content, ledger } = institution;
  await mkdir(institution.facts.temp, { recursive: true });
  const scratch = await mkdtemp(join(institution.facts.temp, 'verify-'));
  const path = join(scratch, 'fresh.duckdb');
  try {
    const fresh = await openFacts(scratch, toFactsContext(content, ledger), path);
    await syncFacts({ ...institution, facts: fresh });
    await catchUpCases(institution, fresh);
    fresh.close();
    const { duck } = institution.facts;
    await duck.run(`attach '${path.replaceAll("'", "''")}' as fresh (read_only)`);
    try {
      const found = [];
      for (const dataset of content.catalogue.datasets.values()) {
        if (dataset.derived) continue;
        const table = rowsTable(dataset);
        const columns = [...dataset.columns.flatMap(physicalColumns), '_import', '_row', '_current', '_flags']
          .map((name) => `"${name}"`)
          .join(', ');
        const differences = await duck.rows(
          `select count(*) as n from ((select ${columns} from ${table} except all select ${columns} from fresh.${table}) union all (select ${columns} from fresh.${table} except all select ${columns} from ${table}))`,
        );
        const [count] = await duck.rows(`select count(*) as n from ${table}`);
        found.push({ dataset: dataset.id, rows: Number(count!.n), same: Number(differences[0]!.n) === 0 });
      }
      return found;
    } finally {
      await duck.run('detach fresh');
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
