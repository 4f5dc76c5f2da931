import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, Refusal } from '../../kernel/index.ts';
import { loadContent, OWN_PACKS } from '../institution.ts';

export interface PackCheck {
  readonly packs: readonly {
    readonly id: string;
    readonly version: number;
    readonly files: number;
    readonly indicators: number;
  }[];
  readonly problems: readonly Problem[];
}

/** Checks packs: ours, those beside the data, and any folder named; everything wrong, with its place. */
export async function checkPacks(folder: string, extra: readonly string[]): Promise<PackCheck> {
  for (const path of extra) {
    await access(path).catch(() => {
      throw new Refusal('pack-not-found', { folder: path });
    });
  }
  const { catalogue, problems } = await loadContent([OWN_PACKS, join(folder, 'packs'), ...extra]);
  const packs = catalogue.packs.map((pack) => ({
    id: pack.id,
    version: pack.version,
    files: pack.files.length,
    indicators: [...catalogue.sheets.values()].filter((sheet) => sheet.pack === pack.id).length,
  }));
  return { packs, problems };
}
