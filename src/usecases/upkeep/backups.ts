import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, toLocal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { backUpInstitution, type BackupManifest, UNFINISHED } from './back-up-institution.ts';
import { findDamage, loadManifest } from './check-backup.ts';

/** A backup among those made from the screens. */
export interface KeptBackup {
  /** Of its folder: when it was made, by the institution's clock. */
  readonly name: string;
  readonly made_at: string;
  readonly files: number;
  readonly bytes: number;
  readonly ledger_entries: number;
}

const NAME = /^copia-\d{4}-\d{2}-\d{2}-\d{4}(?:-\d+)?$/;

function toKept(name: string, { made_at, files, ledger_entries }: BackupManifest): KeptBackup {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { name, made_at, files: files.length, bytes, ledger_entries };
}

/** The backups in a folder, latest first. One whose list cannot be read is left out: it restores nothing. */
export async function listBackups(folder: string): Promise<readonly KeptBackup[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const found: KeptBackup[] = [];
  for (const name of names.filter((one) => NAME.test(one))) {
    const manifest = await loadManifest(join(folder, name)).catch(() => null);
    if (manifest) found.push(toKept(name, manifest));
  }
  return found.sort((a, b) => (a.made_at < b.made_at ? 1 : -1));
}

/** Hour and minute as four digits. */
function toClock(time_us: number): string {
  const minutes = Math.floor(time_us / 60_000_000);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join('');
}

/** Makes a backup in a folder, named by the moment. What a kill left half made there goes first. */
export async function makeBackup(institution: Institution, folder: string): Promise<KeptBackup> {
  const { ports, content } = institution;
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names)
    if (name.endsWith(UNFINISHED) && NAME.test(name.slice(0, -UNFINISHED.length)))
      await rm(join(folder, name), { recursive: true, force: true });
  const us = BigInt(Date.parse(ports.clock())) * 1000n;
  const { date, time_us } = toLocal(us, content.catalogue.settings.default_zone);
  const stem = `copia-${date}-${toClock(time_us)}`;
  let name = stem;
  for (let copy = 2; names.includes(name); copy += 1) name = `${stem}-${copy}`;
  return toKept(name, await backUpInstitution(institution, join(folder, name)));
}

/** Reads a backup whole and names the files that are not as they were made. Refuses `backup-not-found`. */
export async function checkBackup(
  { ports }: Pick<Institution, 'ports'>,
  folder: string,
  name: string,
): Promise<readonly string[]> {
  if (!NAME.test(name)) throw new Refusal('backup-not-found', { folder: name });
  const from = join(folder, name);
  const manifest = await loadManifest(from);
  return findDamage(from, manifest, (done, of) => ports.progress({ stage: 'backup-digest', done, of }));
}
