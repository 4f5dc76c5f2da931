import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document } from 'yaml';
import type { Schedule } from '../kernel/index.ts';

/**
 * Writes a schedule as a file of the institution's own pack, beside and renamed over.
 *
 * @param folder folder of the institution's own pack
 * @returns the file written, from that folder
 */
export async function writeSchedule(folder: string, schedule: Omit<Schedule, 'pack'>): Promise<string> {
  const { id, name, aliases, ...rest } = schedule;
  const document = new Document({ schedule: id, name: { ...name }, aliases: [...aliases], ...rest });
  const file = join('schedules', `${id}.yaml`);
  await mkdir(join(folder, 'schedules'), { recursive: true });
  await writeFile(join(folder, `${file}.tmp`), document.toString({ lineWidth: 110 }));
  await rename(join(folder, `${file}.tmp`), join(folder, file));
  return file;
}
