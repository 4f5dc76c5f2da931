import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWizardFile } from '../trust/wizard-file.ts';
import { type Caller, startTestServer, type TestServer } from './start-server.ts';

const file = writeWizardFile();
let server: TestServer;
let analyst: Caller;
let imported: string;

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => '2011-07-05T14:00:00.000Z' });
  analyst = await server.as('analyst');
});
afterAll(() => server.stop());

interface Sheet {
  readonly id: string;
  readonly total: number;
  readonly rows: readonly {
    readonly key: string;
    readonly import: string;
    readonly cells: readonly string[];
  }[];
}
/** The grid with the rows of the file. */
const findSheet = (sheets: readonly Sheet[]): Sheet =>
  sheets.find(({ rows }) => rows.some((row) => row.import === imported))!;

const CODES = {
  process: {
    '0451 MANT DATOS CLIENTE': 'actualizacion-datos',
    '0512 EMISIÓN PIN': 'entrega-pin',
    '0533 AFIL DÉB AUT': 'debito-automatico',
  },
  status: { 'TERM.': 'cerrado' },
};

describe('a file brought over the wire', () => {
  it('goes from upload to published: inspected, corrected, tried, over the limit with a reason', async () => {
    const { body: draft } = await analyst.call('post /api/drafts', { file: file.bytes, name: 'junio.csv' });
    const path = `/api/drafts/${draft.id}` as const;
    const { body: seen } = await analyst.call(`post ${path}/inspect`, { body: {} });
    expect(seen).toMatchObject({ blocked: null, dataset: 'requests', layout: { records: 40 } });
    const mapping = {
      ...seen.mapping,
      columns: {
        ...seen.mapping.columns,
        client: 'NUM PERSONA',
        status: 'SIT OPER',
        handling_min: 'T GESTION',
      },
      codes: CODES,
    };
    const tried = await analyst.job(`post ${path}/try`, { body: { mapping } });
    expect(tried.result.counts).toMatchObject({ read: 40, accepted: 30, quarantined: 10 });
    // What is said on a screen names no option of the command line.
    expect(JSON.stringify(tried.result.groups)).not.toMatch(/--map|codes:/);
    const refused = await analyst.job(`post ${path}/publish`, { body: { mapping } });
    expect(refused.refusal.code).toBe('over-reject-limit');
    const done = await analyst.job(`post ${path}/publish`, { body: { mapping, reason: 'Se corrige hoy' } });
    expect(done).toMatchObject({ state: 'done', result: { entered: 30, already: false } });
    imported = done.result.import;
    const { body: list } = await analyst.call('get /api/imports');
    expect(list.imports[0]).toMatchObject({ id: imported, open: 10, by_name: expect.stringMatching(/./) });
  });

  it('gives the file with its real names only to who may see identities, and says why', async () => {
    const path = `/api/imports/${imported}/file` as const;
    const why = `reason=${encodeURIComponent('Revisión de origen')}`;
    // Who loads sees people by their code: this file would tell them who they are.
    expect((await analyst.call(`get ${path}?${why}`)).status).toBe(403);
    const auditor = await server.as('auditor');
    expect((await auditor.call(`get ${path}`)).body.refused.code).toBe('reason-too-short');
    expect((await auditor.call(`get ${path}?reason=ver`)).body.refused.code).toBe('reason-too-short');
    const { response } = await auditor.call(`get ${path}?${why}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(file.bytes)).toBe(true);
    const { body } = await auditor.call('get /api/audit/trail?kind=exported');
    expect(body.deeds[0].sentence).toContain('motivo: Revisión de origen');
  });

  it('shows a supervisor no file of other units', async () => {
    const supervisor = await server.as('supervisor');
    expect((await supervisor.call('get /api/imports')).body).toMatchObject({ imports: [], in_force: 0 });
    expect((await supervisor.call(`get /api/imports/${imported}`)).body.refused.code).toBe(
      'import-not-found',
    );
  });

  it('corrects rows in place and by the file that was downloaded', async () => {
    const { body } = await analyst.call('get /api/corrections');
    const sheet = findSheet(body.sheets);
    expect(sheet.total).toBe(10);
    const row = sheet.rows[6]!;
    const cells = row.cells.map((cell) => (cell === 'doce' ? '12' : cell));
    const saved = await analyst.call(`post /api/corrections/${sheet.id}`, {
      body: { rows: [{ key: row.key, cells }] },
    });
    expect(saved.body).toMatchObject({ brought: 1, corrected: 1, still: [] });
    const { body: left } = await analyst.call('get /api/corrections');
    const rest = findSheet(left.sheets);
    const { response } = await analyst.call(`get /api/corrections/${rest.id}/file?format=csv`);
    const text = await response.text();
    const mended = text.replace('31/06/2011', '30/05/2011').replace('30/05/2011;09:30', '11/06/2011;09:30');
    const back = await analyst.call('post /api/datasets/requests/corrections', {
      file: Buffer.from(mended),
      name: 'por-corregir-requests.csv',
    });
    expect(back.body).toMatchObject({ brought: 9, corrected: 2 });
  });

  it('is undone only once somebody else approves', async () => {
    const asked = await analyst.job(`post /api/imports/${imported}/undo`, {
      body: { reason: 'Archivo equivocado' },
    });
    expect(asked.result).toMatchObject({ import: imported, undone: false });
    const { body: waiting } = await analyst.call(`get /api/imports/${imported}`);
    expect(waiting).toMatchObject({ undone_at: null, undo: { reason: 'Archivo equivocado' } });
    const owner = await server.as('process-owner');
    const decided = await owner.job(`post /api/imports/${imported}/undo/decide`, {
      body: { approve: true, reason: 'De acuerdo' },
    });
    expect(decided.result).toMatchObject({ undone: true });
    const { body: after } = await analyst.call(`get /api/imports/${imported}`);
    expect(after).toMatchObject({ undo: null, undo_reason: 'Archivo equivocado' });
  });

  it('keeps a supervisor to her units and others out', async () => {
    const supervisor = await server.as('supervisor');
    const { body: draft } = await supervisor.call('post /api/drafts', { file: file.bytes, name: 'mia.csv' });
    const { body: seen } = await supervisor.call(`post /api/drafts/${draft.id}/inspect`, { body: {} });
    const tried = await supervisor.job(`post /api/drafts/${draft.id}/try`, {
      body: { mapping: { ...seen.mapping, codes: CODES } },
    });
    expect(tried.refusal).toMatchObject({ code: 'rows-of-other-units', params: { n: 40 } });
    expect((await analyst.call(`post /api/drafts/${draft.id}/inspect`, { body: {} })).status).toBe(404);
    expect((await supervisor.call(`get /api/imports/${imported}/file`)).status).toBe(403);
    const auditor = await server.as('auditor');
    expect((await auditor.call('post /api/drafts', { file: file.bytes, name: 'x.csv' })).status).toBe(403);
  });
});
