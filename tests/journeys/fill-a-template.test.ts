import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseColumns } from '../../src/facts/index.ts';
import { LANGUAGES } from '../../src/kernel/index.ts';
import { type Content, loadContent, OWN_PACKS, writeTemplate } from '../../src/usecases/index.ts';
import { runCli } from './run-cli.ts';

describe('a template to fill', () => {
  let content: Content;
  let root: string;
  beforeAll(async () => {
    content = await loadContent([OWN_PACKS]);
    root = await mkdtemp(join(tmpdir(), 'circuito-template-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('has headers that mean each column of each data set, in both languages', () => {
    for (const dataset of content.catalogue.datasets.values()) {
      if (dataset.derived) continue;
      for (const language of LANGUAGES) {
        const header = dataset.columns.map(({ label }) => label[language]);
        const { sources, ignored } = chooseColumns(dataset, header, null);
        expect(ignored, `${dataset.id} ${language}`).toEqual([]);
        for (const [index, { name }] of dataset.columns.entries())
          expect(sources.get(name), `${dataset.id}.${name} ${language}`).toEqual({ kind: 'one', index });
      }
    }
  });

  it('says of each column what goes in it', async () => {
    const { file } = await writeTemplate(
      { content },
      { dataset: 'requests', out: join(root, 'vacio'), language: 'es' },
    );
    expect(file).toBe(join(root, 'vacio.xlsx'));
    const book = await readXlsx(await readFile(file));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Requerimientos', 'Columnas']);
    const [empty, explained] = book.sheets;
    expect(empty!.rows).toHaveLength(1);
    const columns = content.catalogue.datasets.get('requests')!.columns;
    expect(explained!.rows).toHaveLength(columns.length + 1);
    const process = explained!.rows.find(([label]) => label === 'Proceso')!;
    expect(process.slice(1, 3)).toEqual(['uno de los valores admitidos', 'sí']);
    expect(String(process[4])).toContain('entrega-pin');
  });

  it('imports without a mapping once it is filled', { timeout: 120_000 }, async () => {
    const path = join(root, 'lleno.xlsx');
    expect((await runCli(root, ['template', 'requests', '--out', 'lleno.xlsx', '--data', 'd'])).code).toBe(0);
    const book = await readXlsx(await readFile(path));
    const header = book.sheets[0]!.rows[0]!.map(String);
    const filled = (values: Record<string, string | number>) => header.map((name) => values[name] ?? null);
    const rows: Record<string, string>[] = [
      {
        'Número de requerimiento': 'R1',
        Proceso: 'entrega-pin',
        Ingreso: '2011-06-03 10:30',
        Cierre: '2011-06-03 10:36',
      },
      {
        'Número de requerimiento': 'R2',
        Proceso: 'Actualización de datos',
        Ingreso: '2011-06-13 11:00',
        Agencia: 'norte',
      },
    ];
    await writeFile(
      path,
      await writeXlsx({
        sheets: book.sheets.map(({ name, rows: given }, index) => ({
          name,
          rows: index === 0 ? [...given, ...rows.map(filled)] : given,
        })),
      }),
    );
    const { code, out } = await runCli(root, ['import', 'requests', 'lleno.xlsx', '--data', 'd', '--json']);
    const [report] = JSON.parse(out).imports;
    expect(report.counts).toMatchObject({ read: 2, accepted: 2, quarantined: 0 });
    expect(report.detected.sheet).toBe('Requerimientos');
    expect(code).toBe(0);
  });
});
