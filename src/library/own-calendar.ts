import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import type { Catalogue } from './catalogue.ts';

/** Where the own pack keeps a calendar. */
export const calendarPath = (folder: string, calendar: string): string =>
  join(folder, 'calendars', `${calendar}.yaml`);

/** What a file says; null where there is none. */
export async function findText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
}

/** Writes beside and renames over: whoever reads meets the old file or the new one. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.tmp`, text);
  await rename(`${path}.tmp`, path);
}

/** A document as a person would write it. */
export const toText = (document: Document): string =>
  document.toString({ lineWidth: 110, flowCollectionPadding: false });

/** The calendar as a file of one's own: what is there, or a copy of the one that holds, which it replaces. */
export async function loadOwnCalendar(
  catalogue: Catalogue,
  folder: string,
  calendar: string,
): Promise<Document> {
  const own = await findText(calendarPath(folder, calendar));
  if (own !== null) return parseDocument(own);
  const pack = catalogue.packs.find(({ id }) => id === catalogue.calendars.get(calendar)?.pack);
  for (const file of pack?.files.filter((path) => path.startsWith('calendars/')) ?? []) {
    const document = parseDocument(await readFile(join(pack!.folder, file), 'utf8'));
    if (document.get('calendar') !== calendar) continue;
    document.set('replaces', true);
    return document;
  }
  throw new Error(`no file of calendar ${calendar}`);
}
