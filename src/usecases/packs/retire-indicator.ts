import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { type KeptSheet, sheetKey } from '../kept-sheet.ts';
import { findPastChangesOfText } from './check-past.ts';
import { checkId, findOwnSheet, findText, ownFolder, RETIRED, writeWhole } from './own-pack.ts';
import { findOpenChange } from './propose-sheet-change.ts';
import { tryFiles } from './try-files.ts';

/** An indicator that was taken out of use. */
export interface RetiredIndicator {
  readonly id: string;
  readonly reason: string;
  readonly at: string | null;
}

/**
 * Takes an own indicator out of use: its file goes, to the letter, to `retirados`, and the ledger
 * keeps why. One that took the place of another pack's gives it back; where that one says something
 * else of months that are past it is refused (`retire-changes-past`), for nobody does that alone (S-10).
 */
export async function retireIndicator(
  institution: Institution,
  input: { readonly id: string; readonly reason: string; readonly today: string },
): Promise<void> {
  const id = checkId(input.id);
  const reason = input.reason.trim();
  if (reason === '') throw new Refusal('retire-without-reason', {});
  const file = await findOwnSheet(institution, id);
  if (file === null) throw new Refusal('indicator-not-own', { indicator: id });
  const tried = await tryFiles(institution, new Map([[file.path, null]]));
  const [broken] = tried.broken;
  const before = institution.content.catalogue.sheets.get(id);
  const after = tried.content.catalogue.sheets.get(id);
  const isPast = before && after && findPastChangesOfText(before, after, input.today).length > 0;
  if (isPast && institution.ledger.actor !== null)
    throw new Refusal('retire-changes-past', { indicator: id });
  if (findOpenChange(institution, id)) throw new Refusal('indicator-waits', { indicator: id });
  if (broken) throw new Refusal('indicator-needed', { indicator: id, file: broken.where.file ?? '' });
  await writeWhole(join(ownFolder(institution.folder), RETIRED, `${id}.yaml`), file.text, { fresh: false });
  await rm(file.path);
  const version = institution.content.catalogue.sheets.get(id)?.version ?? 0;
  const kept: KeptSheet = { version, reason, by: institution.ledger.actor, text: '' };
  institution.ledger.changeSetting(sheetKey(id), kept);
}

/** Puts a retired indicator back in use as it was. */
export async function restoreIndicator(
  institution: Institution,
  input: { readonly id: string },
): Promise<void> {
  const id = checkId(input.id);
  const { folder } = institution;
  const from = join(ownFolder(folder), RETIRED, `${id}.yaml`);
  const file = await findText(from);
  if (file === null) throw new Refusal('indicator-not-retired', { indicator: id });
  const to = join(ownFolder(folder), 'indicators', `${id}.yaml`);
  if (await findText(to)) throw new Refusal('indicator-exists', { indicator: id, es: id, en: id });
  const { content, broken } = await tryFiles(
    institution,
    new Map([[to, new TextEncoder().encode(file.text)]]),
  );
  if (broken.length > 0) throw new Refusal('indicator-has-problems', { indicator: id });
  await rename(from, to);
  const version = content.catalogue.sheets.get(id)?.version ?? 0;
  const kept: KeptSheet = { version, reason: '', by: institution.ledger.actor, text: file.text };
  institution.ledger.changeSetting(sheetKey(id), kept);
}

/** Own indicators that are out of use, by id. */
export async function listRetired({ folder, ledger }: Institution): Promise<readonly RetiredIndicator[]> {
  const names = await readdir(join(ownFolder(folder), RETIRED)).catch(() => []);
  return names
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort()
    .map((id) => {
      const kept = ledger.findSetting(sheetKey(id));
      return { id, reason: (kept?.value as KeptSheet | undefined)?.reason ?? '', at: kept?.at ?? null };
    });
}
