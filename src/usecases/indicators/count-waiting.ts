import type { Dataset } from '../../kernel/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import type { ImportRecord, QuarantineRow } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import type { SettledIntake } from '../sync-facts.ts';
import { type KnownValues, mayBelong } from './may-belong.ts';

/**
 * Rows of a data set that wait to be corrected and may be of an indicator: dated in the half-open period
 * `[from, to)` or without a date that can be read, and not of a service that is none of its own.
 */
export function countWaiting(
  institution: Institution,
  indicator: CheckedIndicator,
  dataset: string,
  from: string,
  to: string,
): number {
  const { ledger, content } = institution;
  const { dated, undated } = ledger.countOpenQuarantine(dataset, from, to);
  const declared = content.catalogue.datasets.get(dataset);
  if (dated + undated === 0 || dataset !== indicator.dataset || indicator.scope === null || !declared)
    return dated + undated;
  const records = new Map(ledger.listImports({ dataset }).map((record) => [record.seq, record]));
  return ledger.quarantineOf({ dataset, state: 'open' }).filter((row) => {
    const isAsked = row.fact_date === null || (row.fact_date >= from && row.fact_date < to);
    const record = records.get(row.import_seq);
    if (!isAsked) return false;
    return !record || mayBelong(indicator.scope, readKnown(institution, declared, record, row));
  }).length;
}

/** Codes of a row that could be read though the row could not, with what hangs from its process. */
function readKnown(
  { content }: Institution,
  dataset: Dataset,
  { detected }: ImportRecord,
  row: QuarantineRow,
): KnownValues {
  const { sources, codes } = detected['settled'] as SettledIntake;
  const known = new Map<string, string>();
  for (const [name, source] of sources) {
    const text =
      source.kind === 'one' ? row.cells[source.index] : source.kind === 'constant' ? source.value : null;
    const id = codes[name]?.known[(text ?? '').trim()];
    if (id !== undefined) known.set(name, id);
  }
  for (const lookup of dataset.lookups) {
    const by = lookup.from === 'processes' ? known.get(lookup.by) : undefined;
    if (by !== undefined) known.set(lookup.name, content.catalogue.processes.get(by)?.parent ?? by);
  }
  return known;
}
