import { constants } from 'node:fs';
import { copyFile, cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import { rawPath } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import { digestFile, listFiles, syncPath, syncTree } from './backup-files.ts';

/** What a backup holds, file by file, so that restoring can tell whether it is whole. */
export interface BackupManifest {
  readonly circuito: 1;
  readonly made_at: string;
  readonly ledger_entries: number;
  readonly ledger_head: string;
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
}

export const MANIFEST = 'copia.json';
/** How the name of a folder ends while it is being made. */
export const UNFINISHED = '.parcial';
/** What lies in a data folder beside ledger and raw files, and is part of the truth. */
const KEPT_FOLDERS = ['packs', 'keys'] as const;

const unlessAbsent = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};

/**
 * Copies the truth of an institution into a folder that does not exist yet: ledger with its mark,
 * raw files, packs and keys, with the digest of each. It may run while others read; facts are not
 * copied, since they are made from the rest. The folder appears under its name when it is whole and
 * on the disk, and that it was made stays in the audit trail. Keys are in it: nobody but its owner
 * can read it; keep it as safe as the data. Refuses `backup-exists`.
 */
export async function backUpInstitution(institution: Institution, to: string): Promise<BackupManifest> {
  const { ledger, ports } = institution;
  const taken = await stat(to).then(
    () => true,
    () => false,
  );
  if (taken) throw new Refusal('backup-exists', { folder: to });
  const draft = `${to}${UNFINISHED}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(draft), { recursive: true });
  await mkdir(draft, { mode: 0o700 });
  try {
    const manifest = await writeBackup(institution, draft);
    await syncTree(draft);
    ports.step('backup-rename');
    await rename(draft, to);
    await syncPath(dirname(to));
    ledger.trail.note('backed-up', { folder: basename(to), entries: manifest.ledger_entries });
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function writeBackup(institution: Institution, draft: string): Promise<BackupManifest> {
  const { folder, ledger, ports } = institution;
  const made_at = ports.clock();
  const mark = ledger.snapshot(draft);
  // What a link leads to is copied, not the link: the copy stands by itself.
  for (const name of KEPT_FOLDERS)
    await cp(join(folder, name), join(draft, name), { recursive: true, dereference: true }).catch(
      unlessAbsent,
    );
  const kept = [...ledger.listImports({ include_undone: true }), ...ledger.event_logs.files()];
  const shas = [...new Set(kept.map(({ raw_sha256 }) => raw_sha256))];
  for (const [index, sha] of shas.entries()) {
    ports.progress({ stage: 'backup', done: index, of: shas.length });
    const target = rawPath(draft, sha);
    await mkdir(dirname(target), { recursive: true });
    // A raw file that was lost stays lost: the copy says what there is, and `verify` names it.
    await copyFile(rawPath(folder, sha), target, constants.COPYFILE_FICLONE).catch(unlessAbsent);
    ports.step('backup-copy');
  }
  const files = [];
  const paths = await listFiles(draft);
  for (const [index, path] of paths.entries()) {
    ports.progress({ stage: 'backup-digest', done: index, of: paths.length });
    files.push({ path, ...(await digestFile(join(draft, path))) });
  }
  const manifest: BackupManifest = {
    circuito: 1,
    made_at,
    ledger_entries: mark.seq,
    ledger_head: mark.head,
    files,
  };
  await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}
