import { spawnSync } from 'node:child_process';
import {
  appendFile,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/kernel/index.ts';
import {
  importFile,
  type Institution,
  measureIndicators,
  restoreInstitution,
  verifyInstitution,
} from '../../src/usecases/index.ts';
import { type Caller, startTestServer, type TestServer } from '../journeys/start-server.ts';

const CLI = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

let base: string;
let server: TestServer;
let administrator: Caller;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'circuito-copy-'));
  server = await startTestServer({ world: 'tiny', folder: join(base, 'datos') });
  administrator = await server.as('administrator');
});
afterAll(async () => {
  await server.stop();
  await rm(base, { recursive: true, force: true });
});

const measure = (institution: Institution) =>
  measureIndicators(institution, { period: '2011-06', indicators: [], by: ['unit'], as_of: null }).then(
    ({ measurements }) => measurements,
  );
const refusedBy = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? { code: error.code, ...error.params } : error),
  );

let files = 0;
async function bringUnits(institution: Institution): Promise<void> {
  files += 1;
  const file = join(base, `unidades-${files}.csv`);
  await writeFile(file, `Agencia;Zona\nnueva ${files};sierra\n`);
  const how = { map: null, dates: null, dry_run: false, mask: false, control: { rows: null, sums: [] } };
  await importFile(institution, { dataset: 'units', file, ...how });
}

let copy = '';

describe('a backup', () => {
  it('is made while others write and read, and restored elsewhere is the same to the last digit', async () => {
    const { host } = server;
    const before = await host.read(measure);
    let over = false;
    const sessions: number[] = [];
    const signing = async (): Promise<void> => {
      while (!over) sessions.push((await server.as('executive')).cookie.length);
    };
    const reading = async (): Promise<void> => {
      while (!over) expect(await host.read(measure)).toEqual(before);
    };
    const busy = [signing(), reading(), reading()];
    const made = administrator.job('post /api/backups');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const later = host.write(bringUnits);
    const { state, result } = await made;
    over = true;
    await Promise.all([...busy, later]);
    expect(state).toBe('done');
    expect(sessions.length).toBeGreaterThan(0);
    copy = join(server.folder, 'copias', result.name);
    const { body } = await administrator.call('get /api/backups');
    expect(body).toMatchObject({ beside_data: true, backups: [result] });
    expect((await stat(copy)).mode & 0o077).toBe(0);

    const elsewhere = join(base, 'otra');
    const manifest = await restoreInstitution(copy, elsewhere);
    const restored = await startTestServer({ world: null, folder: elsewhere });
    try {
      expect(await restored.host.read(measure)).toEqual(before);
      const report = await restored.host.write(verifyInstitution);
      expect(report.problems).toEqual([]);
      const { ledger } = restored.host.current();
      // The chain goes on from where it was when the copy was made, and nothing before it changed.
      const at = ledger.trail.list({ before: manifest.ledger_entries + 1, limit: 1 })[0];
      const [original] = host.current().ledger.trail.list({ before: manifest.ledger_entries + 1, limit: 1 });
      expect([at?.seq, at?.digest]).toEqual([manifest.ledger_entries, manifest.ledger_head]);
      expect(original?.digest).toBe(manifest.ledger_head);
      expect(ledger.listImports()).toEqual(
        host
          .current()
          .ledger.listImports()
          .filter(({ seq }) => seq <= ledger.countImports().last),
      );
    } finally {
      await restored.stop();
    }
    const [told] = host.current().ledger.trail.list({ kind: 'backed-up', limit: 1 });
    expect(told?.actor).toBe((await administrator.call('get /api/me')).body.person.id);
  });

  it('that was damaged is told by its file, and nothing of it is restored', async () => {
    const check = () => administrator.job(`post /api/backups/${copy.split('/').at(-1)!}/check`);
    expect((await check()).result).toMatchObject({ sound: true, wrong: [] });
    const target = join(base, 'danada');
    const files = JSON.parse(await readFile(join(copy, 'copia.json'), 'utf8')).files as { path: string }[];
    const raw = files.map(({ path }) => path).find((path) => path.startsWith('raw/'))!;
    const spoil: readonly [string, () => Promise<unknown>][] = [
      [raw, () => appendFile(join(copy, raw), ' ')],
      ['ledger.db', () => rename(join(copy, 'ledger.db'), join(base, 'ledger.db'))],
      ['packs/ajeno.yaml', () => writeFile(join(copy, 'packs', 'ajeno.yaml'), 'x')],
      ['packs/enlace', () => symlink('/etc', join(copy, 'packs', 'enlace'))],
      ['copia.json', () => writeFile(join(copy, 'copia.json'), '{"circuito":1')],
    ];
    await cp(copy, join(base, 'buena'), { recursive: true });
    for (const [path, damage] of spoil) {
      await damage();
      const found = await refusedBy(restoreInstitution(copy, target));
      expect(found, path).toEqual({ code: 'backup-damaged', folder: copy, files: [path] });
      await expect(stat(target)).rejects.toThrow('ENOENT');
      const told = path === 'copia.json' ? null : (await check()).result;
      expect(told === null || (told.sound === false && told.wrong.join() === path), path).toBe(true);
      await rm(copy, { recursive: true });
      await cp(join(base, 'buena'), copy, { recursive: true });
    }
    const away = await administrator.job('post /api/backups/copia-2011-01-01-0000/check');
    expect(away.refusal.code).toBe('backup-not-found');
    const outside = await administrator.job('post /api/backups/..%2fdatos/check');
    expect(outside.refusal.code).toBe('backup-not-found');
  });

  it('is nobody’s but the administrator’s to make', async () => {
    const analyst = await server.as('analyst');
    expect((await analyst.call('post /api/backups')).status).toBe(403);
    expect((await analyst.call('get /api/backups')).status).toBe(403);
  });

  it('killed in the middle leaves no folder under its name, and the next one goes well', async () => {
    const folder = join(base, 'sola');
    await restoreInstitution(join(base, 'buena'), folder);
    const out = join(base, 'a-medias');
    const run = (step: string | null) =>
      spawnSync(process.execPath, [CLI, 'backup', '--out', out, '--data', folder], {
        env: { ...process.env, ...(step !== null && { CIRCUITO_STOP_AT: step }) },
        encoding: 'utf8',
      });
    for (const step of ['backup-copy', 'backup-rename']) {
      expect(run(step).signal).toBe('SIGKILL');
      expect((await readdir(base)).filter((name) => name.startsWith('a-medias'))).toEqual([
        'a-medias.parcial',
      ]);
    }
    const whole = run(null);
    expect(whole.status).toBe(0);
    expect((await readdir(base)).filter((name) => name.startsWith('a-medias'))).toEqual(['a-medias']);
  });
});
