import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Cell, writeXlsx } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import type { ReadWorkbook } from './evaluate-workbook.ts';
import { readWorkbook } from './read-workbook.ts';

/** Formulas are computed on load, whatever value stands beside them. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

export function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The same workbook with a seven in the place of every computed value. */
async function emptyFormulas(bytes: Uint8Array): Promise<Uint8Array> {
  const book = await readXlsx(bytes);
  const sheets = book.sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows,
    cells: new Map(
      [...(sheet.cells ?? [])].flatMap(([key, cell]): [string, Partial<Cell>][] =>
        cell.formula === undefined
          ? []
          : [[key, { value: 7, type: 'formula', formula: cell.formula, formulaResult: 7 }]],
      ),
    ),
  }));
  return writeXlsx({ sheets });
}

/** Workbooks as LibreOffice computes them, from formulas alone. It writes fifteen digits. */
export async function recalculateWorkbooks(books: readonly Uint8Array[]): Promise<ReadWorkbook[]> {
  const folder = await mkdtemp(join(tmpdir(), 'circuito-libreoffice-'));
  try {
    const user = join(folder, 'profile', 'user');
    await mkdir(user, { recursive: true });
    await writeFile(join(user, 'registrymodifications.xcu'), ALWAYS);
    const names = books.map((_, index) => `${index}.xlsx`);
    for (const [index, bytes] of books.entries())
      await writeFile(join(folder, `${index}.xlsx`), await emptyFormulas(bytes));
    await promisify(execFile)('soffice', [
      '--headless',
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--convert-to',
      'xlsx',
      '--outdir',
      join(folder, 'again'),
      ...names.map((name) => join(folder, name)),
    ]);
    return await Promise.all(
      names.map(async (name) => readWorkbook(await readFile(join(folder, 'again', name)))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
