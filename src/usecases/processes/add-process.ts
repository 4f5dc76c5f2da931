import { join } from 'node:path';
import { type LocalText, Refusal, type Scope, toSlug } from '../../kernel/index.ts';
import { writeOwnProcess } from '../../library/index.ts';
import type { Institution } from '../institution.ts';
import { reachProcesses } from './reach-processes.ts';

/** A process of the institution's own to add. */
export interface ProcessInput {
  readonly name: string;
  /** The family its results roll up to; null for a family of its own. */
  readonly parent: string | null;
  /** What `edit-process` reaches. */
  readonly scope: Scope;
}

/** Families a new process may go under, by name: those that roll up to no other and are in reach. */
export function listFamilies(
  { content }: Pick<Institution, 'content'>,
  scope: Scope,
): readonly { readonly id: string; readonly name: LocalText }[] {
  const reached = reachProcesses(content.catalogue, scope);
  return [...content.catalogue.processes.values()]
    .filter(({ id, parent }) => parent === null && reached.has(id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.es.localeCompare(b.name.es, 'es'));
}

/** The first id that is free: `credito-de-consumo`, `credito-de-consumo-2`. */
function toFreeId(slug: string, taken: ReadonlyMap<string, unknown>): string {
  let id = slug;
  for (let n = 2; taken.has(id); n += 1) id = `${slug}-${n}`;
  return id;
}

/**
 * Adds a process of the institution's own to its pack, under a family whose results take it in; the deed
 * is told in the trail. Refuses a name that is empty or that another process has already, a family that
 * is none, and one out of reach. The content is to be read again by whoever holds it.
 *
 * @returns its id
 */
export async function addProcess(
  { content, folder, ledger }: Institution,
  { name, parent, scope }: ProcessInput,
): Promise<{ readonly id: string }> {
  const said = name.trim();
  const slug = toSlug(said);
  if (slug === '') throw new Refusal('process-name-missing');
  const { processes } = content.catalogue;
  const twin = [...processes.values()].find((process) =>
    [process.id, process.name.es, process.name.en, ...process.aliases].some((text) => toSlug(text) === slug),
  );
  if (twin) throw new Refusal('process-taken', { name: said, es: twin.name.es, en: twin.name.en });
  if (parent === null ? scope.processes !== null : !reachProcesses(content.catalogue, scope).has(parent))
    throw new Refusal('out-of-scope', { what: parent ?? said });
  const above = parent === null ? undefined : processes.get(parent);
  if (parent !== null && above?.parent !== null) throw new Refusal('process-parent-unknown', { parent });
  const id = toFreeId(slug, processes);
  const file = await writeOwnProcess(join(folder, 'packs', 'propio'), {
    id,
    name: { es: said, en: said },
    parent,
    band: parent === null ? 'productivo' : null,
    aliases: [],
  });
  ledger.trail.note('content-changed', { file: `packs/propio/${file}`, added: said });
  return { id };
}
