import { isAbsolute, relative } from 'node:path';
import type { backupRoutes } from '../../contract/index.ts';
import { checkBackup, type KeptBackup, listBackups, makeBackup } from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';

/** How many of the files that are wrong are named. */
const MOST_NAMED = 20;

function tellSize(backup: KeptBackup) {
  return { ...backup, megabytes: Math.ceil((backup.bytes * 10) / 1024 / 1024) / 10 };
}

function isInside(folder: string, outer: string): boolean {
  const way = relative(outer, folder);
  return !isAbsolute(way) && !way.startsWith('..');
}

export const backupHandlers: Handlers<typeof backupRoutes> = {
  'get /api/backups': async ({ institution, host }) => ({
    folder: host.backups,
    data: institution.folder,
    beside_data: isInside(host.backups, institution.folder),
    backups: (await listBackups(host.backups)).map(tellSize),
  }),
  'post /api/backups': async ({ institution, host }) => tellSize(await makeBackup(institution, host.backups)),
  'post /api/backups/{name}/check': async ({ institution, params, host }) => {
    const wrong = await checkBackup(institution, host.backups, params.name);
    return { name: params.name, sound: wrong.length === 0, wrong: wrong.slice(0, MOST_NAMED) };
  },
};
