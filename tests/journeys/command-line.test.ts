import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliRun, runCli } from './run-cli.ts';

/** What a command prints as JSON, as far as these tests look into it. */
interface Printed {
  readonly measurements: readonly { readonly dimensions: object }[];
  readonly history: readonly object[];
  readonly refused: { readonly code: string };
  readonly commands: readonly { readonly name: string }[];
  readonly rows: readonly object[];
  readonly statements: readonly { readonly dataset: string }[];
  readonly sheet: { readonly standards: readonly object[] };
  readonly merge: object;
  readonly unmerged: { readonly from_value: string };
  readonly imports: readonly {
    readonly counts: object;
    readonly problems: readonly { readonly hint?: string }[];
  }[];
}

describe('the command line', () => {
  let root: string;
  const cli = (...args: string[]) => runCli(root, args);
  const json = (run: CliRun) => JSON.parse(run.out) as Printed;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'circuito-cli-'));
    const loaded = await cli('demo', '--size', 'tiny', '--data', 'mundo', '--json');
    expect(loaded.code).toBe(0);
    expect(json(loaded).measurements).toHaveLength(7);
    await writeFile(join(root, 'una-carpeta-que-es-archivo'), '');
    await writeFile(join(root, 'mundo', 'packs', 'propio', 'indicators', 'rota.yaml'), 'indicator: rota\n');
    await writeFile(
      join(root, 'historico.csv'),
      [
        'Indicador;Período;Agencia;Valor;Casos',
        'TC-02;junio de 2011;;108 %;20',
        'plazo-actualizacion-datos;2011-05;norte;1,05;',
        'plazo-actualisacion-datos;2011-06;;1,1;',
        'TC-03;2011-13;;95,5 %;',
        '',
      ].join('\n'),
    );
  }, 120_000);
  afterAll(() => rm(root, { recursive: true, force: true }));

  it.each([
    ['no period', ['measure'], '--period'],
    ['a period that is none', ['measure', '--period', '2011-13'], '2011-13'],
    [
      'an unknown option',
      ['measure', '--periodo', '2011-06'],
      'No existe la opción --periodo. ¿Quiso decir «--period»? Se usa así: circuito measure',
    ],
    ['an unknown command', ['mesure', '--period', '2011-06'], '¿Quiso decir «measure»?'],
    ['too few arguments', ['explain', '--period', '2011-06'], 'La orden no está completa'],
    ['a data set misspelt', ['import', 'requerimiento', 'x.csv'], '¿Quiso decir «requerimientos»?'],
    [
      'a dimension misspelt',
      ['measure', '--period', '2011-06', '--by', 'agensia'],
      '¿Quiso decir «agencia»? Se puede por:',
    ],
    [
      'a sheet with errors',
      ['measure', '--period', '2011-06', '--indicator', 'rota'],
      'su ficha tiene errores. Para verlos: npm run -s circuito -- check.',
    ],
    ['an unknown language', ['measure', '--period', '2011-06', '--lang', 'fr'], 'es, en'],
    [
      'a number that is none',
      ['rows', '--indicator', 'tiempo-entrega-pin', '--period', '2011-06', '--limit', 'x'],
      '--limit',
    ],
    [
      'an indicator misspelt',
      ['explain', 'tiempo-entrega-pim', '--period', '2011-06'],
      '¿Quiso decir «tiempo-entrega-pin»?',
    ],
    [
      'a filter its data lack',
      ['rows', '--indicator', 'efectividad-activacion', '--period', '2011-06', '--person', 'x'],
      'person',
    ],
    [
      'a folder that is a file',
      ['imports', '--data', 'una-carpeta-que-es-archivo'],
      'una-carpeta-que-es-archivo',
    ],
    [
      'a place to write that is not there',
      ['template', 'requests', '--out', 'no/hay.xlsx'],
      'la carpeta no existe',
    ],
  ])('refuses %s with a sentence', async (_, args, told) => {
    const data = args.includes('--data') ? [] : ['--data', 'mundo'];
    const run = await cli(...args, ...data);
    expect(run.err).toContain(told);
    expect(run.err).not.toMatch(/\n\s+at |Error:/);
    expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: '' });
  });

  it.each([
    ['measure', '--period', '2011-06'],
    ['imports'],
    ['verify'],
    ['rebuild'],
    ['quarantine'],
    ['merges'],
    ['undo', 'imp-1'],
  ])('makes no data folder to read one: %s', async (...args) => {
    const run = await cli(...args, '--data', 'mundos');
    expect(run.code).toBe(2);
    expect(run.err).toContain('No existe la carpeta de datos');
    expect(run.err).toContain(`¿Quiso decir «${join(root, 'mundo')}»?`);
    expect(run.err).toContain('npm run -s circuito -- import requests');
    expect(await readdir(root)).not.toContain('mundos');
  });

  it('says why there is no figure', { timeout: 120_000 }, async () => {
    const about = ['--indicator', 'tiempo-entrega-pin', '--data', 'mundo'];
    const before = await cli('measure', '--period', '2009-07', ...about);
    expect(before.out.replaceAll(/\s+/g, ' ')).toMatch(
      /Sin datos en julio de 2009: no hay datos del período; los hay del .* de 201\d\./,
    );
    const later = json(await cli('measure', '--period', '2009-07', '--json', ...about));
    expect(later.measurements[0]).toMatchObject({ warnings: [{ code: 'no-facts' }] });
    await writeFile(
      join(root, 'dos.csv'),
      'request_id,process,opened_at,closed_at,status\nA1,activacion-tarjeta,2010-05-03 10:00,2010-05-03 11:00,cerrado\n',
    );
    const brought = await cli('import', 'requerimientos', 'dos.csv', '--data', 'chico');
    expect(brought.out).toContain('measure --period 2010-05 --data');
    expect(brought.out).toContain('1 leída = 1 aceptada + 0 actualizadas');
    const other = await cli(
      'measure',
      '--period',
      '2010-05',
      '--indicator',
      'tiempo-entrega-pin',
      '--data',
      'chico',
    );
    expect(other.out.replaceAll(/\s+/g, ' ')).toContain(
      '1 fila en el período y no cuenta: es de otros procesos',
    );
  });

  it('takes Spanish words and values in any case', { timeout: 120_000 }, async () => {
    const about = ['--indicator', 'tiempo-entrega-pin', '--period', '2011-06', '--data', 'mundo'];
    const split = json(await cli('measure', '--by', 'agencia,dia-de-semana', '--json', ...about));
    expect(Object.keys(split.measurements[0]!.dimensions)).toEqual(['unit', 'weekday']);
    const same = await cli('rows', '--unit', 'NORTE', ...about);
    expect(same.out).toContain('norte');
    expect(same.out).not.toContain('Ninguna fila');
    const near = await cli('rows', '--unit', 'nortes', ...about);
    expect(near.code).toBe(0);
    expect(near.out).toContain('¿Quiso decir «norte»?');
  });

  it('tells each option of a command on its line', async () => {
    const help = await cli('measure', '--help');
    expect(help.out).toMatch(/^ {6}--as-of +mirar como si/m);
    for (const name of [
      'measure',
      'rows',
      'explain',
      'sheet',
      'import',
      'undo',
      'quarantine',
      'demo',
      'template',
    ])
      expect((await cli('help', name)).code).toBe(0);
  });

  it('speaks the language asked for, and JSON alone when asked', { timeout: 120_000 }, async () => {
    const english = await cli('medir', '--lang=en');
    expect(english.err).toContain('There is no command "medir"');
    const refused = await cli('measure', '--json', '--period', 'junio', '--data', 'mundo');
    expect(refused.code).toBe(2);
    expect(json(refused).refused.code).toBe('period-unreadable');
    expect(json(await cli('help', '--json')).commands.map(({ name }) => name)).toContain('rows');
    const help = await cli('help', 'sheet');
    expect(help.code).toBe(0);
    expect(help.out).toContain('sheet <indicator>');
  });

  it('prints JSON and nothing else in every command', { timeout: 120_000 }, async () => {
    const data = ['--data', 'mundo', '--json'];
    const about = ['--period', '2011-06', ...data];
    const rows = json(
      await cli('rows', '--indicator', 'tiempo-entrega-pin', '--where-not-counted', ...about),
    );
    expect(rows).toMatchObject({ indicator: 'tiempo-entrega-pin', measure_unit: 'min', total: 1 });
    expect(rows.rows[0]).toMatchObject({
      counts: false,
      state: 'excluded',
      reason: 'cruza-de-dia',
      key: { request_id: 'R0000096' },
      unit: 'norte',
      measure: 1026,
      limit: 6,
      inside: false,
      source: { file: 'requests.csv', line: 97 },
    });
    const explained = json(await cli('explain', 'efectividad-activacion', ...about));
    expect(explained.statements.map(({ dataset }) => dataset)).toEqual(['cards', 'complaints']);
    expect(explained.sheet.standards[0]).toMatchObject({ floor: 1, historical_error: 0.025 });
    const written = json(await cli('sheet', 'tiempo-entrega-pin', '--out', 'pin', ...about));
    expect(written).toMatchObject({ file: join(root, 'pin.xlsx'), rows: 21, measurement: { value: 1.08 } });
    expect(await readdir(root)).toContain('pin.xlsx');
    expect(json(await cli('merge', 'unit', 'norte', 'sur', ...data)).merge).toMatchObject({
      to_value: 'sur',
    });
    const split = json(await cli('measure', '--by', 'unit', '--indicator', 'tiempo-entrega-pin', ...about));
    expect(split.measurements.map(({ dimensions }) => dimensions)).toEqual([{ unit: 'sur' }]);
    expect(json(await cli('unmerge', 'unit', 'norte', ...data)).unmerged.from_value).toBe('norte');
  });

  it('keeps past results apart from what is computed', { timeout: 120_000 }, async () => {
    const brought = await cli('import', 'historico', 'historico.csv', '--data', 'mundo', '--json');
    expect(brought.code).toBe(1);
    const [report] = json(brought).imports;
    expect(report!.counts).toMatchObject({ accepted: 2, quarantined: 2 });
    expect(report!.problems[0]!.hint).toBe('plazo-actualizacion-datos');
    const about = ['--indicator', 'plazo-actualizacion-datos', '--data', 'mundo'];
    const month = json(await cli('measure', '--period', '2011-06', '--json', ...about));
    expect(month.history).toEqual([
      { indicator: 'plazo-actualizacion-datos', period: '2011-06', unit: null, value: 1.08, n: 20 },
    ]);
    expect(month.measurements[0]).toMatchObject({ value: 1.1, n: 20 });
    const quarter = await cli('measure', '--period', '2011-Q2', ...about);
    expect(quarter.out).toContain('Histórico (no recomputable), mayo de 2011, norte: 105 %');
    expect(quarter.out).toContain('Histórico (no recomputable), junio de 2011: 108 %   n = 20');
  });
});
