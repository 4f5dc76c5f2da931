import type { Language, Measurement } from '../../kernel/index.ts';
import type { MeasureRequest } from '../../engine/index.ts';
import type { Row } from '../../facts/index.ts';
import { type FactSource, findLines } from '../find-lines.ts';
import type { Institution } from '../institution.ts';
import { writeWorkbookOut } from '../write-out.ts';
import { labelValue } from './label-value.ts';
import { type Filter, type RawRows, readRows } from './list-rows.ts';
import { identityOf, type Protect } from './protect-identity.ts';
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
    /** Facts kept before anything is computed (what a person may see); all where absent. */
    readonly only?: MeasureRequest['only'];
    /** Names of clients, and of who attended, that are written as codes; absent, all are written. */
    readonly hide?: { readonly protect: Protect; readonly sees_people: boolean };
    readonly out: string;
    readonly language: Language;
  },
): Promise<{ readonly file: string; readonly rows: number; readonly measurement: Measurement | null }> {
  const found = await readRows(institution, input, { rows: true, most: MOST_ROWS });
  const { indicator, measurement, period, as_of } = found;
  const datasets = input.hide ? found.datasets.map((each) => hideNames(each, input.hide!)) : found.datasets;
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
      (id, column, value) => labelValue(institution.content, { dataset: id }, column, value, language),
    ),
  );
  const ficha = toFicha({
    indicator,
    sheet,
    measurement,
    data,
    period,
    as_of,
    filters: filters.map(({ dimension, value }) => ({
      label: labelValue(institution.content, indicator, dimension, value, language),
      of:
        catalogue.datasets.get(indicator.dataset)?.columns.find(({ name }) => name === dimension)?.label[
          language
        ] ?? '',
    })),
    language,
    pack: `${pack.name[language]} ${pack.version} · ${sheet.version}`,
  });
  const file = await writeWorkbookOut(input.out, [ficha, ...data.map((item) => item.sheet)]);
  return { file, rows: datasets.reduce((sum, { rows }) => sum + rows.length, 0), measurement };
}

/** The same facts with names as codes: equal names have equal codes, so sums by person come out the same. */
function hideNames(
  { plan, rows, counts }: RawRows,
  { protect, sees_people }: { readonly protect: Protect; readonly sees_people: boolean },
): RawRows {
  const hidden = [...plan.keys, ...plan.attributes].flatMap(({ name, sql_name }) => {
    const identity = identityOf(plan.dataset, name);
    return identity === null || (identity === 'person' && sees_people) ? [] : [{ identity, sql_name }];
  });
  if (hidden.length === 0) return { plan, rows, counts };
  const hide = (row: Row): Row => {
    const codes = hidden.map(({ identity, sql_name }) => {
      const name = row[sql_name] ?? null;
      return [sql_name, protect(identity, name === null ? null : String(name))] as const;
    });
    return { ...row, ...(Object.fromEntries(codes) as Row) };
  };
  return { plan, rows: rows.map(hide), counts };
}
