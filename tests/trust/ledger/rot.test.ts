import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/kernel/index.ts';
import type { Ledger } from '../../../src/ledger/index.ts';
import { openLedger } from '../../../src/ledger/index.ts';
import { makeFolder } from './make-folder.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');
const clock = (): string => '2011-07-01T09:00:00Z';
const IMPORTS = 12;
let base = '';
const tried = (): string => join(base, 'tried');

const toContent = (ledger: Ledger): string =>
  JSON.stringify([ledger.listImports({ include_undone: true }), ledger.quarantineOf()]);

beforeAll(() => {
  base = makeFolder('rot');
  // One folder as a kill leaves it, everything still in the log; one as an orderly end leaves it.
  spawnSync('node', [WRITER, join(base, 'log'), 'r', '99', 'mark-written', String(IMPORTS)]);
  spawnSync('node', [WRITER, join(base, 'closed'), 'r', String(IMPORTS)]);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** `same`: opens, verifies and shows the same content. `told`: refused, or verification reports it. Else what differs in silence. */
function judge(source: string, damage: (folder: string) => void): 'same' | 'told' | 'silent' {
  cpSync(join(base, source), tried(), { recursive: true });
  const before = content.get(source);
  damage(tried());
  let ledger: Ledger | undefined;
  try {
    ledger = openLedger(tried(), clock);
    const { broken } = ledger.verifyChain();
    if (broken.length > 0) return 'told';
    return toContent(ledger) === before ? 'same' : 'silent';
  } catch (error) {
    if (error instanceof Refusal) return 'told';
    throw error;
  } finally {
    ledger?.close();
    rmSync(tried(), { recursive: true, force: true });
  }
}

const content = new Map<string, string>();
beforeAll(() => {
  for (const source of ['log', 'closed']) {
    cpSync(join(base, source), tried(), { recursive: true });
    const ledger = openLedger(tried(), clock);
    expect(ledger.listImports()).toHaveLength(IMPORTS);
    content.set(source, toContent(ledger));
    ledger.close();
    rmSync(tried(), { recursive: true, force: true });
  }
});

const FLIPS = Number(process.env['CIRCUITO_FLIPS'] ?? 60);

describe('damage', () => {
  it.each([
    ['closed', 'ledger.db'],
    ['log', 'ledger.db-wal'],
    ['log', 'ledger.mark'],
  ])(`a flipped bit in %s/%s is told or harmless`, { timeout: 30_000 + FLIPS * 200 }, (source, file) => {
    const path = join(base, source, file);
    const bits = statSync(path).size * 8;
    const outcomes = { same: 0, told: 0, silent: 0 };
    const silent: number[] = [];
    let seed = 7;
    for (let n = 0; n < FLIPS / 2; n += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const bit = Math.floor((seed / 2 ** 32) * bits);
      const outcome = judge(source, (folder) => {
        const bytes = readFileSync(join(folder, file));
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(join(folder, file), bytes);
      });
      outcomes[outcome] += 1;
      if (outcome === 'silent') silent.push(bit);
    }
    expect(silent).toEqual([]);
    expect(outcomes.told).toBeGreaterThan(0);
  });

  it.each([0, 0.3, 0.6, 0.9, 0.99])('a log cut at %d of its length is told', (share) => {
    const cut = (folder: string): void => {
      const path = join(folder, 'ledger.db-wal');
      truncateSync(path, Math.floor(statSync(path).size * share));
    };
    expect(judge('log', cut)).toBe('told');
  });

  it('a log or a database with a tail of zeros is told', () => {
    for (const [source, file] of [
      ['log', 'ledger.db-wal'],
      ['closed', 'ledger.db'],
    ] as const) {
      const zero = (folder: string): void => {
        const bytes = readFileSync(join(folder, file));
        writeFileSync(join(folder, file), bytes.fill(0, Math.floor(bytes.length * 0.7)));
      };
      expect(judge(source, zero)).toBe('told');
    }
  });

  it('a ledger without its log, without its database or without its mark is told', () => {
    for (const file of ['ledger.db-wal', 'ledger.db', 'ledger.mark']) {
      expect([file, judge('log', (folder) => rmSync(join(folder, file)))]).toEqual([file, 'told']);
    }
  });
});

describe('an older copy put back', () => {
  it('is refused with what was found kept, and accepted only with a reason that stays in the chain', () => {
    const folder = join(base, 'older');
    cpSync(join(base, 'closed'), folder, { recursive: true });
    const old = readFileSync(join(folder, 'ledger.db'));
    spawnSync('node', [WRITER, folder, 'later', '2']);
    const mark = readFileSync(join(folder, 'ledger.mark'));
    writeFileSync(join(folder, 'ledger.db'), old);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(() => openLedger(folder, clock)).toThrow('ledger-rolled-back');
      expect(readFileSync(join(folder, 'ledger.mark'))).toEqual(mark);
      expect(readFileSync(join(folder, 'ledger.db.refused'))).toEqual(old);
    }
    const ledger = openLedger(folder, clock, { accept: 'respaldo de junio, acta 12' });
    expect(ledger.listImports()).toHaveLength(IMPORTS);
    expect(ledger.verifyChain()).toMatchObject({ entries: IMPORTS + 2, findings: [] });
    ledger.close();
    openLedger(folder, clock).close();
  });

  it('is refused when entries were added without their marks', () => {
    const folder = join(base, 'ahead');
    cpSync(join(base, 'closed'), folder, { recursive: true });
    const mark = readFileSync(join(folder, 'ledger.mark'));
    spawnSync('node', [WRITER, folder, 'one', '1']);
    writeFileSync(join(folder, 'ledger.mark'), mark);
    openLedger(folder, clock).close();
    spawnSync('node', [WRITER, folder, 'two', '1']);
    writeFileSync(join(folder, 'ledger.mark'), mark);
    expect(() => openLedger(folder, clock)).toThrow('ledger-altered');
  });

  it('opens when the whole folder is put back', () => {
    const folder = join(base, 'whole');
    cpSync(join(base, 'log'), folder, { recursive: true });
    const ledger = openLedger(folder, clock);
    expect(ledger.verifyChain().findings).toEqual([]);
    ledger.close();
  });
});
