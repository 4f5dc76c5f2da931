import { copyFile, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal, toWarning } from '../../kernel/index.ts';
import type { Params, Problem } from '../../kernel/index.ts';
import { undoDoubleEncoding } from './double-encoded.ts';
import { isDescription, pickTotals, toColumnNames } from './find-header.ts';
import type { Recognise } from './find-header.ts';
import { findLayout } from './find-layout.ts';
import type { Layout } from './find-layout.ts';
import { findLine, readAround } from './find-line.ts';
import { findPans, maskPans } from './find-pans.ts';
import { isUtf8File } from './is-utf8-file.ts';
import { judgeEncoding } from './judge-encoding.ts';
import { locateRecords } from './locate-records.ts';
import { normaliseCsv } from './normalise-csv.ts';
import type { PanPlace, PreparedFile, PrepareOptions } from './prepared-file.ts';
import { readCells } from './read-cells.ts';
import { scanRecords } from './scan-records.ts';
import { surveyCsv } from './survey-csv.ts';
import type { Survey } from './survey-csv.ts';
import { transcode } from './transcode.ts';

/** A text file in UTF-8: the original, or its copy. */
interface Utf8File {
  readonly path: string;
  readonly encoding: string;
}

interface Surveyed {
  readonly text: Utf8File;
  readonly layout: Layout;
  readonly survey: Survey;
}

/** Refuses when the place really reads as text once the second encoding is undone. */
async function refuseDoubleEncoded(path: string, byte: number): Promise<void> {
  const reach = 80;
  const around = await readAround(path, byte, reach);
  const middle = Math.min(byte, reach);
  const left = /[\p{L}\p{M}\d]*$/u.exec(around.toString('utf8', 0, middle))?.[0] ?? '';
  const right = /^[^\s,;|\t"]*/u.exec(around.toString('utf8', middle))?.[0] ?? '';
  for (const text of [left + right, right, right.slice(0, 2), right.slice(0, 3)]) {
    const reading = undoDoubleEncoding(text);
    if (reading !== null)
      throw new Refusal('double-encoded', { line: await findLine(path, byte), text, reading });
  }
}

/** Decides the encoding of bytes that are not UTF-8; refuses where it cannot be told. */
async function decideEncoding(path: string): Promise<string> {
  const judgement = await judgeEncoding(path);
  if (judgement.kind === 'code-page') return judgement.name;
  const line = await findLine(path, judgement.byte);
  if (judgement.kind === 'mixed') throw new Refusal('encoding-mixed', { line });
  const [one, other] = judgement.readings;
  throw new Refusal('encoding-ambiguous', {
    line,
    encoding_1: one!.encoding,
    reading_1: one!.text,
    encoding_2: other!.encoding,
    reading_2: other!.text,
  });
}

/** Surveys a file, copied into UTF-8 first where it has another encoding. */
async function surveyText(
  path: string,
  encoding: string | null,
  bom: boolean,
  recognise: Recognise,
  options: PrepareOptions,
  temp: string,
): Promise<Surveyed> {
  let text: Utf8File = { path, encoding: 'utf-8' };
  const convert = async (name: string) => {
    const copy = join(temp, 'utf-8.csv');
    await transcode(path, name, copy);
    text = { path: copy, encoding: name };
  };
  if (encoding !== null && encoding !== 'utf-8') await convert(encoding);
  const look = async () => {
    const layout = await findLayout(text.path, recognise, options.delimiter, options.header_line);
    return { layout, survey: await surveyCsv(text.path, layout) };
  };
  let found: { layout: Layout; survey: Survey };
  try {
    found = await look();
  } catch (error) {
    // In another encoding a header is not recognised, nor a file told from a damaged one: look again below.
    if (!(error instanceof Refusal) || encoding !== null || bom || (await isUtf8File(path))) throw error;
    await convert(await decideEncoding(path));
    found = await look();
  }
  if (found.survey.scan.nul_at >= 0) {
    throw new Refusal('nul-bytes', { line: await findLine(text.path, found.survey.scan.nul_at) });
  }
  if (found.survey.scan.not_utf8_at >= 0) {
    // Told to be UTF-8, or marked as such: then the odd bytes are a mixture, not another encoding.
    if (encoding !== null || bom) {
      const line = await findLine(path, found.survey.scan.not_utf8_at);
      throw bom && encoding === null
        ? new Refusal('encoding-mixed', { line })
        : new Refusal('encoding-invalid', { encoding, line });
    }
    await convert(await decideEncoding(path));
    found = await look();
  }
  return { text, ...found };
}

function toWarnings(file: string, survey: Survey, layout: Layout): Problem[] {
  const warnings: Problem[] = [];
  const warn = (code: string, line: number, params: Params) =>
    warnings.push(toWarning(code, { file, line }, { file, line, ...params }));
  const first = survey.totals[0];
  if (first) {
    const text = first.cells.filter((cell) => cell.trim() !== '').join(' ');
    warn('total-rows-left-out', first.line, {
      count: survey.totals.length,
      text: maskPans(text).slice(0, 80),
    });
  }
  if (survey.long_records > 0 || survey.short_records > 0) {
    warn('uneven-rows', survey.first_ragged_line, {
      columns: layout.header_cells.length,
      short: survey.short_records,
      long: survey.long_records,
    });
  }
  if (survey.irregular_records > 0) {
    warn('irregular-quotes', survey.first_irregular_line, { count: survey.irregular_records });
  }
  return warnings;
}

/** Takes a row that describes the columns out of the data: from here on, data begins below it. */
function skipDescription({ layout, survey }: Surveyed): { layout: Layout; survey: Survey } {
  return {
    layout: { ...layout, header_byte: survey.first_record.byte },
    survey: { ...survey, records: survey.records - 1, sample: survey.sample.slice(1) },
  };
}

/** Card numbers in titles, header and totals, which the table does not show but the file keeps. */
async function findPansOutside(path: string, layout: Layout, survey: Survey): Promise<PanPlace[]> {
  const { delimiter, header_byte } = layout;
  const places: PanPlace[] = [];
  const look = (line: number, cells: readonly string[]) => {
    for (const cell of cells)
      for (const { masked } of findPans(cell)) places.push({ line, column: '', masked });
  };
  await scanRecords(path, { delimiter }, ({ buffer, start, end, byte, line }) => {
    if (byte > header_byte) return true;
    look(line, readCells(buffer, start, end, delimiter));
    return false;
  });
  for (const { line, cells } of survey.totals) look(line, cells);
  return places;
}

/**
 * Prepares a text file: finds encoding, delimiter, header and totals, and leaves the file in
 * place when the engine can read it as it is, else writes the copy it can read.
 *
 * @param sniffed encoding told by a mark or by the options; null when the bytes must tell
 * @param bom whether the file begins with a byte order mark
 */
export async function prepareCsv(
  path: string,
  sniffed: string | null,
  bom: boolean,
  recognise: Recognise,
  options: PrepareOptions,
  temp: string,
): Promise<Omit<PreparedFile, 'dispose'>> {
  const file = basename(path);
  const surveyed = await surveyText(path, sniffed, bom, recognise, options, temp);
  const { text } = surveyed;
  const described = isDescription(surveyed.survey.sample);
  const { layout, survey } = described ? skipDescription(surveyed) : surveyed;
  const warnings = toWarnings(file, survey, layout);
  if (described) {
    const { line } = survey.first_record;
    warnings.push(toWarning('description-row', { file, line }, { file, line }));
  }
  const { scan } = survey;
  if (scan.double_encoded_at >= 0 && options.encoding === undefined) {
    await refuseDoubleEncoded(text.path, scan.double_encoded_at);
  }
  if (scan.lost_letter_at >= 0) {
    const line = await findLine(text.path, scan.lost_letter_at);
    warnings.push(toWarning('lost-letters', { file, line }, { file, line }));
  }
  if (survey.records === 0) throw new Refusal('header-without-rows', { line: layout.header_line });

  const { delimiter } = layout;
  const named = layout.header_cells.length;
  const header = toColumnNames(layout.header_cells, survey.width);
  const ends = [scan.lf, scan.crlf, scan.cr].filter(Boolean).length;
  const rewrite =
    described ||
    ends > 1 ||
    scan.cr ||
    survey.short_records > 0 ||
    survey.long_records > 0 ||
    survey.irregular_records > 0 ||
    survey.odd_blank ||
    survey.title_breaks ||
    layout.header_breaks > 0;
  let csv_path = text.path;
  let skip_lines = layout.header_line - 1;
  if (rewrite) {
    csv_path = join(temp, 'table.csv');
    skip_lines = 0;
    await normaliseCsv(text.path, csv_path, layout, header, survey.cut_byte);
  } else if (survey.cut_byte >= 0) {
    csv_path = join(temp, 'table.csv');
    await copyFile(text.path, csv_path);
    await truncate(csv_path, survey.cut_byte);
  }
  const toCells = (cells: readonly string[]) =>
    Array.from({ length: header.length }, (_, index) => cells[index] ?? '');
  return {
    csv_path,
    is_raw: csv_path === path,
    delimiter,
    skip_lines,
    header,
    named_columns: named,
    records: survey.records,
    blank: survey.blank,
    has_quoted_breaks: survey.has_quoted_breaks,
    has_combining_marks: scan.has_combining_marks,
    has_odd_blanks: scan.has_odd_blanks || survey.has_quoted_breaks,
    sample: survey.sample.map(toCells),
    detected: {
      format: 'csv',
      encoding: text.encoding,
      delimiter,
      sheet: null,
      other_sheets: [],
      header_line: layout.header_line,
      title_rows: layout.header_line - 1 + (described ? 1 : 0),
      total_rows: survey.totals.length,
      bom,
    },
    totals: pickTotals(survey.totals),
    warnings,
    locate: (ordinals) =>
      locateRecords(
        text.path,
        layout,
        survey.cut_byte,
        ordinals,
        text.path === path ? null : text.encoding,
        bom,
      ),
    pans_outside: await findPansOutside(text.path, layout, survey),
    source: {
      path: text.path,
      delimiter,
      header_byte: layout.header_byte,
      toOriginalLine: (line) => line,
    },
  };
}
