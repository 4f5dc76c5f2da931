import { join } from 'node:path';
import { type LocalText, Refusal, type Scope, toSlug } from '../../kernel/index.ts';
import { type OwnProcess, writeOwnProcesses } from '../../library/index.ts';
import type { Institution } from '../institution.ts';
import { reachProcesses } from './reach-processes.ts';

/** A process of the institution's own to add. */
export interface ProcessInput {
  readonly name: string;
  /** The family its results roll up to; null for a family of its own. */
  readonly parent: string | null;
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
function toFreeId(slug: string, taken: ReadonlySet<string>): string {
  let id = slug;
  for (let n = 2; taken.has(id); n += 1) id = `${slug}-${n}`;
  return id;
}

/** A process as its file will have it; refuses what `addProcesses` refuses. */
function toOwn(
  { content }: Pick<Institution, 'content'>,
  { name, parent }: ProcessInput,
  scope: Scope,
  before: readonly OwnProcess[],
): OwnProcess {
  const said = name.trim();
  const slug = toSlug(said);
  if (slug === '') throw new Refusal('process-name-missing');
  const { processes } = content.catalogue;
  const known = [...processes.values(), ...before];
  const twin = known.find((process) =>
    [process.id, process.name.es, process.name.en, ...process.aliases].some((text) => toSlug(text) === slug),
  );
  if (twin) throw new Refusal('process-taken', { name: said, es: twin.name.es, en: twin.name.en });
  if (parent === null ? scope.processes !== null : !reachProcesses(content.catalogue, scope).has(parent))
    throw new Refusal('out-of-scope', { what: parent ?? said });
  const above = parent === null ? undefined : processes.get(parent);
  if (parent !== null && above?.parent !== null) throw new Refusal('process-parent-unknown', { parent });
  return {
    id: toFreeId(slug, new Set(known.map(({ id }) => id))),
    name: { es: said, en: said },
    parent,
    band: parent === null ? 'productivo' : null,
    aliases: [],
  };
}

/**
 * Adds processes of the institution's own to its pack, each under a family whose results take it in; all
 * of them or none, and each is told in the trail. Refuses a name that is empty or that another process has
 * already, a family that is none, and one out of reach. The content is to be read again by whoever holds it.
 *
 * @param scope what `edit-process` reaches
 * @returns their ids, in order
 */
export async function addProcesses(
  { content, folder, ledger }: Institution,
  inputs: readonly ProcessInput[],
  scope: Scope,
): Promise<readonly string[]> {
  const made: OwnProcess[] = [];
  for (const input of inputs) made.push(toOwn({ content }, input, scope, made));
  const file = await writeOwnProcesses(join(folder, 'packs', 'propio'), made);
  for (const { name } of made)
    ledger.trail.note('content-changed', { file: `packs/propio/${file}`, added: name.es });
  return made.map(({ id }) => id);
}
