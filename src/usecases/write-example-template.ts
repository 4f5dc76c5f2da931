import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { type Language, toSlug } from '../kernel/index.ts';
import { writeTemplate } from './imports/write-template.ts';
import type { Institution } from './institution.ts';
import { getExample, loadExamples } from './packs/list-examples.ts';

/** The empty workbook of a file that an example reads, also when its data set is not taken over yet. */
export async function writeExampleTemplate(
  institution: Institution,
  input: { readonly example: string; readonly dataset: string; readonly language: Language },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const content = await loadExamples(institution);
  // One that was taken over already is no example any more, and still has its file.
  if (!institution.content.catalogue.sheets.has(input.example)) getExample(content, input.example);
  const out = join(institution.folder, 'tmp', `${randomUUID()}.xlsx`);
  try {
    const { dataset } = await writeTemplate({ content }, { ...input, out });
    return { name: `${toSlug(dataset.name[input.language])}.xlsx`, bytes: await readFile(out) };
  } finally {
    await rm(out, { force: true });
  }
}
