import { composeWall, printPdf, type WallPaper } from '../../report/index.ts';
import { countWall, sayWallRest, type WallFigure, writeResult, writeWall } from '../../sentences/index.ts';
import { countsPeople } from '../counts-people.ts';
import { gatherMonth, type gatherSheet, toBasis } from '../gather-papers.ts';
import type { Institution } from '../institution.ts';
import { reachUnits } from '../reach-units.ts';
import { issuePaper, type Printer } from './issue-paper.ts';
import type { PrintedPaper } from './print-sheet.ts';

type SheetView = Awaited<ReturnType<typeof gatherSheet>>;

/** Rows that are still read from two metres. */
const MOST_ROWS = 8;
/** Of fewer people a figure would tell how somebody works: it does not hang on a wall. */
const FEWEST_PEOPLE = 5;
const URGENCY = { 'not-met': 0, 'met-with-alert': 1, met: 2, 'no-data': 3 } as const;

const toFileWord = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z0-9]+/g, '-')
    .toLowerCase();

function toFigure({ content }: Institution, sheet: SheetView, language: 'es' | 'en') {
  const { measurement, tiles } = sheet;
  const written = content.catalogue.sheets.get(sheet.indicator);
  const indicator = content.indicators.get(sheet.indicator);
  const told = measurement && written ? writeResult(measurement, written, language) : null;
  if (measurement === null || told === null || indicator === undefined) return [];
  const row = {
    name: sheet.name[language],
    result: told.value,
    standard: told.standard,
    direction: told.direction,
    verdict: measurement.verdict,
    verdict_text: tiles.state.text,
    hides_tail: tiles.state.hides_tail,
    trend: tiles.trend.text,
    n: measurement.n,
    counts_people: countsPeople(indicator, content.catalogue),
    is_small: measurement.warnings.some(({ code }) => code === 'small-sample'),
  };
  return [{ row, better: tiles.trend.kind === 'improves' }];
}

/** The page of a unit for its wall, from the same figures as its monthly report: what fails first. */
function toWallPaper(
  institution: Institution,
  view: Awaited<ReturnType<typeof gatherMonth>>,
  unit: string | null,
  language: 'es' | 'en',
): WallPaper {
  const all = view.sheets.flatMap((sheet) => toFigure(institution, sheet, language));
  const figures = all
    .filter(({ row }) => !row.counts_people || row.n >= FEWEST_PEOPLE)
    .toSorted((a, b) => URGENCY[a.row.verdict] - URGENCY[b.row.verdict]);
  const told: WallFigure[] = figures.map(({ row, better }) => ({ ...row, better }));
  const rows = figures.slice(0, MOST_ROWS).map(({ row }) => row);
  return {
    period: view.period,
    unit,
    provisional: view.provisional,
    count: countWall(told, language),
    sentence: writeWall(told, language),
    rows,
    rest: sayWallRest(rows.length, all.length, language),
  };
}

/**
 * Prints one sheet to hang on the wall of a unit (or of all the reader reaches), and keeps its code in the
 * ledger: the figures are those of the monthly report. Refuses (`out-of-scope`) a unit outside.
 */
export async function printWall(
  institution: Institution,
  asked: { readonly period: string; readonly unit: string | null },
  reader: Printer,
): Promise<PrintedPaper> {
  const units = reachUnits(reader.scope, asked.unit);
  const printer = { ...reader, scope: { ...reader.scope, units } };
  const view = await gatherMonth(institution, asked, printer);
  const question = { kind: 'month', period: view.period, form: 'wall' } as const;
  const meta = issuePaper(institution, question, toBasis(question, units, view.sheets), printer);
  const unit = units === null ? null : units.join(', ');
  const place = unit === null ? '' : `-${toFileWord(unit)}`;
  return {
    name: `pared-${view.period}${place}.pdf`,
    bytes: await printPdf(composeWall(toWallPaper(institution, view, unit, reader.language), meta)),
    code: meta.code,
  };
}
