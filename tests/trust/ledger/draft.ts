import { createHash } from 'node:crypto';
import type { ImportDraft, QuarantineDraft } from '../../../src/ledger/index.ts';

/** The bytes of the n-th small file of a run. */
export function toBytes(run: string, n: number): Buffer {
  const lines = Array.from(
    { length: 3 + (n % 40) },
    (_, row) => `R-${run}-${n}-${row};Quito Norte;03/06/2011`,
  );
  return Buffer.from(`solicitud;agencia;fecha\n${lines.join('\n')}\n`);
}

export const QUARANTINED = 2;

/** An import of those bytes with two quarantined rows. */
export function toDraft(run: string, n: number): { draft: ImportDraft; rows: QuarantineDraft[] } {
  const bytes = toBytes(run, n);
  const accepted = 1 + (n % 40);
  const draft: ImportDraft = {
    dataset: 'requests',
    file_name: `${run}-${n}.csv`,
    raw_sha256: createHash('sha256').update(bytes).digest('hex'),
    raw_bytes: bytes.length,
    mapping: null,
    mapping_digest: null,
    intake_digest: 'same',
    options: {},
    detected: { separator: ';' },
    header: ['solicitud', 'agencia', 'fecha'],
    counts: {
      read: accepted + QUARANTINED,
      accepted,
      updated: 0,
      quarantined: QUARANTINED,
      duplicate: 0,
      blank: 0,
    },
    new_values: [],
    warnings: [],
  };
  const rows = Array.from({ length: QUARANTINED }, (_, index) => ({
    line: index + 2,
    byte: 24 + index * 30,
    column: 3,
    column_name: 'fecha',
    code: 'date-unreadable',
    params: { value: '31/02/2011' },
    cells: [`R-${run}-${n}-${index}`, 'Quito Norte', '31/02/2011'],
    fact_date: index === 0 ? '2011-06-03' : null,
  }));
  return { draft, rows };
}
