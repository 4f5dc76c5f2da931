import { Refusal, type Scope } from '../../kernel/index.ts';
import { rawPath } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import { getImport } from './list-imports.ts';

/** Letters of a reason that says something. */
const SHORTEST_REASON = 10;

/**
 * Where the file of an import lies, byte for byte, and the name it had. It holds people as the
 * system of origin names them, rows of every unit and process: only who may see identities and
 * reaches all may have it, and says why (`reason-too-short`); that they took it, and why, stays on
 * record.
 */
export async function findOriginal(
  institution: Institution,
  scope: Scope,
  id: string,
  reason: string,
): Promise<{ readonly path: string; readonly name: string }> {
  if (scope.units !== null || scope.processes !== null) throw new Refusal('out-of-scope', { what: id });
  const record = await getImport(institution, scope, id);
  const why = reason.trim();
  if (why.length < SHORTEST_REASON) throw new Refusal('reason-too-short', { least: SHORTEST_REASON });
  const note = { import: record.id, file: record.file_name, what: 'original', reason: why };
  institution.ledger.trail.note('exported', note);
  return { path: rawPath(institution.folder, record.raw_sha256), name: record.file_name };
}
