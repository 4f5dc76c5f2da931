import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING, type Person } from '../../src/kernel/index.ts';
import {
  correctRows,
  describeImport,
  discardDraft,
  inspectDraft,
  type Institution,
  keepDraft,
  listCorrections,
  listDrafts,
  listImports,
  listSavedMappings,
  locateFact,
  measureIndicators,
  offerSavedMapping,
  openInstitution,
  pageRows,
  printMonth,
  publishDraft,
  readTrail,
  syncFacts,
  tryDraft,
  viewProductivity,
} from '../../src/usecases/index.ts';
import { readPdfText } from '../journeys/read-pdf-text.ts';
import { writeWizardFile } from './wizard-file.ts';

const file = writeWizardFile();
const NO_CONTROL = { rows: null, sums: [] } as const;
const AUDITOR: Person = {
  id: 'aud',
  login: 'aud',
  name: 'Auditora',
  language: 'es',
  staff_name: null,
  grants: [{ role: 'auditor', units: null, processes: null, until: null }],
};
const ASKED = {
  indicator: 'tiempo-entrega-pin',
  period: '2011-06',
  as_of: null,
  filters: [],
  scope: EVERYTHING,
  sees_people: true,
  language: 'es',
  dataset: null,
  state: 'all',
  key_has: null,
  order: { by: 'date', descending: false },
  offset: 0,
  limit: 10,
} as const;
let root: string;
let institution: Institution;
let now = '2011-07-05T12:00:00Z';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'circuito-wizard-'));
  institution = await openInstitution(join(root, 'data'), {
    clock: () => now,
    progress: () => undefined,
    step: () => undefined,
  });
  await syncFacts(institution);
});
afterAll(async () => {
  institution.close();
  await rm(root, { recursive: true, force: true });
});

/** A file as the server hands it over: in a temporary place, under another name. */
async function drop(name: string, bytes: Buffer | string, by = 'ana') {
  const path = join(root, 'data', 'tmp', `upload-${name}`);
  await writeFile(path, bytes);
  return keepDraft(institution, { path, name, by });
}

const look = (draft: string, rest: Partial<Parameters<typeof inspectDraft>[1]> = {}) =>
  inspectDraft(institution, { draft, by: 'ana', dataset: null, layout: {}, mapping: null, ...rest });

const choose = (draft: string, mapping: NonNullable<Awaited<ReturnType<typeof look>>['mapping']>) => ({
  draft,
  by: 'ana',
  scope: EVERYTHING,
  mapping,
  mask: false,
  control: NO_CONTROL,
});

describe('a file with ten errors, from drop to published and corrected', () => {
  let draft: string;
  let mapping: NonNullable<Awaited<ReturnType<typeof look>>['mapping']>;

  it('tells what was detected and guesses the columns of a file that has none of our names', async () => {
    draft = (await drop('junio.csv', file.bytes)).id;
    const seen = await look(draft);
    expect(seen.blocked).toBeNull();
    expect(seen.layout.detected).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      header_line: 4,
      title_rows: 3,
      total_rows: 1,
    });
    expect(seen.layout.records).toBe(file.rows);
    expect(seen.layout.encodings.find(({ encoding }) => encoding === 'windows-1252')?.words).toContain(
      'Ñuño',
    );
    expect(seen.dataset).toBe('requests');
    const sources = Object.fromEntries(seen.columns.map(({ name, source }) => [name, source]));
    expect(sources).toMatchObject({
      request_id: 'SEC OPERACION',
      process: 'TRX',
      unit: 'OFIC',
      person: 'OPER',
      opened_at: { date: 'F PROC', time: 'H PROC' },
      closed_at: { date: 'F TERM', time: 'H TERM' },
    });
    // How often each value stands in the file, also those nobody was asked about.
    const understood = seen.understood.find(({ column }) => column === 'process')!;
    expect(understood.texts.reduce((sum, { n }) => sum + n, 0)).toBe(file.rows);
    const unknown = seen.unknown.find(({ column }) => column === 'process')!;
    expect(unknown.texts).toContainEqual({ text: '0533 AFIL DÉB AUT', proposal: 'debito-automatico' });
    // One word of three, or the name of all cards, is no reason to offer a code.
    const of = (text: string) => unknown.texts.find((one) => one.text.includes(text))?.proposal ?? null;
    expect([of('AVANCE SOBRE CUPO'), of('HABILITACI')]).toEqual([null, null]);
    // What nothing gives is offered the headers nothing uses, by their words and what they hold.
    const offers = seen.columns.filter(({ undecided }) => undecided).map(({ name, offer }) => [name, offer]);
    expect(Object.fromEntries(offers)).toMatchObject({
      client: 'NUM PERSONA',
      status: 'SIT OPER',
      handling_min: 'T GESTION',
      channel: null,
    });
    mapping = seen.mapping!;
    const lacks = { ...mapping, columns: { ...mapping.columns, channel: null } };
    const told = await look(draft, { mapping: lacks });
    expect(told.columns.find(({ name }) => name === 'channel')).toMatchObject({ undecided: false });
  });

  it('shows each planted error on its very cell once the person has said the rest', async () => {
    mapping = {
      ...mapping,
      columns: { ...mapping.columns, client: 'NUM PERSONA', status: 'SIT OPER', handling_min: 'T GESTION' },
      codes: {
        process: {
          '0451 MANT DATOS CLIENTE': 'actualizacion-datos',
          '0512 EMISIÓN PIN': 'entrega-pin',
          '0533 AFIL DÉB AUT': 'debito-automatico',
        },
        status: { 'TERM.': 'cerrado' },
      },
    };
    const seen = await look(draft, { mapping });
    expect(seen.ready).toBe(true);
    const wrong = seen.rows.filter(({ problems }) => problems.length > 0);
    const headers = seen.headers.map(({ name }) => name);
    const told = wrong.map(({ problems: [first] }) => ({
      code: first!.problem.code,
      header: first!.index === null ? null : headers[first!.index],
    }));
    expect(told).toEqual(file.planted.map(({ code, header }) => ({ code, header })));
    // Four lines of titles and header stand above the first row.
    expect(wrong.map(({ line }) => line)).toEqual(file.planted.map((_, index) => 4 + index * 4 + 2));
    expect(seen.rows[0]!.understood).toMatchObject({
      request_id: '00000-11',
      process: 'actualizacion-datos',
      unit: 'Matriz',
      opened_at: '2011-06-01 09:00',
      closed_at: '2011-06-02 08:30',
      handling_min: '4.25',
    });
  });

  it('keeps the draft and what was corrected for whoever reloads the page, and for nobody else', async () => {
    const [kept] = await listDrafts(institution, 'ana');
    expect(kept).toMatchObject({ id: draft, name: 'junio.csv', mapping });
    expect(await listDrafts(institution, 'luis')).toEqual([]);
    await expect(look(draft, { by: 'luis' })).rejects.toMatchObject({ code: 'draft-not-found' });
  });

  it('tries it without saving: every row accounted for, problems grouped, nothing kept', async () => {
    const tried = await tryDraft(institution, choose(draft, mapping));
    expect(tried.counts).toEqual({
      read: 40,
      accepted: 30,
      updated: 0,
      quarantined: 10,
      duplicate: 0,
      blank: 0,
    });
    expect(tried.groups.reduce((sum, { n }) => sum + n, 0)).toBe(10);
    expect(tried.months).toEqual([{ month: '2011-06', rows: 30 }]);
    expect(tried.over_limit).toBe(true);
    // Its own total says 237,50; without the cell that says «doce» the minutes read add up to 234,25.
    const [differs] = tried.warnings.filter(({ code }) => code === 'file-sum-differs');
    expect(differs).toMatchObject({
      where: { line: 45 },
      params: { text: '237,50', header: 'T GESTION', read: 234.25, than: 'more' },
    });
    expect(tried.rejected.map(({ cells, index }) => (index === null ? null : cells[index]))).toContain(
      'doce',
    );
    expect(institution.ledger.listImports()).toEqual([]);
  });

  it('publishes only with a reason over the limit of rows to correct, and says who, what and when', async () => {
    await expect(
      publishDraft(institution, { ...choose(draft, mapping), reason: null }),
    ).rejects.toMatchObject({
      code: 'over-reject-limit',
      params: { n: 10, records: 40, percent: 5 },
    });
    expect(institution.ledger.listImports()).toEqual([]);
    const reason = 'Se corrigen hoy mismo en pantalla';
    const published = await publishDraft(institution, { ...choose(draft, mapping), reason });
    expect(published).toMatchObject({ already: false, counts: { accepted: 30, quarantined: 10 } });
    expect(await listDrafts(institution, 'ana')).toEqual([]);
    const [line] = await listImports(institution, EVERYTHING);
    expect(line).toMatchObject({ id: published.import, file_name: 'junio.csv', open: 10 });
    const page = await describeImport(institution, EVERYTHING, published.import!);
    expect(page).toMatchObject({ reason, months: [{ month: '2011-06', rows: 30 }] });
    expect(page.indicators.map(({ id }) => id)).toContain('plazo-debito-automatico');
    // Of the ten, three are of PIN and one of nobody knows what: those alone may change its figure.
    const { measurements } = await measureIndicators(institution, {
      period: '2011-06',
      indicators: ['tiempo-entrega-pin'],
      by: [],
      as_of: null,
    });
    expect(measurements[0]!.warnings).toContainEqual({ code: 'rows-quarantined', params: { n: 4 } });
    // What a service usually takes needs its minutes, not a staff list, which nobody brought.
    const view = await viewProductivity(institution, { period: '2011-06', unit: null, scope: EVERYTHING });
    expect(view.usual?.services.map(({ n }) => n)).toEqual([11, 10, 9]);
    // The equivalence is the same thing a person would have written in a file.
    expect(page.yaml).toContain('0533 AFIL DÉB AUT: debito-automatico');
    expect(listSavedMappings(institution)).toMatchObject([
      { dataset: 'requests', used_by: [published.import] },
    ]);
  });

  it('corrects the rows in place: what is right enters, what is still wrong waits with its reason', async () => {
    const [sheet] = listCorrections(institution, EVERYTHING).sheets;
    expect(sheet!.total).toBe(10);
    expect(sheet!.rows.map(({ wrong }) => (wrong === null ? null : sheet!.columns[wrong]!.header))).toEqual(
      file.planted.map(({ header }) => header),
    );
    const ids = file.planted.map(({ id }) => id);
    // Six are corrected; in the seventh the person makes another mistake.
    const first = sheet!.rows.slice(0, 7).map(({ key }, index) => {
      const cells = [...file.right.get(ids[index]!)!];
      if (index === 6) cells[10] = 'trece';
      return { key, cells };
    });
    const half = await correctRows(institution, {
      sheet: sheet!.id,
      rows: first,
      scope: EVERYTHING,
      language: 'es',
    });
    expect(half).toMatchObject({ brought: 7, corrected: 6 });
    expect(half.still.map(({ code, params }) => [code, params['value']])).toEqual([
      ['unreadable-number', 'trece'],
    ]);

    const [rest] = listCorrections(institution, EVERYTHING).sheets;
    expect(rest!.total).toBe(4);
    const rows = rest!.rows.map(({ key, cells }) => {
      const id = file.planted.find((one) => one.id === cells[0])?.id ?? ids[7]!;
      return { key, cells: file.right.get(id)! };
    });
    const done = await correctRows(institution, { sheet: rest!.id, rows, scope: EVERYTHING, language: 'es' });
    expect(done).toMatchObject({ brought: 4, corrected: 4, still: [] });
    // Whoever undoes the file is told which others go on counting.
    const [origin] = institution.ledger.listImports().filter(({ counts }) => counts.quarantined >= 10);
    const page = await describeImport(institution, EVERYTHING, origin!.id);
    expect(page.corrected_in.map(({ rows }) => rows)).toEqual([7, 3]);
    expect(listCorrections(institution, EVERYTHING)).toEqual({ sheets: [], logs: [], total: 0 });
    await expect(
      correctRows(institution, { sheet: rest!.id, rows, scope: EVERYTHING, language: 'es' }),
    ).rejects.toMatchObject({ code: 'rows-corrected-already' });
  });

  it('says of a corrected row who corrected which cell of which line, on its row, its import, the log and paper', async () => {
    const [first, again] = institution.ledger.listImports().slice(-2);
    const original = { import: expect.stringMatching(/^requests-/) as string, file: 'junio.csv' };
    const page = await describeImport(institution, EVERYTHING, first!.id);
    expect(page.corrections_total).toBe(6);
    expect(page.corrections[4]).toMatchObject({
      ...original,
      line: 22,
      by: null,
      cells: [{ header: 'F TERM', from: null, to: file.right.get('00017-11')![7] }],
    });
    const rows = await pageRows(institution, { ...ASKED, key_has: '00025-11' });
    expect(rows.rows).toHaveLength(1);
    const { seq, row } = rows.rows[0]!.source!;
    const fact = await locateFact(institution, { ...ASKED, seq, row });
    // Corrected twice: the first time «trece» was written where a number goes.
    expect(fact.corrections).toMatchObject([
      { ...original, line: 30, by_name: null, cells: [{ header: 'T GESTION', from: 'doce', to: 'trece' }] },
      { import: first!.id, cells: [{ header: 'T GESTION', from: 'trece', to: '4,25' }] },
    ]);
    const { deeds } = readTrail(institution, AUDITOR, { kind: 'import' }, 'es');
    expect(deeds.map(({ sentence }) => sentence)).toEqual([
      `Una orden en la carpeta corrigió a mano 4 filas de junio.csv, ${first!.file_name} (${again!.file_name}: 4 entraron).`,
      `Una orden en la carpeta corrigió a mano 7 filas de junio.csv (${first!.file_name}: 6 entraron, 1 quedó por corregir).`,
      'Una orden en la carpeta importó junio.csv (40 filas: 30 entraron, 10 quedaron por corregir).',
    ]);
    const paper = await printMonth(
      institution,
      { period: '2011-06' },
      {
        scope: EVERYTHING,
        language: 'es',
        today: '2011-07-06',
        who: 'Ana',
      },
    );
    const text = readPdfText(paper.bytes).replace(/\s+/g, ' ');
    // All ten are of services that some indicator reads.
    expect(text).toContain('Corregidas a mano 10 filas del período');
  });

  it('ends with the verdict that anybody gets by hand', async () => {
    const { measurements } = await measureIndicators(institution, {
      period: '2011-06',
      indicators: ['plazo-debito-automatico'],
      by: [],
      as_of: null,
    });
    const hours = file.debit_hours.reduce((sum, value) => sum + value, 0);
    const [figure] = measurements;
    expect(figure).toMatchObject({ n: file.debit_hours.length, denominator: file.debit_hours.length * 24 });
    expect(figure!.numerator).toBeCloseTo(hours, 9);
    expect(figure!.verdict).toBe(hours <= file.debit_hours.length * 24 ? 'met' : 'not-met');
  });

  it('knows the next file by its header, until the equivalence is no longer offered', async () => {
    const july = Buffer.from(file.bytes.toString('latin1').replaceAll('/06/2011', '/07/2011'), 'latin1');
    now = '2011-08-04T12:00:00Z';
    const next = await drop('julio.csv', july);
    const seen = await look(next.id);
    expect(seen.saved).not.toBeNull();
    expect(seen.columns.find(({ name }) => name === 'handling_min')).toMatchObject({
      source: 'T GESTION',
      by: 'saved',
    });
    offerSavedMapping(institution, seen.saved!, false);
    expect((await look(next.id)).saved).toBeNull();
    await discardDraft(institution, next.id, 'ana');
    expect(await listDrafts(institution, 'ana')).toEqual([]);
  });
});

describe('what a file leaves open is asked, not guessed', () => {
  const lines = (rows: readonly string[]) =>
    ['Número de requerimiento;Proceso;Ingreso;Minutos', ...rows, ''].join('\r\n');

  it('gives both readings of a date and of a number, and takes the answer', async () => {
    const draft = await drop(
      'abierto.csv',
      lines(['A1;entrega-pin;03/04/2011;1.234', 'A2;entrega-pin;05/06/2011;2.500']),
    );
    const seen = await look(draft.id, { dataset: 'requests' });
    expect(seen.ready).toBe(false);
    const open = seen.columns.flatMap(({ name, open }) => (open ? [[name, open.code, open.params]] : []));
    expect(open).toMatchObject([
      ['opened_at', 'date-order-ambiguous', { dmy: '2011-04-03', mdy: '2011-03-04' }],
      ['handling_min', 'decimal-mark-ambiguous', { thousands: '1234', decimal: '1.234' }],
    ]);
    const told = await look(draft.id, {
      mapping: { ...seen.mapping!, dates: { opened_at: 'dmy' }, decimals: 'comma' },
    });
    expect(told.ready).toBe(true);
    expect(told.rows[0]!.understood).toMatchObject({ opened_at: '2011-04-03 00:00', handling_min: '1234' });
  });

  it('masks card numbers in what it shows, says which column, and keeps nothing but a masked copy', async () => {
    const draft = await drop(
      'tarjetas.csv',
      ['Número de requerimiento;Proceso;Ingreso;Nota', 'A1;entrega-pin;13/06/2011;4111111111111111', ''].join(
        '\n',
      ),
    );
    const seen = await look(draft.id, { dataset: 'requests' });
    expect(seen.cards.headers).toEqual(['Nota']);
    expect(JSON.stringify(seen)).not.toContain('4111111111111111');
    const choice = choose(draft.id, seen.mapping!);
    await expect(tryDraft(institution, choice)).rejects.toMatchObject({ code: 'card-numbers' });
    const masked = await tryDraft(institution, { ...choice, mask: true });
    expect(masked).toMatchObject({ masked: 1, counts: { accepted: 1 } });
    await discardDraft(institution, draft.id, 'ana');
  });

  it('shows the lines of a file that cannot be laid out, for the person to say how', async () => {
    const draft = await drop('lineas.csv', 'una cosa\r\notra cosa\r\ny otra\r\n');
    const seen = await look(draft.id);
    expect(seen.blocked?.code).toBeDefined();
    expect(seen.layout.top_lines.slice(0, 2)).toEqual(['una cosa', 'otra cosa']);
    expect(seen.datasets.length).toBeGreaterThan(5);
  });

  it('refuses a supervisor whose file has rows of other branches, with how many', async () => {
    const rows = [
      'A1;entrega-pin;13/06/2011;Norte',
      'A2;entrega-pin;13/06/2011;Sur',
      'A3;entrega-pin;14/06/2011;Sur',
    ];
    const draft = await drop('sur.csv', ['Nro. solicitud;Proceso;Ingreso;Agencia', ...rows, ''].join('\n'));
    const { mapping } = await look(draft.id, { dataset: 'requests' });
    const own = { units: ['Norte'], processes: null, staff_name: null };
    const choice = { ...choose(draft.id, mapping!), scope: own };
    await expect(tryDraft(institution, choice)).rejects.toMatchObject({
      code: 'rows-of-other-units',
      params: { n: 2, units: ['Sur'] },
    });
  });

  it('lets a draft go after a day', async () => {
    await drop('viejo.csv', lines(['A1;entrega-pin;13/04/2011;1']));
    now = '2011-08-06T12:00:00Z';
    await drop('nuevo.csv', lines(['A1;entrega-pin;13/04/2011;1']));
    expect((await listDrafts(institution, 'ana')).map(({ name }) => name)).toEqual(['nuevo.csv']);
  });
});
