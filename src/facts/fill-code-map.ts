import type { Dataset } from '../kernel/index.ts';
import { quoteText } from '../engine/index.ts';
import type { Duck } from './duck.ts';
import { codeColumns } from './project.ts';
import type { ResolvedCodes } from './resolve-codes.ts';

/** Makes the table `code_map`, by which staged texts of code columns become ids. */
export async function fillCodeMap(
  duck: Duck,
  dataset: Dataset,
  codes: Readonly<Record<string, ResolvedCodes>>,
): Promise<void> {
  await duck.run('create or replace temp table code_map (column_name varchar, text varchar, id varchar)');
  for (const { name } of codeColumns(dataset)) {
    const pairs = Object.entries(codes[name]?.known ?? {}).map(
      ([text, id]) => `(${quoteText(name)}, ${quoteText(text)}, ${quoteText(id)})`,
    );
    for (let at = 0; at < pairs.length; at += 1000)
      await duck.run(`insert into code_map values ${pairs.slice(at, at + 1000).join(', ')}`);
  }
}
