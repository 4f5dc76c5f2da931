import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHdhWorld } from '../../seed/index.ts';
import { CAUSE_BRANCHES } from '../../src/kernel/index.ts';
import { checkRowRule, checkSheet } from '../../src/language/index.ts';
import { loadCatalogue, printSheet, readDraft, toSheetFields, toSheetForm } from '../../src/library/index.ts';
import { sayProblem } from '../../src/sentences/index.ts';
import { OWN_PACKS } from '../../src/usecases/index.ts';
import { runCli } from '../journeys/run-cli.ts';
import { writeMicrofinancePack } from '../numbers/hdh-world.ts';
import { makeFolder } from '../numbers/world.ts';

const { folder, remove } = makeFolder();
const data = join(folder, 'data');
writeMicrofinancePack(data);
afterAll(remove);
const { catalogue, problems } = await loadCatalogue([OWN_PACKS, join(data, 'packs')]);
const sheets = [...catalogue.sheets.values()];

describe('the pack', () => {
  it('is on the shelf until a pack in force requires it', async () => {
    const { catalogue: usual } = await loadCatalogue([OWN_PACKS]);
    expect(usual.packs.map(({ id }) => id)).toEqual(['base', 'tarjetas-de-credito']);
    expect(problems.map((problem) => sayProblem(problem, 'es'))).toEqual([]);
    expect(catalogue.packs.map(({ id, examples }) => [id, examples])).toEqual([
      ['base', false],
      ['microcredito', false],
      ['propio', false],
    ]);
    expect(sheets.map(({ id }) => id)).toEqual([
      'clientes-por-asesor',
      'desembolsos-a-tiempo',
      'tiempo-de-desembolso',
      'visitas-por-cliente',
    ]);
    const { catalogue: shelf } = await loadCatalogue([OWN_PACKS], { examples: true });
    expect(shelf.packs.find(({ id }) => id === 'microcredito')).toMatchObject({
      examples: true,
      optional: true,
    });
  });

  it('has rules that check clean and a procedure from the request to the money', () => {
    for (const dataset of catalogue.datasets.values())
      for (const rule of dataset.rules)
        expect(checkRowRule(rule.check, dataset, catalogue, {}).problems).toEqual([]);
    expect(catalogue.procedures.get('desembolso-microcredito')?.process).toBe('microcredito');
    expect(catalogue.processes.get('microcredito')?.parent).toBe('creditos');
  });

  it.each(sheets)('has a sheet $id that checks clean and that the form can write', (sheet) => {
    const checked = checkSheet(sheet, catalogue);
    expect(checked.problems.map((problem) => sayProblem(problem, 'es'))).toEqual([]);
    const { form, beyond } = toSheetForm(sheet, catalogue.datasets);
    expect(beyond).toBeNull();
    const context = { datasets: catalogue.datasets, version: 1, named: null, replaces: false };
    const text = printSheet(toSheetFields(form!, context));
    const again = readDraft(text, `${sheet.id}.yaml`, sheet.pack, catalogue);
    expect(again.problems).toEqual([]);
    expect(checkSheet(again.sheet!, catalogue).indicator).toEqual(checked.indicator);
  });
});

describe('known causes', () => {
  it('stand in every sheet of the packs in force, each with its branch and something to do about it', async () => {
    const { catalogue: usual } = await loadCatalogue([OWN_PACKS]);
    const all = [...sheets, ...usual.sheets.values()];
    expect(all.filter(({ causes }) => causes.length < 3).map(({ id }) => id)).toEqual([]);
    for (const cause of all.flatMap(({ causes }) => causes)) {
      expect(CAUSE_BRANCHES).toContain(cause.branch);
      expect(cause.corrective ?? cause.preventive, cause.id).not.toBeNull();
    }
    expect(usual.sheets.get('efectividad-activacion')?.causes.map(({ id }) => id)).toEqual([
      'campo-no-cambiado',
      'carga-diaria-fallida',
      'entrega-sin-registro',
    ]);
  });
});

interface Figure {
  readonly indicator: string;
  readonly dimensions: { readonly month?: string };
  readonly value: number;
  readonly unit: string;
  readonly numerator: number;
  readonly denominator: number;
}

describe('the institution that gave its advisers an application', () => {
  const measured = new Map<string, ReadonlyMap<string, Figure>>();
  beforeAll(async () => {
    const files = join(folder, 'files');
    writeHdhWorld(files, { comparison: false });
    for (const dataset of ['advisers', 'portfolio', 'operations', 'visits']) {
      const run = await runCli(folder, ['import', dataset, join(files, `${dataset}.csv`), '--data', data]);
      expect(run.code, run.err).toBe(0);
    }
    const read = async (period: string, ...more: readonly string[]): Promise<readonly Figure[]> => {
      const run = await runCli(folder, ['measure', '--period', period, ...more, '--data', data, '--json']);
      return (JSON.parse(run.out) as { readonly measurements: readonly Figure[] }).measurements;
    };
    const keep = (name: string, figures: readonly Figure[]) =>
      measured.set(name, new Map(figures.map((figure) => [figure.indicator, figure])));
    for (const period of ['2020-03..2021-02', '2021-03..2021-08']) keep(period, await read(period));
    const around = await read('2021-02..2021-03', '--by', 'month');
    for (const month of ['2021-02', '2021-03'])
      keep(
        month,
        around.filter(({ dimensions }) => dimensions.month === month),
      );
    rmSync(files, { recursive: true });
  }, 60_000);

  const of = (period: string, indicator: string) => measured.get(period)?.get(indicator);
  const change = (before: string, after: string, indicator: string) => {
    const [old, now] = [of(before, indicator)!.value, of(after, indicator)!.value];
    return Number((((now - old) / old) * 100).toFixed(1));
  };

  it('adds up by hand', () => {
    // Three advisers, twelve months: 24 loans each of 72 h on average, four visits to each client.
    const before = '2020-03..2021-02';
    const loans = 3 * 12 * 24;
    expect(of(before, 'tiempo-de-desembolso')).toMatchObject({
      value: 72,
      unit: 'h',
      numerator: loans * 72,
      denominator: loans,
    });
    expect(of(before, 'visitas-por-cliente')).toMatchObject({
      value: 4,
      unit: 'number',
      numerator: loans * 4,
      denominator: loans,
    });
    // 240 + 250 + 260 clients of three advisers: 250, where the mean of the two agencies would be 252.5.
    expect(of(before, 'clientes-por-asesor')).toMatchObject({
      value: 250,
      unit: 'number',
      numerator: 750 * 12,
      denominator: 36,
    });
    // One in eight took a day; with the application nine in ten did.
    expect(of(before, 'desembolsos-a-tiempo')).toMatchObject({ value: 0.125, numerator: 108 });
    expect(of('2021-03..2021-08', 'desembolsos-a-tiempo')).toMatchObject({ value: 0.9, denominator: 540 });
  });

  it.each([
    ['2020-03..2021-02', '2021-03..2021-08'],
    ['2021-02', '2021-03'],
  ])('gives the three changes from %s to %s', (before, after) => {
    expect(change(before, after, 'tiempo-de-desembolso')).toBe(-83.3);
    expect(change(before, after, 'clientes-por-asesor')).toBe(24);
    expect(change(before, after, 'visitas-por-cliente')).toBe(-75);
  });
});
