import { join } from 'node:path';
import {
  type Characterisation,
  type LocalText,
  type Parties,
  Refusal,
  type Scope,
} from '../../kernel/index.ts';
import { writeCharacterisation } from '../../library/index.ts';
import type { Institution } from '../institution.ts';
import { reachProcesses } from './reach-processes.ts';
import { getProcess } from './view-process.ts';

export interface CharacterisationInput {
  readonly process: string;
  /** The last version its writer saw; null for none. */
  readonly seen: string | null;
  readonly version: Characterisation;
  /** What `edit-process` reaches. */
  readonly scope: Scope;
}

/** Lines a version cannot do without, as the screen names them. */
const NEEDED = {
  responsible: { es: 'Responsable', en: 'Responsible' },
  objective: { es: 'Objetivo', en: 'Objective' },
  starts: { es: 'Empieza con', en: 'Starts with' },
  ends: { es: 'Termina con', en: 'Ends with' },
} as const satisfies Partial<Record<keyof Characterisation, LocalText>>;

/** A line written in one language alone stands for both. */
function toBoth({ es, en }: LocalText): LocalText {
  const [first, second] = [es.trim(), en.trim()];
  return { es: first === '' ? second : first, en: second === '' ? first : second };
}

const toLines = (lines: readonly LocalText[]): readonly LocalText[] =>
  lines.map(toBoth).filter(({ es }) => es !== '');
const toParties = ({ internal, external }: Parties): Parties => ({
  internal: toLines(internal),
  external: toLines(external),
});

/** A version as it is kept: lines trimmed, empty ones left out. */
function toPlain(version: Characterisation): Characterisation {
  return {
    from: version.from,
    responsible: toBoth(version.responsible),
    objective: toBoth(version.objective),
    starts: toBoth(version.starts),
    ends: toBoth(version.ends),
    suppliers: toParties(version.suppliers),
    inputs: toLines(version.inputs),
    activities: toLines(version.activities),
    outputs: toLines(version.outputs),
    clients: toParties(version.clients),
    documents: toLines(version.documents),
    norms: toLines(version.norms),
    resources: toLines(version.resources),
    indicators: [...new Set(version.indicators)],
  };
}

/**
 * Writes a new version of what a process is into the institution's own pack, from a date after the last
 * one's; versions before stay as they are, and the deed is told in the trail. Refuses a process out of
 * reach, a line that is missing, an indicator that does not exist, a version written upon one that is
 * no longer the last, and one that says nothing new. The content is to be read again by whoever holds it.
 */
export async function saveCharacterisation(
  institution: Institution,
  { process: id, seen, version: given, scope }: CharacterisationInput,
): Promise<{ readonly from: string }> {
  const { content, folder, ledger } = institution;
  const process = getProcess(institution, id);
  if (!reachProcesses(content.catalogue, scope).has(id)) throw new Refusal('out-of-scope', { what: id });
  const version = toPlain(given);
  const last = process.characterisations.at(-1) ?? null;
  if ((last?.from ?? null) !== seen) throw new Refusal('characterisation-moved');
  for (const [key, label] of Object.entries(NEEDED))
    if (version[key as keyof typeof NEEDED].es === '')
      throw new Refusal('characterisation-line-missing', { es: label.es, en: label.en });
  for (const indicator of version.indicators)
    if (!content.catalogue.sheets.has(indicator))
      throw new Refusal('characterisation-indicator-unknown', { indicator });
  if (last !== null && version.from <= last.from)
    throw new Refusal('characterisation-before-last', { last: last.from });
  if (last !== null && JSON.stringify({ ...last, from: '' }) === JSON.stringify({ ...version, from: '' }))
    throw new Refusal('characterisation-same');
  const file = await writeCharacterisation(content.catalogue, join(folder, 'packs', 'propio'), id, version);
  ledger.trail.note('content-changed', {
    file: `packs/propio/${file}`,
    process: process.name.es,
    from: version.from,
  });
  return { from: version.from };
}

/** Indicators that a characterisation may name, by name. */
export function listNameableIndicators({
  content,
}: Pick<Institution, 'content'>): readonly { readonly id: string; readonly name: LocalText }[] {
  return [...content.catalogue.sheets.values()]
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name.es < b.name.es ? -1 : 1));
}
