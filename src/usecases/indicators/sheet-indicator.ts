import type { Language, Measurement } from '../../kernel/index.ts';
import type { Row } from '../../facts/index.ts';
import { type FactSource, findLines } from '../find-lines.ts';
import type { Institution } from '../institution.ts';
import { writeWorkbookOut } from '../write-out.ts';
import { type Filter, readRows } from './list-rows.ts';
import { toDataSheet } from './sheet/data-sheet.ts';
import { toFicha } from './sheet/ficha.ts';
import { SHEET_WORDS } from './sheet/words.ts';

/** Rows of a worksheet below its header. */
const MOST_ROWS = 1_048_575;

/**
 * Writes a figure as a workbook: its sheet with live formulas over the very facts it was computed
 * from, one sheet for each data set, so that recalculating reaches the same digits. Durations are
 * whole numbers of a unit in which nothing is lost. Refuses more rows than a worksheet holds.
 */
export async function sheetIndicator(
  institution: Institution,
  input: {
    readonly indicator: string;
    readonly period: string;
    readonly as_of: string | null;
    readonly filters: readonly Filter[];
    readonly out: string;
    readonly language: Language;
  },
): Promise<{ readonly file: string; readonly rows: number; readonly measurement: Measurement | null }> {
  const found = await readRows(institution, input, { rows: true, most: MOST_ROWS });
  const { indicator, measurement, period, as_of, datasets } = found;
  const { language, filters } = input;
  const sources = new Map<Row, FactSource>();
  for (const { rows } of datasets) {
    const imported = rows.filter((row) => row['import_seq'] !== null);
    const places = imported.map((row) => ({
      seq: Number(row['import_seq']),
      row: Number(row['import_row']),
    }));
    for (const [index, source] of (await findLines(institution, places)).entries())
      sources.set(imported[index]!, source);
  }
  const { catalogue } = institution.content;
  const sheet = catalogue.sheets.get(indicator.id)!;
  const pack = catalogue.packs.find(({ id }) => id === sheet.pack)!;
  const data = datasets.map(({ plan, rows }, index) =>
    toDataSheet(
      indicator,
      plan,
      rows,
      sources,
      index === 0 ? SHEET_WORDS[language].rows : plan.dataset.name[language].slice(0, 31),
      language,
    ),
  );
  const ficha = toFicha({
    indicator,
    sheet,
    measurement,
    data,
    period,
    as_of,
    filters,
    language,
    pack: `${pack.id} ${pack.version} · ${sheet.version}`,
  });
  const file = await writeWorkbookOut(input.out, [ficha, ...data.map((item) => item.sheet)]);
  return { file, rows: datasets.reduce((sum, { rows }) => sum + rows.length, 0), measurement };
}
