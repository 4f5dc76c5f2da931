import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';

type Place = Pick<Institution, 'facts' | 'ports'>;

const DRAFT_ID = /^[0-9a-f-]{36}$/;
const DAY_MS = 24 * 60 * 60 * 1000;

function folderOf({ facts }: Place): string {
  return join(facts.temp, 'event-logs');
}

/** Files that were brought and not kept for a day go. */
async function sweep(institution: Place): Promise<void> {
  const root = folderOf(institution);
  const now = Date.parse(institution.ports.clock());
  for (const name of await readdir(root).catch(() => [])) {
    const found = await stat(join(root, name)).catch(() => null);
    if (found && now - found.mtimeMs > DAY_MS) await rm(join(root, name), { recursive: true, force: true });
  }
}

/** A file somebody brought and has not kept. */
export interface LogDraft {
  readonly path: string;
  readonly name: string;
  /** Digest of its bytes: what is known of them is known of the draft. */
  readonly sha256: string;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Keeps a file somebody brought until it is kept or a day passes; it is moved. Gives its id, which nobody guesses. */
export async function keepLogDraft(
  institution: Place,
  input: { readonly path: string; readonly name: string },
): Promise<string> {
  await sweep(institution);
  const id = randomUUID();
  const folder = join(folderOf(institution), id, await digestOf(input.path));
  await mkdir(folder, { recursive: true });
  await rename(input.path, join(folder, input.name));
  return id;
}

/** A draft by its id; refuses `log-draft-not-found`. */
export async function getLogDraft(institution: Place, id: string): Promise<LogDraft> {
  const folder = join(folderOf(institution), id);
  const [sha256] = DRAFT_ID.test(id) ? await readdir(folder).catch(() => []) : [];
  const [name] = sha256 === undefined ? [] : await readdir(join(folder, sha256)).catch(() => []);
  if (sha256 === undefined || name === undefined) throw new Refusal('log-draft-not-found', {});
  return { path: join(folder, sha256, name), name, sha256 };
}

export async function dropLogDraft(institution: Place, id: string): Promise<void> {
  if (DRAFT_ID.test(id)) await rm(join(folderOf(institution), id), { recursive: true, force: true });
}
