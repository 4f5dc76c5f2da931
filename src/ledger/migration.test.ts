import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toCanonicalJson, toSha256 } from './canonical-json.ts';
import { openLedger } from './index.ts';
import { APPLICATION_ID, MIGRATIONS } from './migration.ts';

const AT = '2011-07-01T08:00:00Z';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circuito-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A ledger as the first version wrote it, with a setting made. */
function writeFirstVersion(): void {
  const db = new DatabaseSync(join(folder, 'ledger.db'));
  db.exec(
    `PRAGMA journal_mode = wal; PRAGMA application_id = ${APPLICATION_ID}; ${MIGRATIONS[0]}; PRAGMA user_version = 1`,
  );
  db.prepare('INSERT INTO settings VALUES (1, ?, ?, ?)').run('limit', '7', AT);
  const row = { seq: 1, key: 'limit', value: '7', at: AT };
  let head = '0'.repeat(64);
  for (const [index, entry] of [
    { kind: 'schema', payload: { writes: [], note: { version: 1 } } },
    { kind: 'setting', payload: { writes: [{ table: 'settings', row }] } },
  ].entries()) {
    const link = { seq: index + 1, kind: entry.kind, at: AT, payload: toCanonicalJson(entry.payload) };
    head = toSha256(head, toCanonicalJson(link));
    db.prepare('INSERT INTO chain VALUES (?, ?, ?, ?, ?)').run(link.seq, link.kind, AT, link.payload, head);
  }
  db.close();
  writeFileSync(join(folder, 'ledger.mark'), `{"seq":2,"head":"${head}"}\n`);
}

it('takes a ledger of the first version on, with its chain sound and one link more', () => {
  writeFirstVersion();
  const ledger = openLedger(folder, () => AT);
  expect(ledger.findSetting('limit')?.value).toBe(7);
  expect(ledger.verifyChain()).toMatchObject({ entries: 3, findings: [] });
  ledger.as('p1').changeSetting('limit', 8);
  expect(ledger.verifyChain()).toMatchObject({ entries: 4, findings: [] });
  expect(ledger.trail.list({ limit: 9 }).map(({ kind, actor }) => [kind, actor])).toEqual([
    ['setting', 'p1'],
    ['schema', null],
    ['setting', null],
    ['schema', null],
  ]);
  ledger.close();
  expect(openLedger(folder, () => AT).people.any()).toBe(false);
});

it.each(['ledger-begin', 'ledger-rows', 'ledger-chain', 'ledger-commit'] as const)(
  'leaves the ledger of before when it is cut at %s',
  (cut) => {
    writeFirstVersion();
    const step = (name: string): void => {
      if (name === cut) throw new Error('cut');
    };
    expect(() => openLedger(folder, () => AT, { step })).toThrow('cut');
    const ledger = openLedger(folder, () => AT);
    expect(ledger.verifyChain()).toMatchObject({ entries: 3, findings: [] });
    ledger.close();
  },
);
