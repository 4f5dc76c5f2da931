import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportDraft, QuarantineDraft } from './index.ts';
import { LEDGER_STEPS, openLedger } from './index.ts';
import { checkSqliteVersion } from './ledger-database.ts';
import { MIGRATIONS } from './migration.ts';

let folder = '';
let ticks = 0;
const clock = (): string => {
  ticks += 1;
  return `2011-07-01T08:00:${String(ticks).padStart(2, '0')}Z`;
};

beforeEach(() => {
  ticks = 0;
  folder = mkdtempSync(join(tmpdir(), 'circuito-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const toDraft = (name: string, changes: Partial<ImportDraft> = {}): ImportDraft => ({
  dataset: 'requests',
  file_name: `${name}.csv`,
  raw_sha256: name.padEnd(64, '0'),
  raw_bytes: 1204,
  mapping: null,
  mapping_digest: null,
  intake_digest: 'intake-1',
  options: { dates: 'dmy', control: { rows: 12 } },
  detected: { encoding: 'utf-8', separator: ';' },
  header: ['request_id', 'opened_at'],
  counts: { read: 10, accepted: 8, updated: 1, quarantined: 0, duplicate: 1, blank: 0 },
  new_values: [{ dimension: 'unit', value: 'Quito Norte', rows: 3 }],
  warnings: [],
  ...changes,
});

const toRow = (line: number, changes: Partial<QuarantineDraft> = {}): QuarantineDraft => ({
  line,
  byte: line * 40,
  column: 2,
  column_name: 'opened_at',
  code: 'date-unreadable',
  params: { value: '31/02/2011' },
  cells: [`R-${line}`, '31/02/2011', 'a\u0000b\ud800'],
  fact_date: null,
  ...changes,
});

const counts = (quarantined: number) => ({
  read: 8 + quarantined,
  accepted: 8,
  updated: 0,
  quarantined,
  duplicate: 0,
  blank: 0,
});

function codeOf(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'nothing thrown';
}

describe('imports', () => {
  it('keeps what the intake hands over and gives it back after a restart', () => {
    const ledger = openLedger(folder, clock);
    const rows = [toRow(3), toRow(7, { fact_date: '2011-06-03' })];
    const draft = toDraft('a', { mapping: { columns: { Fecha: 'opened_at' } }, counts: counts(2) });
    const record = ledger.recordImport(draft, rows);
    expect(record).toMatchObject({ ...draft, seq: 1, undone_at: null, imported_at: '2011-07-01T08:00:02Z' });
    expect(record.id).toMatch(/^requests-[0-9a-f]{6}$/);
    expect(record.digest).toMatch(/^[0-9a-f]{64}$/);
    ledger.close();
    const again = openLedger(folder, clock);
    expect(again.listImports()).toEqual([record]);
    expect(again.quarantineOf({ import: 1 })).toEqual(
      rows.map((row, index) => ({
        ...row,
        import_seq: 1,
        ordinal: index + 1,
        import_id: record.id,
        dataset: 'requests',
        file_name: 'a.csv',
        state: 'open',
        corrected_by: null,
      })),
    );
    expect(again.countOpenQuarantine('requests', '2011-06-01', '2011-07-01')).toEqual({
      dated: 1,
      undated: 1,
    });
    expect(again.countOpenQuarantine('requests', '2011-06-04', '2011-07-01')).toEqual({
      dated: 0,
      undated: 1,
    });
    expect(again.verifyChain()).toMatchObject({ entries: 2, broken: [], findings: [] });
    again.close();
  });

  it('refuses the same bytes read the same way, and takes them again after an undo', () => {
    const ledger = openLedger(folder, clock);
    const first = ledger.recordImport(toDraft('a'), []);
    expect(codeOf(() => ledger.recordImport(toDraft('a', { file_name: 'otro.csv' }), []))).toBe(
      'already-imported',
    );
    expect(ledger.findSameImport(toDraft('a'))?.id).toBe(first.id);
    ledger.recordImport(toDraft('a', { intake_digest: 'intake-2' }), []);
    ledger.recordImport(toDraft('a', { dataset: 'cards' }), []);
    const undone = ledger.recordUndo(first.id, 'archivo equivocado');
    expect(undone).toMatchObject({ undo_reason: 'archivo equivocado', undone_at: '2011-07-01T08:00:06Z' });
    expect(codeOf(() => ledger.recordUndo(first.id, 'otra vez'))).toBe('already-undone');
    expect(ledger.findSameImport(toDraft('a'))).toBeUndefined();
    const second = ledger.recordImport(toDraft('a'), []);
    expect(second.seq).toBe(4);
    expect(second.id).not.toBe(first.id);
    expect(ledger.listImports({ dataset: 'requests' }).map(({ seq }) => seq)).toEqual([2, 4]);
    expect(ledger.listImports({ include_undone: true })).toHaveLength(4);
    expect(ledger.verifyChain().findings).toEqual([]);
    ledger.close();
  });

  it('finds an import by its id, the beginning of it, or of its digits', () => {
    const ledger = openLedger(folder, clock);
    const first = ledger.recordImport(toDraft('a'), []);
    ledger.recordImport(toDraft('b'), []);
    expect(ledger.findImport(first.id)?.seq).toBe(1);
    expect(ledger.findImport(first.id.slice(0, -1))?.seq).toBe(1);
    expect(ledger.findImport(first.id.slice('requests-'.length))?.seq).toBe(1);
    expect(ledger.findImport('nada')).toBeUndefined();
    expect(ledger.findImport('')).toBeUndefined();
    expect(codeOf(() => ledger.findImport('requests-'))).toBe('import-ambiguous');
    expect(codeOf(() => ledger.recordUndo('nada', ''))).toBe('import-not-found');
    ledger.close();
  });

  it('leaves nothing of an import that fails at any step before its commit', () => {
    const ledger = openLedger(folder, clock);
    const before = LEDGER_STEPS.slice(0, LEDGER_STEPS.indexOf('ledger-committed'));
    for (const failing of before) {
      const step = (name: string): void => {
        if (name === failing) throw new Error(`stopped at ${name}`);
      };
      expect(() => ledger.recordImport(toDraft('a', { counts: counts(1) }), [toRow(1)], step)).toThrow(
        failing,
      );
      expect(ledger.listImports()).toEqual([]);
      expect(ledger.quarantineOf()).toEqual([]);
    }
    const broken = function* () {
      yield toRow(1);
      throw new Error('reader stopped');
    };
    expect(() => ledger.recordImport(toDraft('a', { counts: counts(1) }), broken())).toThrow(
      'reader stopped',
    );
    expect(() => ledger.recordImport(toDraft('a', { counts: counts(2) }), [toRow(1)])).toThrow('brings 1');
    expect(() => ledger.recordImport(toDraft('a', { counts: { ...counts(0), read: 9 } }), [])).toThrow(
      'add up',
    );
    expect(ledger.verifyChain()).toMatchObject({ entries: 1, findings: [] });
    ledger.close();
  });

  it('has an import once when its mark failed after the commit, and the retry says so', () => {
    for (const failing of LEDGER_STEPS.slice(LEDGER_STEPS.indexOf('ledger-committed'), -1)) {
      const ledger = openLedger(folder, clock);
      const step = (name: string): void => {
        if (name === failing) throw new Error(`stopped at ${name}`);
      };
      expect(() => ledger.recordImport(toDraft(failing), [], step)).toThrow(failing);
      expect(codeOf(() => ledger.recordImport(toDraft(failing), []))).toBe('already-imported');
      ledger.close();
      const again = openLedger(folder, clock);
      expect(again.findSameImport(toDraft(failing))?.file_name).toBe(`${failing}.csv`);
      expect(again.verifyChain().findings).toEqual([]);
      again.close();
    }
  });
});

describe('quarantine', () => {
  it('follows a correction, its undoing, and the undoing of its own import', () => {
    const ledger = openLedger(folder, clock);
    const bad = ledger.recordImport(toDraft('a', { counts: counts(3) }), [toRow(1), toRow(2), toRow(3)]);
    const fixed = ledger.recordImport(toDraft('b', { corrects: [{ import_seq: 1, ordinal: 2 }] }), []);
    ledger.markCorrected([{ import_seq: 1, ordinal: 3 }], fixed.seq);
    expect(ledger.quarantineOf().map(({ state, corrected_by }) => [state, corrected_by])).toEqual([
      ['open', null],
      ['corrected', 2],
      ['corrected', 2],
    ]);
    expect(ledger.quarantineOf({ state: 'open', dataset: 'requests' }).map(({ line }) => line)).toEqual([1]);
    ledger.recordUndo(fixed.id, 'mal corregido');
    expect(ledger.quarantineOf({ state: 'open' })).toHaveLength(3);
    expect(codeOf(() => ledger.markCorrected([{ import_seq: 1, ordinal: 3 }], fixed.seq))).toBe(
      'import-not-found',
    );
    const corrects = [{ import_seq: 1, ordinal: 9 }];
    expect(codeOf(() => ledger.recordImport(toDraft('c', { corrects }), []))).toBe(
      'quarantine-row-not-found',
    );
    ledger.recordUndo(bad.id, 'archivo equivocado');
    expect(ledger.quarantineOf().map(({ state }) => state)).toEqual(['undone', 'undone', 'undone']);
    expect(ledger.verifyChain().findings).toEqual([]);
    ledger.close();
  });
});

describe('merged spellings, mappings, settings', () => {
  it('follows merges to their end and gives each back its own when one is undone', () => {
    const ledger = openLedger(folder, clock);
    ledger.mergeSpelling('unit', 'Qto. Norte', 'Quito N.');
    ledger.mergeSpelling('unit', 'Quito N.', 'Quito Norte');
    expect([...ledger.resolveMerges('unit')]).toEqual([
      ['Qto. Norte', 'Quito Norte'],
      ['Quito N.', 'Quito Norte'],
    ]);
    expect(ledger.mergeSpelling('unit', 'Qto. Norte', 'Quito N.').id).toBe(1);
    expect(codeOf(() => ledger.mergeSpelling('unit', 'Qto. Norte', 'Guayaquil'))).toBe('merge-exists');
    expect(codeOf(() => ledger.mergeSpelling('unit', 'Quito Norte', 'Qto. Norte'))).toBe('merge-cycle');
    expect(codeOf(() => ledger.mergeSpelling('unit', 'Sur', 'Sur'))).toBe('merge-cycle');
    expect(codeOf(() => ledger.undoMerge('person', 'Quito N.'))).toBe('merge-not-found');
    ledger.undoMerge('unit', 'Quito N.');
    expect([...ledger.resolveMerges('unit')]).toEqual([['Qto. Norte', 'Quito N.']]);
    expect(ledger.listMerges({ dimension: 'unit' })).toHaveLength(1);
    expect(ledger.listMerges({ include_undone: true })).toHaveLength(2);
    expect(ledger.resolveMerges('person').size).toBe(0);
    expect(ledger.verifyChain().findings).toEqual([]);
    ledger.close();
  });

  it('keeps every version of a mapping and every value of a setting', () => {
    const ledger = openLedger(folder, clock);
    expect(ledger.findMapping('core')).toBeUndefined();
    ledger.saveMapping('core', 'requests', 'columns: {}\n');
    expect(ledger.saveMapping('core', 'requests', 'columns: {}\n').version).toBe(1);
    expect(ledger.saveMapping('core', 'requests', 'columns: {a: b}\n').version).toBe(2);
    expect(ledger.findMapping('core')?.yaml).toBe('columns: {a: b}\n');
    expect(ledger.findMapping('core', 1)?.yaml).toBe('columns: {}\n');
    expect(ledger.listMappings({ dataset: 'requests' })).toHaveLength(2);
    expect(ledger.findSetting('lang')).toBeUndefined();
    ledger.changeSetting('lang', 'es');
    ledger.changeSetting('lang', 'es');
    ledger.changeSetting('lang', { first: 'en' });
    expect(ledger.findSetting('lang')?.value).toEqual({ first: 'en' });
    expect(ledger.listSettingChanges('lang').map(({ value }) => value)).toEqual(['es', { first: 'en' }]);
    expect(ledger.verifyChain()).toMatchObject({ entries: 5, findings: [] });
    ledger.close();
  });
});

describe('opening', () => {
  it('refuses a second opening within 2 s, in another program too', () => {
    const ledger = openLedger(folder, clock);
    const started = performance.now();
    expect(codeOf(() => openLedger(folder, clock))).toBe('folder-busy');
    expect(performance.now() - started).toBeLessThan(2000);
    const source = `import { openLedger } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
      const started = performance.now();
      try { openLedger(process.argv[1], () => '2011-07-01T08:00:00Z'); console.log('opened'); }
      catch (error) { console.log(error.code, performance.now() - started < 2000); }`;
    const args = ['--input-type=module', '-e', source, folder];
    expect(execFileSync('node', args, { encoding: 'utf8' }).trim()).toBe('folder-busy true');
    ledger.close();
    openLedger(folder, clock).close();
  });

  it('refuses a schema of a newer program, another database, an added trigger, and text that is no database', () => {
    openLedger(folder, clock).close();
    const file = join(folder, 'ledger.db');
    const edit = (sql: string): void => {
      const db = new DatabaseSync(file);
      db.exec(sql);
      db.close();
    };
    edit('PRAGMA user_version = 99');
    expect(codeOf(() => openLedger(folder, clock))).toBe('ledger-newer');
    edit(`PRAGMA user_version = ${MIGRATIONS.length}; PRAGMA application_id = 7`);
    expect(codeOf(() => openLedger(folder, clock))).toBe('ledger-damaged');
    edit(
      `PRAGMA application_id = 1130984035; CREATE TRIGGER t AFTER INSERT ON imports BEGIN DELETE FROM imports; END`,
    );
    expect(codeOf(() => openLedger(folder, clock))).toBe('ledger-damaged');
    edit('DROP TRIGGER t');
    openLedger(folder, clock).close();
    writeFileSync(file, 'esto no es una base de datos, sino un texto cualquiera\n'.repeat(200));
    expect(codeOf(() => openLedger(folder, clock))).toBe('ledger-damaged');
  });

  it.each([
    ['3.51.2', false],
    ['3.50.9', false],
    ['2.99.99', false],
    ['3.51.3', true],
    ['3.53.4', true],
    ['4.0.0', true],
  ])('SQLite %s is accepted: %s', (version, accepted) => {
    expect(codeOf(() => checkSqliteVersion(version))).toBe(accepted ? 'nothing thrown' : 'sqlite-too-old');
  });

  it('refuses a folder where it cannot write', () => {
    writeFileSync(join(folder, 'archivo'), '');
    expect(codeOf(() => openLedger(join(folder, 'archivo', 'datos'), clock))).toBe('not-writable');
    expect(existsSync(join(folder, 'ledger.db'))).toBe(false);
  });

  it('writes the mark with each commit', () => {
    const ledger = openLedger(folder, clock);
    const { digest } = ledger.recordImport(toDraft('a'), []);
    expect(readFileSync(join(folder, 'ledger.mark'), 'utf8')).toBe(`{"seq":2,"head":"${digest}"}\n`);
    ledger.close();
  });
});
