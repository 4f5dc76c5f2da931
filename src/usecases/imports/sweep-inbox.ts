import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { EVERYTHING, Refusal } from '../../kernel/index.ts';
import { printNumber, sayProblem, sayRefusal } from '../../sentences/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { bring, type BroughtFile } from './bring-file.ts';
import { recogniseDataset } from './recognise-dataset.ts';

/** Files seen in the last sweep with their size and hour: one that has not changed since is whole. */
export type InboxMemory = Map<string, string>;

/** What became of a file that was dropped in the folder. */
export interface InboxEvent {
  readonly file: string;
  /** Where it lies now, within the folder of the institution. */
  readonly moved_to: string;
  readonly brought: BroughtFile | null;
  readonly refusal: Refusal | null;
}

const INBOX = 'entrada';
const DONE = 'hechos';
const REVIEW = 'por-revisar';
/** Refusals that speak of the disk, not of the file: it stays where it is and is tried again. */
const NOT_THE_FILE = new Set(['disk-full', 'disk-error', 'not-writable', 'folder-busy']);
const MOST_TOLD = 20;

interface Dropped {
  readonly path: string;
  readonly name: string;
  /** Subfolder it lies in, which names its data set; null at the top. */
  readonly folder: string | null;
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /\.(tmp|part|crdownload)$/i.test(name);
}

async function listDropped(inbox: string): Promise<Dropped[]> {
  const found: Dropped[] = [];
  for (const entry of await readdir(inbox, { withFileTypes: true }).catch(() => [])) {
    if (isIgnored(entry.name) || entry.name === DONE || entry.name === REVIEW) continue;
    const path = join(inbox, entry.name);
    if (entry.isFile()) found.push({ path, name: entry.name, folder: null });
    if (!entry.isDirectory()) continue;
    for (const inner of await readdir(path, { withFileTypes: true }).catch(() => []))
      if (inner.isFile() && !isIgnored(inner.name))
        found.push({ path: join(path, inner.name), name: inner.name, folder: entry.name });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files that have not changed since the last sweep; the memory is brought up to date. */
async function takeStable(inbox: string, memory: InboxMemory): Promise<Dropped[]> {
  const stable: Dropped[] = [];
  const before = new Map(memory);
  memory.clear();
  for (const dropped of await listDropped(inbox)) {
    const found = await stat(dropped.path).catch(() => null);
    if (!found) continue;
    const now = `${found.size} ${found.mtimeMs}`;
    memory.set(dropped.path, now);
    if (found.size > 0 && before.get(dropped.path) === now) stable.push(dropped);
  }
  return stable;
}

/** A name that is not taken in a folder: `junio.csv`, `junio-2.csv`... */
async function findFreeName(folder: string, name: string): Promise<string> {
  const kind = extname(name);
  const stem = name.slice(0, name.length - kind.length);
  for (let copy = 1; ; copy++) {
    const free = copy === 1 ? name : `${stem}-${copy}${kind}`;
    const taken = await stat(join(folder, free)).catch(() => null);
    if (!taken) return free;
  }
}

function tellBrought({ import: id, counts, to_correct }: BroughtFile): string {
  const n = (value: number) => printNumber(value, 'es');
  const more = counts.quarantined - Math.min(to_correct.length, MOST_TOLD);
  return [
    `Importado como ${id}.`,
    `Filas leídas ${n(counts.read)} = aceptadas ${n(counts.accepted)} + actualizadas ${n(counts.updated)} + por corregir ${n(counts.quarantined)} + repetidas ${n(counts.duplicate)} + en blanco ${n(counts.blank)}.`,
    ...to_correct.slice(0, MOST_TOLD).map((problem) => `- ${sayProblem(problem, 'es')}`),
    ...(more > 0 ? [`… y ${n(more)} más.`] : []),
    ...(counts.quarantined > 0 ? ['Corríjalas en Circuito: Datos, «Filas por corregir».'] : []),
    '',
  ].join('\r\n');
}

function tellRefused(refusal: Refusal): string {
  return [
    'No se importó: no se guardó nada de este archivo.',
    sayRefusal(refusal.code, refusal.params, 'es'),
    'Impórtelo en Circuito: Datos, «Importar». Lo que allí se corrija queda guardado, y el próximo archivo igual entrará solo.',
    '',
  ].join('\r\n');
}

/**
 * Takes the files dropped in the folder `entrada` of the institution, once they have stopped
 * growing, and imports each by what is known of its header. A subfolder named for a data set says
 * of which they are. Done, a file is moved to `hechos`; refused, to `por-revisar`; a text beside it
 * says what happened. A file taken twice, after a kill, is one import.
 *
 * @param memory kept by the caller between sweeps
 */
export async function sweepInbox(
  institution: Institution,
  memory: InboxMemory,
): Promise<readonly InboxEvent[]> {
  const inbox = join(institution.folder, INBOX);
  for (const folder of [DONE, REVIEW]) await mkdir(join(inbox, folder), { recursive: true });
  const events: InboxEvent[] = [];
  for (const dropped of await takeStable(inbox, memory)) {
    const outcome = await bringDropped(institution, dropped).catch((error: unknown) => {
      if (error instanceof Refusal && !NOT_THE_FILE.has(error.code)) return error;
      throw error;
    });
    const refused = outcome instanceof Refusal;
    const target = refused ? REVIEW : DONE;
    const name = await findFreeName(join(inbox, target), dropped.name);
    await rename(dropped.path, join(inbox, target, name));
    await writeFile(
      join(inbox, target, `${name}.txt`),
      `\uFEFF${refused ? tellRefused(outcome) : tellBrought(outcome)}`,
    );
    memory.delete(dropped.path);
    events.push({
      file: dropped.name,
      moved_to: join(INBOX, target, name),
      brought: refused ? null : outcome,
      refusal: refused ? outcome : null,
    });
  }
  return events;
}

async function bringDropped(institution: Institution, { path, folder }: Dropped): Promise<BroughtFile> {
  const dataset =
    folder === null ? await recogniseDataset(institution, path) : getDataset(institution.content, folder);
  return bring(institution, dataset.id, path, EVERYTHING);
}
