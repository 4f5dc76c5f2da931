import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyRaw } from '../../../src/facts/index.ts';
import { openLedger } from '../../../src/ledger/index.ts';
import { makeFolder } from './make-folder.ts';
import { readTrace, STRACE } from './read-trace.ts';
import { CUTS, SimulatedDisk } from './simulated-disk.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');
const IMPORTS = Number(process.env['CIRCUITO_CUT_IMPORTS'] ?? 3);
const root = makeFolder('cut');
const clock = (): string => '2011-07-01T09:00:00Z';
afterAll(() => rmSync(root, { recursive: true, force: true }));

const possible = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;
if (!possible) console.warn('power cut: not tried, strace is not installed here or may not trace');

describe('a disk that keeps only what was fsynced', () => {
  it('loses what was not synced, names and bytes, and keeps what was', () => {
    const disk = new SimulatedDisk('/d');
    const write = (data: string): void =>
      disk.take({ kind: 'write', fd: 3, data: Buffer.from(data), offset: null });
    disk.take({ kind: 'open', fd: 3, path: '/d/a', truncate: true });
    write('uno');
    disk.take({ kind: 'sync', fd: 3 });
    write(' dos');
    const target = join(root, 'small');
    const left = (name: string): string | undefined => {
      try {
        return readFileSync(join(target, name), 'utf8');
      } catch {
        return undefined;
      } finally {
        rmSync(target, { recursive: true, force: true });
      }
    };
    disk.writeAfterCut(target, 'none', () => 0);
    expect(left('a')).toBeUndefined();
    disk.take({ kind: 'open', fd: 4, path: '/d', truncate: false });
    disk.take({ kind: 'sync', fd: 4 });
    disk.writeAfterCut(target, 'none', () => 0);
    expect(left('a')).toBe('uno');
    disk.take({ kind: 'rename', from: '/d/a', to: '/d/b' });
    disk.writeAfterCut(target, 'none', () => 0);
    expect(left('a')).toBe('uno');
    disk.writeAfterCut(target, 'all', () => 0);
    expect(left('b')).toBe('uno dos');
  });
});

describe.skipIf(!possible)('a power cut', () => {
  it('at any fsync and any acknowledgement loses nothing acknowledged', { timeout: 60_000 }, async () => {
    const base = join(root, 'base');
    const trace = join(root, 'trace');
    spawnSync('mkdir', [base]);
    const run = spawnSync(
      'strace',
      [...STRACE, '-o', trace, 'node', WRITER, join(base, 'datos'), 'c', String(IMPORTS)],
      {
        encoding: 'utf8',
      },
    );
    expect([run.status, run.stderr]).toEqual([0, '']);
    const events = readTrace(readFileSync(trace, 'latin1'));

    let seed = 2011;
    const random = (): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    };
    const disk = new SimulatedDisk(base);
    const acked: string[] = [];
    const wrong: string[] = [];
    let cuts = 0;
    const cutHere = async (place: string): Promise<void> => {
      for (const cut of CUTS) {
        const target = join(root, 'after');
        disk.writeAfterCut(target, cut, random);
        const folder = join(target, 'datos');
        cuts += 1;
        try {
          const ledger = openLedger(folder, clock);
          const imports = ledger.listImports();
          const { findings } = ledger.verifyChain();
          ledger.close();
          const ids = new Set(imports.map(({ id }) => id));
          const lost = acked.filter((id) => !ids.has(id));
          const raw = await verifyRaw(
            folder,
            imports.map(({ raw_sha256 }) => raw_sha256),
          );
          const faults = [...lost, ...findings, ...raw.missing, ...raw.corrupt];
          if (faults.length > 0) wrong.push(`${place} ${cut}: ${JSON.stringify(faults)}`);
        } catch (error) {
          wrong.push(`${place} ${cut}: ${String(error)}`);
        }
        rmSync(target, { recursive: true, force: true });
      }
    };
    for (const [index, event] of events.entries()) {
      if (event.kind === 'sync') await cutHere(`before event ${index}`);
      disk.take(event);
      if (event.kind !== 'write' || event.fd !== 1) continue;
      acked.push(...[...event.data.toString().matchAll(/^ack (\S+)/gm)].map(([, id]) => id ?? ''));
      await cutHere(`after acknowledgement ${acked.length}`);
    }
    await cutHere('at the end');
    expect(wrong).toEqual([]);
    expect(acked).toHaveLength(IMPORTS);
    expect(cuts).toBeGreaterThan(IMPORTS * CUTS.length * 4);
  });
});
