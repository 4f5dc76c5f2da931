import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RAW_STEPS, verifyRaw } from '../../../src/facts/index.ts';
import { LEDGER_STEPS, openLedger } from '../../../src/ledger/index.ts';
import { QUARANTINED } from './draft.ts';
import { makeFolder } from './make-folder.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');
const clock = (): string => '2011-07-01T09:00:00Z';
let folder = '';
beforeEach(() => {
  folder = makeFolder('kill');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const toAcks = (output: string): string[] =>
  [...output.matchAll(/^ack (\S+) \S+\n/gm)].map(([, id]) => id ?? '');

/** Opens what the killed writer left and holds it against what it had acknowledged; returns the ids found. */
async function expectWhole(acked: readonly string[]): Promise<string[]> {
  const started = performance.now();
  const ledger = openLedger(folder, clock);
  expect(performance.now() - started).toBeLessThan(5000);
  const imports = ledger.listImports();
  expect(ledger.verifyChain().findings).toEqual([]);
  expect(ledger.quarantineOf()).toHaveLength(imports.length * QUARANTINED);
  ledger.close();
  const ids = imports.map(({ id }) => id);
  expect(acked.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(imports.map(({ file_name }) => file_name)).size).toBe(imports.length);
  const raw = await verifyRaw(
    folder,
    imports.map(({ raw_sha256 }) => raw_sha256),
  );
  expect(raw).toEqual({ missing: [], corrupt: [] });
  return ids;
}

it.each([...RAW_STEPS, ...LEDGER_STEPS])('killed at %s of the second import', async (step) => {
  // Opening a new folder writes too, but the writer counts the steps of its imports only.
  const { stdout, signal } = spawnSync('node', [WRITER, folder, 'k', '2', step, '2'], { encoding: 'utf8' });
  expect(signal).toBe('SIGKILL');
  const acked = toAcks(stdout);
  expect(acked).toHaveLength(1);
  const ids = await expectWhole(acked);
  const committed = LEDGER_STEPS.indexOf('ledger-committed');
  const place = (LEDGER_STEPS as readonly string[]).indexOf(step);
  expect(ids).toHaveLength(place >= committed ? 2 : 1);
});

const KILLS = Number(process.env['CIRCUITO_KILLS'] ?? 8);
it(`killed ${KILLS} times at any moment loses nothing it acknowledged`, {
  timeout: 30_000 + KILLS * 2000,
}, async () => {
  const acked: string[] = [];
  let seed = 2011;
  for (let kill = 0; kill < KILLS; kill += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const delay = (seed / 2 ** 32) * 120;
    const output = await new Promise<string>((resolve) => {
      const child = spawn('node', [WRITER, folder, `r${kill}`, '100000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        if (text === '') setTimeout(() => child.kill('SIGKILL'), delay);
        text += part;
      });
      child.on('close', () => resolve(text));
    });
    acked.push(...toAcks(output));
    await expectWhole(acked);
  }
  expect(acked.length).toBeGreaterThan(KILLS);
});

it('leaves no lock behind when killed, and refuses a second program while alive', {
  timeout: 20_000,
}, async () => {
  for (let round = 0; round < 2; round += 1) {
    const child = spawn('node', [WRITER, folder, `l${round}`, '100000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const started = performance.now();
    expect(() => openLedger(folder, clock)).toThrow('folder-busy');
    expect(performance.now() - started).toBeLessThan(2000);
    child.kill('SIGKILL');
    await closed;
    openLedger(folder, clock).close();
  }
});
