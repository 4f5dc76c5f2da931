import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import { findEncoding } from './code-page.ts';
import type { Recognise } from './find-header.ts';
import { prepareCsv } from './prepare-csv.ts';
import { prepareWorkbook } from './prepare-workbook.ts';
import type { PreparedFile, PrepareOptions } from './prepared-file.ts';
import { sniffFormat } from './sniff-format.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': ',',
  coma: ',',
  comma: ',',
  ';': ';',
  'punto y coma': ';',
  semicolon: ';',
  '|': '|',
  barra: '|',
  pipe: '|',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
  tabulador: '\t',
};

function readOptions(options: PrepareOptions): PrepareOptions {
  const read: { -readonly [key in keyof PrepareOptions]: PrepareOptions[key] } = { ...options };
  if (options.encoding !== undefined) {
    read.encoding = findEncoding(options.encoding);
    if (read.encoding === undefined) throw new Refusal('unknown-encoding', { encoding: options.encoding });
  }
  if (options.delimiter !== undefined) {
    read.delimiter = DELIMITER_NAMES[options.delimiter.toLowerCase()];
    if (read.delimiter === undefined)
      throw new Refusal('unknown-delimiter', { delimiter: options.delimiter });
  }
  return read;
}

/**
 * Makes any file a bank exports readable for the engine, and tells what was found out about it.
 *
 * A UTF-8 file that is clean stays where it is; other text files and workbooks are copied into
 * `temp_dir` until `dispose`. Nothing is guessed where two readings are believable: such a file
 * is refused with both. All refusals carry the file's name.
 *
 * @param recognise counts known column names among cells; used to find the header and the sheet
 * @example
 * const prepared = await prepareFile('solicitudes.csv', (cells) => cells.filter(isKnown).length, {}, '/tmp');
 * prepared.detected.encoding; // 'windows-1252'
 */
export async function prepareFile(
  path: string,
  recognise: Recognise,
  options: PrepareOptions,
  temp_dir: string,
): Promise<PreparedFile> {
  const file = basename(path);
  let temp: string | null = null;
  try {
    const told = readOptions(options);
    const found = await stat(path).catch(() => null);
    if (!found) throw new Refusal('file-not-found');
    if (!found.isFile()) throw new Refusal('not-a-file');
    const sniffed = await sniffFormat(path);
    await mkdir(temp_dir, { recursive: true });
    const folder = await mkdtemp(join(temp_dir, 'intake-'));
    temp = folder;
    const prepared =
      sniffed.kind === 'zip'
        ? await prepareWorkbook(path, recognise, told, folder)
        : await prepareCsv(path, told.encoding ?? sniffed.encoding, sniffed.bom, recognise, told, folder);
    return { ...prepared, dispose: () => rm(folder, { recursive: true, force: true }) };
  } catch (error) {
    if (temp !== null) await rm(temp, { recursive: true, force: true });
    if (error instanceof Refusal) throw new Refusal(error.code, { file, ...error.params }, error.problems);
    throw error;
  }
}
