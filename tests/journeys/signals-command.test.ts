import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERYTHING } from '../../src/kernel/index.ts';
import {
  findSignals,
  openInstitution,
  SEES_ALL,
  syncFacts,
  toFigureCache,
  viewSheet,
} from '../../src/usecases/index.ts';
import { bring } from './open-world.ts';
import { runCli } from './run-cli.ts';

/** One automatic debit a month, by hours; its limit is 24 h. */
const HOURS = [24, 30, 26, 20, 28, 24, 22, 26, 24, 60];
/** Statements a month: sent and delivered. */
const SENT: readonly (readonly [number, number])[] = [
  [100, 90],
  [100, 92],
  [100, 88],
  [100, 91],
  [100, 90],
  [100, 89],
  [25, 20],
];
const DEBIT = 'plazo-debito-automatico';
const month = (index: number) => `2011-${String(index + 1).padStart(2, '0')}`;

const PORTS = { clock: () => '2012-02-15T08:00:00Z', progress: () => undefined, step: () => undefined };
const ASK = { period: '2012-01', unit: null, scope: EVERYTHING, who: null, today: '2012-02-15' };
const SHEET = {
  indicator: 'plazo-debito-automatico',
  as_of: null,
  filters: [],
  scope: EVERYTHING,
  may: SEES_ALL,
  language: 'es',
} as const;

/** An institution with so many months of debits far inside their standard; its own sheet names what is watched. */
async function openSmall(folder: string, months: number) {
  const own = join(folder, 'packs', 'propio', 'indicators');
  await mkdir(own, { recursive: true });
  const shipped = join(
    import.meta.dirname,
    '../../packs/tarjetas-de-credito/indicators/plazo-debito-automatico.yaml',
  );
  const sheet = await readFile(shipped, 'utf8');
  await writeFile(
    join(own, 'plazo-debito-automatico.yaml'),
    `${sheet}replaces: true\nwatch: [unit, process]\nleading: tiempo-entrega-pin\n`,
  );
  await writeFile(
    join(folder, 'packs', 'propio', 'pack.yaml'),
    'pack: propio\nversion: 1\nname: Propio\nlicence: propia\nsource: propia\nrequires: [base, tarjetas-de-credito]\n',
  );
  const rows = Array.from({ length: months }, (_, index) => {
    const open = new Date(Date.UTC(2011, index, 3, 10));
    const close = new Date(Date.UTC(2011, index, 3, 18 + 2 * (index % 3)));
    const print = (at: Date) => at.toISOString().slice(0, 16).replace('T', ' ');
    return `D${index},debito-automatico,norte,${print(open)},${print(close)},cerrado`;
  });
  const file = join(folder, 'debitos.csv');
  await writeFile(file, ['request_id,process,unit,opened_at,closed_at,status', ...rows, ''].join('\n'));
  const institution = await openInstitution(folder, PORTS);
  await syncFacts(institution);
  await bring(institution, 'requests', file);
  return { institution, close: () => institution.close() };
}

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'circuito-signals-'));
  const debits = HOURS.map((hours, index) => {
    const close = new Date(Date.UTC(2011, index, 1, hours)).toISOString();
    return `D${index},debito-automatico,norte,${month(index)}-01 00:00,${close.slice(0, 10)} ${close.slice(11, 16)},cerrado`;
  });
  await writeFile(
    join(root, 'requests.csv'),
    ['request_id,process,unit,opened_at,closed_at,status', ...debits, ''].join('\n'),
  );
  const statements = SENT.flatMap(([sent, ok], index) => [
    `E${index}a,${month(index)}-05 10:00,norte,si,${ok}`,
    `E${index}b,${month(index)}-05 10:00,norte,no,${sent - ok}`,
  ]);
  await writeFile(
    join(root, 'deliveries.csv'),
    ['delivery_id,issued_at,unit,delivered,quantity', ...statements, ''].join('\n'),
  );
  const institution = await openInstitution(join(root, 'datos'), PORTS);
  await syncFacts(institution);
  for (const dataset of ['requests', 'deliveries'])
    await bring(institution, dataset, join(root, `${dataset}.csv`));
  institution.close();
}, 60_000);
afterAll(() => rm(root, { recursive: true, force: true }));

const run = (...args: string[]) => runCli(root, ['signals', ...args, '--data', 'datos']);

test('limits of times by moving ranges, as added up by hand', async () => {
  const { code, out } = await run('--indicator', DEBIT, '--from', '2011-01', '--to', '2011-10', '--json');
  expect(code).toBe(0);
  const { unit, series } = JSON.parse(out);
  const [whole] = series;
  expect([unit, series.length, whole.method]).toEqual(['ratio', 1, 'xmr']);
  expect(whole.points.map(({ value }: { value: number }) => value * 24)).toEqual(HOURS);
  // 284 h in ten months; moving ranges 6 4 6 8 4 2 4 2 36 add up to 72 in nine; 3 / (2/√π) = 2.658680776358273.
  expect(whole.centre * 24).toBeCloseTo(28.4, 12);
  expect(whole.mean_moving_range * 24).toBeCloseTo(8, 12);
  expect(whole.upper * 24).toBeCloseTo(28.4 + 8 * 2.658680776358273, 9);
  expect(whole.lower * 24).toBeCloseTo(28.4 - 8 * 2.658680776358273, 9);
  expect(whole.points.map(({ rules }: { rules: string[] }) => rules)).toEqual([
    ...HOURS.slice(1).map(() => []),
    ['outside'],
  ]);
  expect(whole).toMatchObject({ baseline_points: 10, provisional_limits: true, missing_points: 0 });
  expect(whole.sentence.es).toMatch(/^60 h en octubre de 2011, por encima de lo habitual/);
});

test('limits of shares by the n of each month, by unit, and the same for a person', async () => {
  const asked = ['--indicator', 'efectividad-actualizacion-datos', '--from', '2011-01', '--to', '2011-07'];
  const { out } = await run(...asked, '--by', 'agencia', '--json');
  const { by, series } = JSON.parse(out);
  const [norte] = series;
  expect([by, norte.dimensions, norte.method]).toEqual([['unit'], { unit: 'norte' }, 'p']);
  // 560 of 625 delivered; 3·√(0.896·0.104/100) = 0.0915780…, and twice that with 25.
  const reach = 3 * Math.sqrt((0.896 * 0.104) / 100);
  expect(norte.centre).toBeCloseTo(0.896, 12);
  expect(norte.points[0].upper).toBeCloseTo(0.896 + reach, 12);
  expect(norte.points[0].lower).toBeCloseTo(0.896 - reach, 12);
  expect(norte.points[6].lower).toBeCloseTo(0.896 - 2 * reach, 12);
  expect(norte.points[6].upper).toBeNull();
  const { code, out: printed } = await run(...asked);
  expect(code).toBe(0);
  expect(printed).toContain('Efectividad de la actualización de datos');
  expect(printed).toMatch(/2011-07 +80 % +25 +71,28 %/);
});

test('a standard met with ease for a year is proposed for review, and a sheet says what leads it', async () => {
  const folder = join(root, 'holgado');
  const { institution, close } = await openSmall(folder, 13);
  try {
    const view = await findSignals(institution, { cache: toFigureCache(), version: 1 }, ASK);
    // 8 to 12 h of 24: its upper usual limit is far inside.
    expect(view.easy.map(({ id }) => id)).toEqual(['plazo-debito-automatico']);
    expect(view.easy[0]!.sentence.es).toMatch(
      /^Cumple desde hace 12 meses y lo habitual \(.*\) queda dentro/,
    );
    expect(view.today).toEqual([]);
    // Watched by service besides the unit: the whole, norte, and its service.
    const own = view.standings.find(({ standing }) => standing === 'stable-met')!;
    expect([own.indicators.length, own.parts]).toEqual([1, 2]);
    const sheet = await viewSheet(institution, { ...SHEET, period: '2012-01' });
    expect(sheet.leading).toMatchObject({ id: 'tiempo-entrega-pin' });
    expect(sheet.leading!.text).toContain('Todavía no tiene límites habituales');
  } finally {
    close();
  }
});
