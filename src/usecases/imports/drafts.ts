import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import type { Mapping } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';

/** A file somebody brought and has not published yet: kept in the folder for temporary files, for a day. */
export interface Draft {
  readonly id: string;
  /** The name it had where the person keeps it. */
  readonly name: string;
  readonly bytes: number;
  readonly at: string;
  /** What was corrected last, so that nothing is lost when the page is opened again. */
  readonly mapping: Mapping | null;
  readonly path: string;
}

type Place = Pick<Institution, 'facts' | 'ports'>;

/** What is written beside the file. */
interface About {
  readonly name: string;
  readonly by: string;
  readonly at: string;
  readonly mapping: Mapping | null;
}

const ABOUT = 'about.json';
const DAY_MS = 24 * 60 * 60 * 1000;

function draftsFolder({ facts }: Place): string {
  return join(facts.temp, 'drafts');
}

async function loadAbout(folder: string): Promise<About | null> {
  const text = await readFile(join(folder, ABOUT), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as About);
}

/** Whole or not at all: somebody else may be reading it. */
async function writeAbout(folder: string, about: About): Promise<void> {
  const fresh = join(folder, `${randomUUID()}.new`);
  await writeFile(fresh, JSON.stringify(about));
  await rename(fresh, join(folder, ABOUT));
}

async function toDraft(folder: string, id: string, about: About): Promise<Draft | null> {
  const path = join(folder, 'file', about.name);
  const found = await stat(path).catch(() => null);
  if (!found) return null;
  return { id, name: about.name, bytes: found.size, at: about.at, mapping: about.mapping, path };
}

/**
 * Keeps a file as a draft of somebody; it is moved, not copied. The same bytes brought again by
 * the same person are the same draft. Drafts older than a day go.
 *
 * @param by id of the person, empty for nobody in particular
 */
export async function keepDraft(
  institution: Place,
  input: { readonly path: string; readonly name: string; readonly by: string },
): Promise<Draft> {
  await sweepDrafts(institution);
  const hash = createHash('sha256').update(`${input.by}\n${input.name}\n`);
  for await (const chunk of createReadStream(input.path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer);
  const id = hash.digest('hex').slice(0, 20);
  const folder = join(draftsFolder(institution), id);
  await mkdir(join(folder, 'file'), { recursive: true });
  await rename(input.path, join(folder, 'file', input.name));
  const before = await loadAbout(folder);
  const about = {
    name: input.name,
    by: input.by,
    at: institution.ports.clock(),
    mapping: before?.mapping ?? null,
  };
  await writeAbout(folder, about);
  return getDraft(institution, id, input.by);
}

/** A draft of somebody; refuses one that is not there, and that of another in the same words. */
export async function getDraft(institution: Place, id: string, by: string): Promise<Draft> {
  const folder = join(draftsFolder(institution), id);
  const about = /^[0-9a-f]{20}$/.test(id) ? await loadAbout(folder) : null;
  const draft = about && about.by === by ? await toDraft(folder, id, about) : null;
  if (!draft) throw new Refusal('draft-not-found', {});
  return draft;
}

/** Files somebody brought and has neither published nor discarded, newest first. */
export async function listDrafts(institution: Place, by: string): Promise<readonly Draft[]> {
  const names = await readdir(draftsFolder(institution)).catch(() => []);
  const drafts: Draft[] = [];
  for (const id of names) {
    const folder = join(draftsFolder(institution), id);
    const about = await loadAbout(folder);
    const draft = about?.by === by ? await toDraft(folder, id, about) : null;
    if (draft) drafts.push(draft);
  }
  return drafts.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Keeps what a person corrected in a draft. */
export async function noteMapping(
  institution: Place,
  draft: Pick<Draft, 'id'>,
  mapping: Mapping | null,
): Promise<void> {
  const folder = join(draftsFolder(institution), draft.id);
  const about = await loadAbout(folder);
  if (about) await writeAbout(folder, { ...about, mapping });
}

/** Throws a draft away, with the file. */
export async function discardDraft(institution: Place, id: string, by: string): Promise<void> {
  const draft = await getDraft(institution, id, by);
  await rm(join(draftsFolder(institution), draft.id), { recursive: true, force: true });
}

async function sweepDrafts(institution: Place): Promise<void> {
  const root = draftsFolder(institution);
  const now = Date.parse(institution.ports.clock());
  for (const id of await readdir(root).catch(() => [])) {
    const about = await loadAbout(join(root, id));
    // Without a word yet it is being brought at this moment; the next opening sweeps what a kill left.
    if (about !== null && now - Date.parse(about.at) > DAY_MS)
      await rm(join(root, id), { recursive: true, force: true });
  }
}
