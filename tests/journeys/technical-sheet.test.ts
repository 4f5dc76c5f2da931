import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING, Refusal, type Scope } from '../../src/kernel/index.ts';
import {
  breakDownSheet,
  explainIndicator,
  locateFact,
  measureIndicators,
  type PageInput,
  pageRows,
  printMonth,
  rememberDefinitions,
  rememberFigures,
  revealIdentity,
  sampleRows,
  SEES_ALL,
  type SheetInput,
  toRememberer,
  undoImport,
  viewSheet,
  writeSample,
  writeSheetBook,
} from '../../src/usecases/index.ts';
import { bring, type OpenWorld, openWorld } from './open-world.ts';
import { readPdfText } from './read-pdf-text.ts';
import { startTestServer, type TestServer } from './start-server.ts';

const byText = (a: unknown, b: unknown): number => JSON.stringify(a).localeCompare(JSON.stringify(b));

const PERIOD = '2011-01';
const DEADLINE = 'plazo-actualizacion-datos';

function ask(more: Partial<SheetInput> = {}): SheetInput {
  return {
    indicator: DEADLINE,
    period: PERIOD,
    as_of: null,
    filters: [],
    scope: EVERYTHING,
    language: 'es',
    ...more,
  };
}

function page(more: Partial<PageInput> = {}): PageInput {
  return {
    ...ask(),
    sees_people: true,
    dataset: null,
    state: 'all',
    key_has: null,
    order: { by: 'date', descending: false },
    offset: 0,
    limit: 200,
    ...more,
  };
}

function toScope(units: readonly string[] | null, more: Partial<Scope> = {}): Scope {
  return { ...EVERYTHING, units, ...more };
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error('nothing was refused', { cause: error });
  return error.code;
}

describe('the sheet of a month with open requests', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld('demo', { rows: 8000, months: 7 });
  }, 120_000);
  afterAll(() => world.close());

  it('tells the figure of measure for every indicator', async () => {
    const { measurements } = await measureIndicators(world.institution, {
      period: PERIOD,
      indicators: [],
      by: [],
      as_of: null,
    });
    for (const measured of measurements) {
      const view = await viewSheet(world.institution, ask({ indicator: measured.indicator }));
      expect(view.measurement).toEqual(measured);
      expect(view.sentence).toBe(measured.sentences.es);
      expect(view.trend.points.at(-1)?.period).toBe(PERIOD);
      expect(view.requirements).toHaveLength(10);
      expect(view.requirements.every(({ text }) => text !== '')).toBe(true);
    }
  });

  it('shows the result in its own unit first and the last point of the trend is the tile', async () => {
    const view = await viewSheet(world.institution, ask());
    expect(view.tiles.result.text).toMatch(/^\d+,\d+ h$/);
    expect(view.tiles.result.note).toContain('de su límite');
    expect(view.tiles.standard.text).toBe('≤ 48 h');
    // The trend is not rounded, as limits are worked out from it.
    expect(view.trend.points.at(-1)?.value).toBeCloseTo(view.shown!.value, 6);
    expect(view.trend.points).toHaveLength(7);
    const bins = view.distribution!.bins;
    expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(view.measurement!.n);
    const inside = bins.filter(({ is_past }) => !is_past).reduce((sum, { n }) => sum + n, 0);
    // Of those that count, the ones within 48 h; open ones past it are in the share and not here.
    const { share, n } = view.measurement!.inside_standard!;
    expect(inside).toBe(Math.round(share * n));
    expect(view.open.oldest).not.toBeNull();
  });

  it('says in the monthly report that a figure moves only where its trend does', async () => {
    const { institution } = world;
    const reader = { scope: EVERYTHING, language: 'es', today: '2012-07-15' } as const;
    const { bytes } = await printMonth(institution, { period: PERIOD }, { ...reader, who: '' });
    const text = readPdfText(bytes).replace(/\s+/g, ' ');
    const changes = text.slice(
      text.indexOf('Qué cambió desde'),
      text.indexOf('Los indicadores, uno por uno'),
    );
    const views = [];
    for (const indicator of institution.content.indicators.keys())
      views.push(await viewSheet(institution, ask({ indicator })));
    const moved = views.filter(({ trend, tiles }) => {
      const before = trend.points.at(-2);
      const turned = (before?.value ?? null) !== null && before!.verdict !== tiles.state.verdict;
      return !turned && /improves|worsens|rises|falls/.test(tiles.trend.kind);
    });
    expect(changes).toContain('dentro de lo habitual');
    expect(changes.match(/(mejor|peor|más alto|más bajo) que lo habitual/g) ?? []).toHaveLength(moved.length);
  });

  it('splits the whole: the parts of a breakdown add up', async () => {
    const view = await viewSheet(world.institution, ask());
    for (const breakdown of view.breakdowns)
      expect(breakdown.rows.reduce((sum, { n }) => sum + n, 0)).toBe(view.measurement!.n);
    for (const { rows } of view.breakdowns) {
      const small = rows.map(({ is_small }) => Number(is_small));
      expect(small).toEqual(small.toSorted((a, b) => a - b));
    }
    const hours = await breakDownSheet(world.institution, { ...ask(), dimension: 'weekday' });
    expect(hours.rows.reduce((sum, { n }) => sum + n, 0)).toBe(view.measurement!.n);
    expect(hours.rows[0]!.label).toBe('lunes');
  });

  it('pages every row once, as many as the counts say', async () => {
    const { inputs } = await explainIndicator(world.institution, {
      indicator: DEADLINE,
      period: PERIOD,
      as_of: null,
      filters: [],
    });
    const seen = new Set<string>();
    const states = new Map<string, number>();
    let total = 0;
    for (let offset = 0; ; offset += 40) {
      const part = await pageRows(world.institution, page({ offset, limit: 40 }));
      total = part.total;
      for (const row of part.rows) {
        seen.add(row.key['request_id']!);
        states.set(row.state, (states.get(row.state) ?? 0) + 1);
      }
      if (part.rows.length < 40) break;
    }
    expect(seen.size).toBe(total);
    expect(total).toBe(inputs[0]!.in_scope);
    for (const [state, n] of states)
      expect(n).toBe(inputs[0]!.by_state[state as keyof (typeof inputs)[0]['by_state']]);
    const open = await pageRows(world.institution, page({ state: 'all-open' }));
    expect(open.total).toBe(inputs[0]!.by_state.open + inputs[0]!.by_state['open-past-limit']);
    const slow = await pageRows(
      world.institution,
      page({ state: 'counted', order: { by: 'measure', descending: true }, limit: 5 }),
    );
    const measures = slow.rows.map(({ measure }) => measure!);
    expect([...measures].sort((a, b) => b - a)).toEqual(measures);
  });

  it('protects clients always and who attended where they may not be seen', async () => {
    const open = await pageRows(world.institution, page({ limit: 20 }));
    const closed = await pageRows(world.institution, page({ limit: 20, sees_people: false }));
    const again = await pageRows(world.institution, page({ limit: 20 }));
    const clients = open.rows.flatMap(({ attributes }) => attributes['client'] ?? []);
    expect(clients.length).toBeGreaterThan(0);
    for (const client of clients) expect(client).toMatch(/^cliente [0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(again.rows.map(({ attributes }) => attributes['client'])).toEqual(
      open.rows.map(({ attributes }) => attributes['client']),
    );
    expect(open.rows[0]!.attributes['person']).not.toMatch(/^persona /);
    expect(closed.rows[0]!.attributes['person']).toMatch(/^persona /);
    expect(JSON.stringify(closed)).not.toContain(open.rows[0]!.attributes['person']!);
    const by = (dimension: string, sees_people: boolean) =>
      refusalOf(pageRows(world.institution, page({ sees_people, filters: [{ dimension, value: 'x' }] })));
    expect(await by('client', true)).toBe('identity-protected');
    expect(await by('person', false)).toBe('identity-protected');
    const hidden = await viewSheet(world.institution, ask({ may: { ...SEES_ALL, people: false } }));
    expect(hidden.breakdowns.map(({ dimension }) => dimension)).toEqual(['unit']);
    expect(hidden.formula.text).not.toBeNull();
    const reader = await viewSheet(world.institution, ask({ may: { ...SEES_ALL, sql: false } }));
    expect([reader.formula.text, reader.formula.measure]).toEqual([null, null]);
  });

  it('gives a supervisor her units and nothing else, however she asks', async () => {
    const units = (await viewSheet(world.institution, ask())).breakdowns[0]!.rows.map(({ value }) => value!);
    const [mine, other] = units as [string, string];
    const whole = await viewSheet(world.institution, ask({ filters: [{ dimension: 'unit', value: mine }] }));
    const own = await viewSheet(world.institution, ask({ scope: toScope([mine]) }));
    expect(own.measurement).toEqual(whole.measurement);
    expect(own.breakdowns[0]!.rows.map(({ value }) => value)).toEqual([mine]);
    expect(own.trend).toEqual(whole.trend);
    const outside = { scope: toScope([mine]), filters: [{ dimension: 'unit', value: other }] };
    expect(await refusalOf(viewSheet(world.institution, ask(outside)))).toBe('out-of-scope');
    expect(await refusalOf(pageRows(world.institution, page(outside)))).toBe('out-of-scope');
    expect(await refusalOf(viewSheet(world.institution, ask({ scope: toScope([]) })))).toBe('out-of-scope');
    const listed = await pageRows(world.institution, page({ scope: toScope([mine]) }));
    expect(listed.rows.length).toBeGreaterThan(0);
    expect(listed.rows.every(({ attributes }) => attributes['unit'] === mine)).toBe(true);

    const both = await viewSheet(world.institution, ask({ scope: toScope([mine, other]) }));
    expect(both.units).toEqual([mine, other]);
    expect(both.breakdowns[0]!.rows.map(({ value }) => value).toSorted(byText)).toEqual(
      [mine, other].toSorted(byText),
    );
    expect(both.measurement!.n).toBe(both.breakdowns[0]!.rows.reduce((sum, { n }) => sum + n, 0));
    const pages = await pageRows(world.institution, page({ scope: toScope([mine, other]) }));
    expect(pages.counts.by_state.counted).toBe(both.measurement!.n);

    const foreign = (
      await pageRows(world.institution, page({ filters: [{ dimension: 'unit', value: other }], limit: 1 }))
    ).rows[0]!.source!;
    const locate = (scope: Scope) =>
      locateFact(world.institution, {
        ...ask(),
        sees_people: true,
        dataset: null,
        scope,
        seq: foreign.seq,
        row: foreign.row,
      });
    expect(await refusalOf(locate(toScope([mine])))).toBe('fact-not-found');
    expect((await locate(EVERYTHING)).line).toBeGreaterThan(1);
  });

  it('shows who is behind a code to who says why, and keeps that it did', async () => {
    const { institution } = world;
    const [row] = (await pageRows(institution, page({ limit: 1 }))).rows;
    const { seq, row: at } = row!.source!;
    const reveal = (reason: string, scope = EVERYTHING) =>
      revealIdentity(institution, {
        ...ask(),
        sees_people: true,
        dataset: null,
        scope,
        seq,
        row: at,
        reason,
      });
    expect(await refusalOf(reveal('porque'))).toBe('reason-too-short');
    expect(await refusalOf(reveal('reclamo 1234 del cliente', toScope(['otra'])))).toBe('fact-not-found');
    const before = institution.ledger.trail.list({ kind: 'revealed', limit: 10 });
    expect(before).toEqual([]);
    const names = await reveal('reclamo 1234 del cliente');
    expect(names.find(({ column }) => column === 'client')?.name).toMatch(/\S/);
    expect(names.map(({ name }) => name).join()).not.toContain('cliente ');
    const [kept] = institution.ledger.trail.list({ kind: 'revealed', limit: 10 });
    expect(kept?.payload.note).toMatchObject({
      reason: 'reclamo 1234 del cliente',
      key: row!.key['request_id'],
    });
  });

  it('gives an owner the processes below hers, and one who attends their own figures', async () => {
    const { process } = await viewSheet(world.institution, ask());
    const owner = await viewSheet(
      world.institution,
      ask({ scope: toScope(null, { processes: [process.id] }) }),
    );
    expect(owner.measurement!.n).toBeGreaterThan(0);
    const elsewhere = viewSheet(world.institution, ask({ scope: toScope(null, { processes: ['otro'] }) }));
    expect(await refusalOf(elsewhere)).toBe('out-of-scope');
    const person = owner.breakdowns[1]!.rows.find(({ n }) => n > 0)!.value!;
    const self = await viewSheet(world.institution, ask({ scope: toScope(null, { staff_name: person }) }));
    expect(self.breakdowns[1]!.rows.map(({ value }) => value)).toEqual([person]);
    expect(
      await refusalOf(viewSheet(world.institution, ask({ scope: toScope(null, { staff_name: '' }) }))),
    ).toBe('out-of-scope');
  });

  it('draws the same sample from the same seed, and another from another', async () => {
    const draw = async (seed: string | null) =>
      (await sampleRows(world.institution, { ...page({ state: 'counted' }), n: 25, seed })).rows.map(
        ({ key }) => key['request_id'],
      );
    const first = await draw('junio');
    expect(first).toHaveLength(25);
    expect(new Set(first).size).toBe(25);
    expect(await draw('junio')).toEqual(first);
    expect(await draw('julio')).not.toEqual(first);
    expect(await draw(null)).toEqual(await draw(`${PERIOD} ${DEADLINE}`));
    const out = join(world.folder, 'muestra.xlsx');
    await writeSample(world.institution, { ...page({ state: 'counted' }), n: 25, seed: 'junio', out });
    const book = await readXlsx(readFileSync(out));
    expect(book.sheets[0]!.rows).toHaveLength(26);
    expect(book.sheets[1]!.rows.flat()).toContain('junio');
  });

  it('writes rows to who may export them and totals to the rest, both within scope', async () => {
    const mine = 'norte';
    const read = async (more: Partial<SheetInput>) => {
      const out = join(world.folder, 'libro.xlsx');
      await writeSheetBook(world.institution, { ...ask(more), out });
      return (await readXlsx(readFileSync(out))).sheets;
    };
    const units = (await viewSheet(world.institution, ask())).breakdowns[0]!.rows.map(({ value }) => value!);
    const unit = units.includes(mine) ? mine : units[0]!;
    const rows = await read({ scope: toScope([unit]) });
    const facts = rows.find(({ name }) => name === 'Filas')!;
    const at = facts.rows[0]!.indexOf('Agencia');
    expect(new Set(facts.rows.slice(1).map((row) => row[at]))).toEqual(new Set([unit]));
    const client = facts.rows[0]!.indexOf('Cliente');
    expect(
      facts.rows.slice(1).every((row) => !row[client] || String(row[client]).startsWith('cliente ')),
    ).toBe(true);
    const totals = await read({ scope: toScope([unit]), may: { ...SEES_ALL, export_rows: false } });
    expect(totals.map(({ name }) => name)).not.toContain('Filas');
    const split = totals.find(({ name }) => name === 'Agencia')!;
    expect(split.rows.slice(1).map((row) => row[0])).toEqual([unit]);
  });
});

describe('what came after', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld('tiny');
  }, 60_000);
  afterAll(() => world.close());

  it('says what the file of July changed in June', async () => {
    const { institution, folder } = world;
    const header = 'Requerimiento;Proceso;Agencia;Ejecutivo;Cliente;Ingreso;Cierre;Estado';
    const write = (name: string, lines: readonly string[]) => {
      const path = join(folder, name);
      writeFileSync(path, `${[header, ...lines].join('\n')}\n`);
      return path;
    };
    const opened = (id: number, closed: string) =>
      `Z-${id};actualizacion-datos;Quito;Ana Mora;C-${id};2012-06-1${id} 09:00;${closed};${closed === '' ? 'pendiente' : 'cerrado'}`;
    const june = await bring(
      institution,
      'requests',
      write('junio.csv', [opened(1, '2012-06-12 09:00'), opened(2, ''), opened(3, '')]),
    );
    expect(await rememberFigures(institution, { kind: 'import', imports: [june.record!.id] })).toContain(
      '2012-06',
    );
    expect((await viewSheet(institution, ask({ period: '2012-06' }))).changes).toEqual([]);
    const july = await bring(institution, 'requests', write('julio.csv', [opened(2, '2012-07-05 09:00')]));
    expect(await rememberFigures(institution, { kind: 'import', imports: [july.record!.id] })).toEqual([
      '2012-06',
    ]);
    const view = await viewSheet(institution, ask({ period: '2012-06' }));
    expect(view.changes).toHaveLength(1);
    expect(view.changes[0]).toMatchObject({
      file: 'julio.csv',
      closed: 1,
      before: { n: 1 },
      after: { n: 2 },
    });
    expect(view.changes[0]!.text).toBe(
      'Desde el último corte: 1 caso de junio de 2012 que estaba abierto se cerró con el archivo julio.csv del 15 de julio de 2012; el resultado pasó de 24 h a 288 h; casos contados: de 1 a 2.',
    );
    // A file that changes nothing leaves no trace.
    const again = await bring(institution, 'requests', write('otra.csv', [opened(1, '2012-06-12 09:00')]));
    expect(await rememberFigures(institution, { kind: 'import', imports: [again.record!.id] })).toEqual([]);
    const page = await pageRows(institution, {
      ...ask({ period: '2012-06' }),
      sees_people: true,
      dataset: null,
      state: 'all',
      key_has: 'z-2',
      order: { by: 'date', descending: false },
      offset: 0,
      limit: 10,
    });
    expect(page.total).toBe(1);
    const { seq, row } = page.rows[0]!.source!;
    const found = await locateFact(institution, {
      ...ask({ period: '2012-06' }),
      sees_people: true,
      dataset: null,
      seq,
      row,
    });
    expect(found).toMatchObject({ file: 'julio.csv', line: 2 });
    expect(found.versions.map(({ file }) => file)).toEqual(['junio.csv', 'julio.csv']);
    expect(found.versions[1]!.changed.map(({ column }) => column).sort()).toEqual(['closed_at', 'status']);
  });

  it('keeps every version of a sheet and says which field changed', async () => {
    const { institution } = world;
    expect(rememberDefinitions(institution)).toContain(DEADLINE);
    expect(rememberDefinitions(institution)).toEqual([]);
    const sheets = new Map(institution.content.catalogue.sheets);
    const sheet = sheets.get(DEADLINE)!;
    const [standard] = sheet.standards;
    sheets.set(DEADLINE, { ...sheet, version: 2, standards: [{ ...standard!, limit: '24 h' }] });
    const changed = {
      ...institution,
      content: { ...institution.content, catalogue: { ...institution.content.catalogue, sheets } },
    };
    expect(rememberDefinitions(changed)).toEqual([DEADLINE]);
    const { definitions } = await viewSheet(institution, ask({ period: '2011-06' }));
    expect(definitions).toHaveLength(2);
    expect(definitions[0]!.changes).toEqual([
      { label: 'Versión de la ficha', field: 'version', path: 'version', from: '1', to: '2' },
      {
        label: 'Estándar 1: límite',
        field: 'standards',
        path: 'standards 1 limit',
        from: '48 h',
        to: '24 h',
      },
    ]);
  });

  it('notices by itself what is new, once', async () => {
    const { institution, folder } = world;
    const remember = toRememberer();
    expect((await remember(institution)).length).toBeGreaterThan(0);
    expect(await remember(institution)).toEqual([]);
    const path = join(folder, 'mayo.csv');
    writeFileSync(
      path,
      'Requerimiento;Proceso;Agencia;Ejecutivo;Ingreso;Cierre;Estado\nY-1;actualizacion-datos;Quito;Ana Mora;2012-05-13 09:00;2012-05-14 09:00;cerrado\n',
    );
    const { record } = await bring(institution, 'requests', path);
    expect(await toRememberer()(institution)).toEqual(['2012-05']);
    await undoImport(institution, record!.id, 'prueba');
    expect(await remember(institution)).toEqual(['2012-05']);
    const { changes } = await viewSheet(institution, ask({ period: '2012-05' }));
    expect(changes.map(({ cause, after }) => [cause, after.n])).toEqual([['undo', 0]]);
    expect(changes[0]!.text).toContain('una importación deshecha');
  });
});

describe('the sheet over the wire', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ world: 'tiny', clock: () => '2011-07-15T15:00:00Z' });
  }, 60_000);
  afterAll(() => server.stop());
  const base = `get /api/indicators/${DEADLINE}` as const;

  it('answers each role with what it may see, and nothing else', async () => {
    const analyst = await server.as('analyst');
    const supervisor = await server.as('supervisor');
    const management = await server.as('management');
    const auditor = await server.as('auditor');
    const whole = await analyst.call(`${base}/sheet?period=2011-06`);
    expect(whole.status).toBe(200);
    expect(whole.body.may).toEqual({ rows: true, people: true, sql: true, export_rows: true });
    const units = whole.body.breakdowns[0].rows.map(({ value }: { value: string }) => value);
    const own = await supervisor.call(`${base}/sheet?period=2011-06`);
    expect(own.body.breakdowns[0].rows).toHaveLength(1);
    const [mine] = own.body.filters;
    const other = units.find((unit: string) => unit !== mine.value);
    expect(other).toBeDefined();
    for (const path of ['sheet', 'rows', 'sample', 'xlsx'])
      expect((await supervisor.call(`${base}/${path}?period=2011-06&unit=${other}`)).status).toBe(403);
    expect((await supervisor.call(`${base}/sql?period=2011-06`)).status).toBe(403);
    expect((await management.call(`${base}/rows?period=2011-06`)).status).toBe(403);
    expect((await auditor.call(`${base}/sql?period=2011-06`)).body.statements.length).toBeGreaterThan(0);
    expect((await (await server.as(null)).call(`${base}/sheet?period=2011-06`)).status).toBe(401);
    expect((await analyst.call(`${base}/breakdown?period=2011-06&by=channel`)).status).toBe(200);
    expect((await analyst.call(`${base}/breakdown?period=2011-06&by=client`)).status).toBe(422);
  });

  it('gives rows, their place, and who is behind them only with a reason', async () => {
    const auditor = await server.as('auditor');
    const analyst = await server.as('analyst');
    const { body } = await auditor.call(`${base}/rows?period=2011-06&size=1`);
    const { seq, row } = body.rows[0].source;
    const place = await auditor.call(`${base}/rows/place?period=2011-06&seq=${seq}&row=${row}`);
    expect(place.body.line).toBeGreaterThan(1);
    const reveal = `post /api/indicators/${DEADLINE}/rows/reveal` as const;
    const sent = { body: { period: '2011-06', seq, row, reason: 'muestra de auditoría 7' } };
    expect((await analyst.call(reveal, sent)).status).toBe(403);
    expect((await auditor.call(reveal, { body: { ...sent.body, reason: '' } })).status).toBe(422);
    expect((await auditor.call(reveal, sent)).status).toBe(200);
    const trail = await auditor.call('get /api/audit/trail');
    expect(JSON.stringify(trail.body)).toContain('muestra de auditoría 7');
    const book = await analyst.call(`${base}/xlsx?period=2011-06`);
    expect(book.response.headers.get('content-type')).toContain('spreadsheetml');
    expect(JSON.stringify((await auditor.call('get /api/audit/trail')).body)).toContain('Excel con filas');
  });
});
