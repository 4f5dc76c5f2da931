import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/kernel/index.ts';
import { CHAINED, openLedger } from '../../src/ledger/index.ts';
import { DEED_KINDS, nameDeed } from '../../src/sentences/index.ts';
import { loadContent, OWN_PACKS, readTrail } from '../../src/usecases/index.ts';
import { writeEveryKind } from './ledger/every-kind.ts';

// In memory where there is such a disk: a thousand copies are written and synced.
const ROOM = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const START = Date.parse('2026-07-01T15:00:00Z');
let at = START;
const clock = (): string => new Date(at).toISOString();

let folder = '';
let original = '';
let mark = '';
let head = { seq: 0, head: '' };

beforeAll(() => {
  folder = mkdtempSync(join(ROOM, 'circuito-trail-'));
  original = join(folder, 'original.db');
  mark = join(folder, 'original.mark');
  const ledger = openLedger(folder, clock);
  writeEveryKind(ledger, () => {
    at += 1000;
  });
  expect(ledger.verifyChain()).toMatchObject({ broken: [], findings: [] });
  head = ledger.trail.head();
  ledger.close();
  copyFileSync(join(folder, 'ledger.db'), original);
  copyFileSync(join(folder, 'ledger.mark'), mark);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether somebody's edit by SQL of a fresh copy is noticed, at opening or by the check. */
function isNoticed(edit: (db: DatabaseSync) => void): boolean {
  const file = join(folder, 'ledger.db');
  copyFileSync(original, file);
  copyFileSync(mark, join(folder, 'ledger.mark'));
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  edit(db);
  db.close();
  try {
    const ledger = openLedger(folder, clock);
    const { findings } = ledger.verifyChain();
    ledger.close();
    return findings.length > 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return true;
  }
}

/** Numbers that look random and are the same on every run. */
function toRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Value = null | number | bigint | string | Uint8Array;
type Row = Record<string, Value>;

/** Columns that come and go without anybody doing anything: outside the chain. */
const VOLATILE = new Set(
  Object.entries(CHAINED).flatMap(([table, kept]) =>
    ('volatile' in kept ? kept.volatile : []).map((column: string) => `${table}.${column}`),
  ),
);
const TABLES = [...Object.keys(CHAINED), 'quarantine', 'chain', 'chain', 'chain'];

interface Target {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly key: boolean }[];
  readonly rows: readonly Row[];
}

function readTarget(db: DatabaseSync, table: string): Target {
  const columns = db.prepare(`PRAGMA table_info(${table})`).all();
  return {
    table,
    columns: columns.map(({ name, type, pk }) => ({
      name: String(name),
      type: String(type),
      key: Number(pk) > 0,
    })),
    rows: db.prepare(`SELECT * FROM ${table}`).all(),
  };
}

function toWhere({ columns }: Target, row: Row): { text: string; values: Value[] } {
  const keys = columns.filter(({ key }) => key);
  return {
    text: keys.map(({ name }) => `${name} = ?`).join(' AND '),
    values: keys.map(({ name }) => row[name] ?? null),
  };
}

type Edit = (db: DatabaseSync, target: Target, random: (below: number) => number) => string | null;

/** What somebody with the file might do; null when this table offers no chance for it. */
const EDITS: readonly Edit[] = [
  function edit(db, target, random) {
    const row = target.rows[random(target.rows.length)] ?? {};
    const column = target.columns[random(target.columns.length)]!;
    if (VOLATILE.has(`${target.table}.${column.name}`)) return null;
    const old = row[column.name] ?? null;
    const changed = column.type === 'INTEGER' ? Number(old ?? 0) + 700 + random(9) : `${String(old ?? '')}x`;
    const { text, values } = toWhere(target, row);
    db.prepare(`UPDATE ${target.table} SET ${column.name} = ? WHERE ${text}`).run(changed, ...values);
    return `edit ${column.name}`;
  },
  function erase(db, target, random) {
    const row = target.rows[random(target.rows.length)] ?? {};
    const column = target.columns[random(target.columns.length)]!;
    const nulls = target.table === 'chain' && column.name === 'actor';
    if (row[column.name] === null || !nulls) return null;
    const { text, values } = toWhere(target, row);
    db.prepare(`UPDATE ${target.table} SET ${column.name} = NULL WHERE ${text}`).run(...values);
    return `erase ${column.name}`;
  },
  function remove(db, target, random) {
    const { text, values } = toWhere(target, target.rows[random(target.rows.length)] ?? {});
    db.prepare(`DELETE FROM ${target.table} WHERE ${text}`).run(...values);
    return 'delete';
  },
  function swap(db, target, random) {
    const [one, other] = [target.rows[random(target.rows.length)]!, target.rows[random(target.rows.length)]!];
    const free = target.columns.filter(({ name, key }) => !key && !VOLATILE.has(`${target.table}.${name}`));
    const column = free[random(free.length)];
    if (column === undefined || one[column.name] === other[column.name]) return null;
    for (const [row, from] of [
      [one, other],
      [other, one],
    ] as const) {
      const { text, values } = toWhere(target, row);
      const put = `UPDATE ${target.table} SET ${column.name} = ? WHERE ${text}`;
      // First out of the way, so that no rule of uniqueness stops the exchange.
      if (row === one)
        db.prepare(put).run(column.type === 'INTEGER' ? -7 : 'fuera', ...toWhere(target, other).values);
      db.prepare(put).run(from[column.name] ?? null, ...values);
    }
    return `swap ${column.name}`;
  },
  function add(db, target, random) {
    const copy: Row = { ...target.rows[random(target.rows.length)] };
    for (const { name, type, key } of target.columns) {
      const unique = [
        'id',
        'login',
        'email',
        'digest',
        'raw_sha256',
        'from_value',
        'date',
        'ordinal',
        'period',
      ].includes(name);
      if (key || (unique && copy[name] !== null))
        copy[name] = type === 'INTEGER' ? 900 + random(90) : `otra-${random(1e6)}`;
    }
    const names = Object.keys(copy);
    db.prepare(`INSERT INTO ${target.table} (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(
      ...Object.values(copy),
    );
    return 'add';
  },
  function truncate(db, target, random) {
    const last = target.rows.length - 1 - random(target.rows.length - 1);
    if (target.table !== 'chain') return null;
    db.prepare('DELETE FROM chain WHERE seq > ?').run(last);
    return `truncate after ${last}`;
  },
];

describe('the audit trail', () => {
  it('has words for every kind of link there is', async () => {
    copyFileSync(original, join(folder, 'ledger.db'));
    copyFileSync(mark, join(folder, 'ledger.mark'));
    const ledger = openLedger(folder, clock);
    const kinds = ledger.trail.kinds();
    expect(kinds.toSorted()).toEqual(DEED_KINDS.filter((kind) => kind !== 'accepted').toSorted());
    expect(kinds.filter((kind) => nameDeed(kind, 'es') === kind)).toEqual([]);
    const ports = { clock, progress: () => undefined, step: () => undefined };
    const place = { ledger, ports, content: await loadContent([OWN_PACKS]) };
    const auditor = ledger.people.person('p4', '2026-07-01')!;
    const { deeds } = readTrail(place, auditor, { limit: 200 }, 'es');
    expect(deeds).toHaveLength(head.seq);
    const said = deeds.map(({ sentence }) => sentence);
    expect(said.filter((sentence) => /undefined|null|NaN|\[object/.test(sentence))).toEqual([]);
    expect(said).toEqual(
      expect.arrayContaining([
        'Ana Pérez importó requests-1.csv (1.204 filas: 1.202 entraron, 2 quedaron por corregir).',
        'Ada Mora deshizo la importación de requests-1.csv; motivo: archivo equivocado.',
        'Ada Mora propuso: Crear a Eva Sol (eva) como Ejecutivo (Norte).',
        'Gustavo Páez aprobó: Dar a Ana Pérez la llave de importación «carga nocturna» por 30 días.',
        'Aldo Rivas abrió el hallazgo 1 sobre «entrega-pin».',
        'Una orden en la carpeta preparó el registro (versión 4).',
      ]),
    );
    const english = readTrail(place, auditor, { limit: 200 }, 'en').deeds.map(({ sentence }) => sentence);
    expect(english).toContain(
      'Ana Pérez imported requests-1.csv (1,204 rows: 1,202 entered, 2 wait to be corrected).',
    );
    ledger.close();
  });

  it('notices each of 1,000 edits, deletions, additions, exchanges and cuts by SQL', () => {
    expect(isNoticed(() => undefined)).toBe(false);
    const random = toRandom(2026);
    const missed: string[] = [];
    const done = new Map<string, number>();
    for (let n = 0; n < 1000; ) {
      const table = TABLES[random(TABLES.length)]!;
      const edit = EDITS[random(EDITS.length)]!;
      let told: string | null = null;
      const noticed = isNoticed((db) => {
        const target = readTarget(db, table);
        told = target.rows.length === 0 ? null : edit(db, target, random);
      });
      if (told === null) continue;
      n += 1;
      done.set(edit.name, (done.get(edit.name) ?? 0) + 1);
      if (!noticed) missed.push(`${table}: ${String(told)}`);
    }
    expect(missed).toEqual([]);
    expect([...done.keys()].toSorted()).toEqual(['add', 'edit', 'erase', 'remove', 'swap', 'truncate']);
  }, 120_000);

  it('notices an older copy put back with its own mark, by a head kept elsewhere', () => {
    // Somebody cuts the last link with all it wrote, and writes a mark that agrees.
    copyFileSync(original, join(folder, 'ledger.db'));
    const db = new DatabaseSync(join(folder, 'ledger.db'));
    db.prepare('DELETE FROM chain WHERE seq = ?').run(head.seq);
    const { digest } = db.prepare('SELECT digest FROM chain WHERE seq = ?').get(head.seq - 1) as {
      digest: string;
    };
    db.close();
    writeFileSync(join(folder, 'ledger.mark'), `{"seq":${head.seq - 1},"head":"${digest}"}\n`);
    const ledger = openLedger(folder, clock);
    expect(ledger.verifyChain().findings).toEqual([]);
    expect(ledger.verifyChain(head).findings).toMatchObject([{ code: 'ledger-known-head-differs' }]);
    expect(ledger.verifyChain({ seq: head.seq - 1, head: digest }).findings).toEqual([]);
    ledger.close();
  });

  it('is checked in slices while it grows, and finds nothing that is not there', async () => {
    copyFileSync(original, join(folder, 'ledger.db'));
    copyFileSync(mark, join(folder, 'ledger.mark'));
    const ledger = openLedger(folder, clock);
    for (let n = 0; n < 2500; n += 1) ledger.as('p1').trail.note('rebuilt', { n });
    let writing = true;
    const write = async (): Promise<void> => {
      for (let n = 0; writing; n += 1) {
        ledger.as('p3').mergeSpelling('person', `escrito ${n}`, 'Ana');
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const writer = write();
    const { findings, entries } = await ledger.verifyChainGently();
    writing = false;
    await writer;
    expect(findings).toEqual([]);
    expect(entries).toBeGreaterThan(head.seq + 2500);
    ledger.close();
  });
});
