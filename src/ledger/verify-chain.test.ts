import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChainEntry } from './chain.ts';
import { toEntryDigest } from './chain.ts';
import type { ImportDraft } from './index.ts';
import { openLedger } from './index.ts';

const clock = (): string => '2011-07-01T08:00:00Z';
let folder = '';
let original = '';

const toDraft = (n: number): ImportDraft => ({
  dataset: n % 2 === 0 ? 'requests' : 'cards',
  file_name: `archivo-${n}.csv`,
  raw_sha256: String(n).padStart(64, '0'),
  raw_bytes: 100 + n,
  mapping: n % 3 === 0 ? { columns: { Fecha: 'opened_at' } } : null,
  mapping_digest: null,
  intake_digest: 'same',
  options: {},
  detected: { separator: ';' },
  header: ['request_id'],
  counts: { read: 10, accepted: 7, updated: 0, quarantined: 3, duplicate: 0, blank: 0 },
  new_values: [{ dimension: 'unit', value: `Agencia ${n}`, rows: n }],
  warnings: [],
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circuito-verify-'));
  original = join(folder, 'original.db');
  const ledger = openLedger(folder, clock);
  for (let n = 1; n <= 12; n += 1) {
    ledger.recordImport(
      { ...toDraft(n), corrects: n > 6 ? [{ import_seq: n - 6, ordinal: 1 }] : [] },
      [1, 2, 3].map((line) => ({
        line,
        byte: line * 10,
        column: 1,
        column_name: 'request_id',
        code: 'required-empty',
        params: {},
        cells: [`R-${n}-${line}`],
        fact_date: '2011-06-03',
      })),
    );
  }
  ledger.recordUndo(ledger.listImports()[2]?.id ?? '', 'archivo equivocado');
  for (const name of ['A', 'B', 'C']) ledger.mergeSpelling('unit', `agencia ${name}`, `Agencia ${name}`);
  ledger.undoMerge('unit', 'agencia B');
  for (const yaml of ['a: 1', 'a: 2', 'a: 3']) ledger.saveMapping('core', 'requests', yaml);
  for (const value of [1, 2, 3]) ledger.changeSetting('limit', value);
  expect(ledger.verifyChain()).toMatchObject({ entries: 24, broken: [], findings: [] });
  ledger.close();
  copyFileSync(join(folder, 'ledger.db'), original);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Edits a fresh copy of the ledger by SQL, as somebody with the file would, and tells what is noticed. */
function noticed(edit: (db: DatabaseSync) => unknown): string[] {
  const file = join(folder, 'ledger.db');
  copyFileSync(original, file);
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  edit(db);
  db.close();
  try {
    const ledger = openLedger(folder, clock);
    const { broken, findings } = ledger.verifyChain();
    ledger.close();
    expect(broken.length > 0).toBe(findings.length > 0);
    return findings.map(({ code }) => code);
  } catch (error) {
    return [(error as { code: string }).code];
  }
}

const COUNTED = [
  'imports',
  'quarantine',
  'corrections',
  'spelling_merges',
  'saved_mappings',
  'settings',
  'chain',
];

/** Numbers that look random and are the same on every run. */
function toRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('verifyChain', () => {
  it('finds nothing in a ledger nobody touched', () => {
    expect(noticed(() => {})).toEqual([]);
  });

  it('finds each of 100 edits, deletions, additions and swaps', () => {
    const random = toRandom(2011);
    const missed: string[] = [];
    for (let n = 0; n < 100; n += 1) {
      const table = COUNTED[random(COUNTED.length)] ?? 'imports';
      let done = '';
      const found = noticed((db) => {
        const columns = db.prepare(`PRAGMA table_info(${table})`).all();
        const key = columns.filter(({ pk }) => Number(pk) > 0).map(({ name }) => String(name));
        const rows = db.prepare(`SELECT * FROM ${table}`).all();
        const row = rows[random(rows.length)] ?? {};
        const where = key.map((name) => `${name} = :k_${name}`).join(' AND ');
        const bind = Object.fromEntries(key.map((name) => [`k_${name}`, row[name] ?? null]));
        const other = rows.find(
          (candidate) => candidate !== row && key.some((name) => candidate[name] !== row[name]),
        );
        const kind = random(4);
        const column = columns[random(columns.length)];
        const name = String(column?.['name']);
        if (kind === 0) {
          done = `delete from ${table} ${JSON.stringify(bind)}`;
          db.prepare(`DELETE FROM ${table} WHERE ${where}`).run(bind);
        } else if (kind === 1 && other !== undefined && !key.includes(name) && other[name] !== row[name]) {
          done = `copy ${table}.${name} from another row to ${JSON.stringify(bind)}`;
          db.prepare(`UPDATE OR REPLACE ${table} SET ${name} = :value WHERE ${where}`).run({
            ...bind,
            value: other[name] ?? null,
          });
        } else if (kind === 2) {
          const copy: Record<string, null | number | bigint | string | Uint8Array> = { ...row };
          for (const part of key) copy[part] = typeof copy[part] === 'number' ? 900 + n : `otra-${n}`;
          if (table === 'imports') Object.assign(copy, { id: `otra-${n}`, raw_sha256: 'otra' });
          if (table === 'spelling_merges') copy['from_value'] = `otra-${n}`;
          done = `add to ${table} ${JSON.stringify(copy)}`;
          const names = Object.keys(copy);
          db.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(
            ...Object.values(copy),
          );
        } else {
          done = `edit ${table}.${name} of ${JSON.stringify(bind)}`;
          const changed =
            column?.['type'] === 'INTEGER' ? Number(row[name] ?? 0) + 700 : `${row[name] ?? ''}x`;
          db.prepare(`UPDATE ${table} SET ${name} = :value WHERE ${where}`).run({ ...bind, value: changed });
        }
      });
      if (found.length === 0) missed.push(done);
    }
    expect(missed).toEqual([]);
  });

  it('finds rows exchanged between two imports, and two entries of the chain exchanged', () => {
    expect(
      noticed((db) =>
        db.exec(`UPDATE quarantine SET import_seq = 99 WHERE import_seq = 1;
          UPDATE quarantine SET import_seq = 1 WHERE import_seq = 2;
          UPDATE quarantine SET import_seq = 2 WHERE import_seq = 99`),
      ),
    ).toEqual(['ledger-quarantine-altered', 'ledger-quarantine-altered']);
    const swapped = noticed((db) =>
      db.exec(`UPDATE chain SET seq = 99 WHERE seq = 4; UPDATE chain SET seq = 4 WHERE seq = 5;
        UPDATE chain SET seq = 5 WHERE seq = 99`),
    );
    expect(swapped).toContain('ledger-entry-altered');
  });

  it('finds a history rewritten with right digests, by the mark', () => {
    const rewrite = (db: DatabaseSync): void => {
      db.exec(`UPDATE imports SET count_accepted = 8 WHERE seq = 5;
        UPDATE chain SET payload = replace(payload, '"count_accepted":7', '"count_accepted":8') WHERE seq = 6`);
      let previous = '0'.repeat(64);
      for (const row of db.prepare('SELECT * FROM chain ORDER BY seq').all()) {
        const entry = row as unknown as ChainEntry;
        previous = toEntryDigest(previous, entry);
        db.prepare('UPDATE chain SET digest = ? WHERE seq = ?').run(previous, entry.seq);
      }
    };
    expect(noticed(rewrite)).toEqual(['ledger-altered']);
  });

  it('names the entry whose row was edited', () => {
    copyFileSync(original, join(folder, 'ledger.db'));
    const db = new DatabaseSync(join(folder, 'ledger.db'));
    db.exec('UPDATE imports SET count_accepted = 8 WHERE seq = 5');
    db.close();
    const ledger = openLedger(folder, clock);
    const { broken, findings } = ledger.verifyChain();
    ledger.close();
    expect(broken).toEqual([6]);
    expect(findings).toMatchObject([
      { code: 'ledger-row-altered', params: { table: 'imports', key: '[5]', entry: 6 } },
    ]);
  });
});
