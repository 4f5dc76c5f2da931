import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOMS } from '../../scripts/arrow-rules.ts';
import { type ArrowReport, checkArrows } from '../../scripts/arrows.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Bad imports, each with the file it is planted in and the rule that must refuse it. */
const PLANTED: readonly { file: string; text: string; rule: string; about: string }[] = [
  {
    about: 'a type import from a room below to one above',
    file: 'src/kernel/planted-arrow.ts',
    text: "import type { Planted } from '../engine/index.ts';\nexport type Again = Planted;\n",
    rule: 'arrow-kernel',
  },
  {
    about: 'a value import from a room that is not listed',
    file: 'src/ledger/planted-arrow.ts',
    text: "import { planted } from '../engine/index.ts';\nexport const again = planted;\n",
    rule: 'arrow-ledger',
  },
  {
    about: 'a command that assembles rooms outside main.ts',
    file: 'src/cli/planted-arrow.ts',
    text: "import { planted } from '../engine/index.ts';\nexport const again = planted;\n",
    rule: 'arrow-cli',
  },
  {
    about: 'a test beside the code that leans on a room its own may not',
    file: 'src/statistics/planted.test.ts',
    text: "import { planted } from '../engine/index.ts';\nexport const again = planted;\n",
    rule: 'arrow-statistics',
  },
  {
    about: 'an allowed room entered past its door',
    file: 'src/engine/planted-deep.ts',
    text: "import type { Refusal } from '../kernel/refusal.ts';\nexport type Again = Refusal;\n",
    rule: 'door-only',
  },
  {
    about: 'main.ts past the door of a room',
    file: 'src/cli/main.ts',
    text: "import { Refusal } from '../kernel/refusal.ts';\nexport const again = Refusal;\n",
    rule: 'door-only',
  },
  {
    about: 'a test outside src past the door of a room',
    file: 'tests/planted-deep.ts',
    text: "import { Refusal } from '../src/kernel/refusal.ts';\nexport const again = Refusal;\n",
    rule: 'door-only-from-outside',
  },
  {
    about: 'the seed past its door',
    file: 'bench/planted-deep.ts',
    text: "import { inner } from '../seed/planted-inner.ts';\nexport const again = inner;\n",
    rule: 'seed-door-only',
  },
  {
    about: 'a room that leans on the seed',
    file: 'src/facts/planted-seed.ts',
    text: "import { inner } from '../../seed/index.ts';\nexport const again = inner;\n",
    rule: 'product-leans-on-no-tooling',
  },
  {
    about: 'one group of use cases in another',
    file: 'src/usecases/planted-one/open.ts',
    text: "import type { Close } from '../planted-two/close.ts';\nexport type Open = Close;\n",
    rule: 'use-case-groups-apart',
  },
  {
    about: 'two files that need each other, if only by type',
    file: 'src/language/planted-cycle.ts',
    text: "import type { Back } from './planted-back.ts';\nexport type Forth = Back | null;\n",
    rule: 'no-cycle',
  },
  {
    about: 'a file read in a pure room',
    file: 'src/sentences/planted-file.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const again = readFileSync;\n",
    rule: 'pure-node-sentences',
  },
  {
    about: 'a package in a pure room',
    file: 'src/engine/planted-package.ts',
    text: "import { z } from 'zod';\nexport const again = z;\n",
    rule: 'pure-packages-engine',
  },
  {
    about: 'the columnar engine outside the facts',
    file: 'src/usecases/planted-duckdb.ts',
    text: "import type { DuckDBConnection } from '@duckdb/node-api';\nexport type Again = DuckDBConnection;\n",
    rule: 'owner-duckdb',
  },
  {
    about: 'SQLite outside the ledger',
    file: 'src/facts/planted-sqlite.ts',
    text: "import { DatabaseSync } from 'node:sqlite';\nexport const again = DatabaseSync;\n",
    rule: 'owner-node-sqlite',
  },
  {
    about: 'YAML outside library and facts',
    file: 'src/usecases/planted-yaml.ts',
    text: "import { parse } from 'yaml';\nexport const again = parse;\n",
    rule: 'owner-yaml',
  },
  {
    about: 'spreadsheets outside facts and report',
    file: 'src/library/planted-sheet.ts',
    text: "import * as hucre from 'hucre';\nexport const again = hucre;\n",
    rule: 'owner-hucre',
  },
  {
    about: 'zip files outside facts and report',
    file: 'src/library/planted-zip.ts',
    text: "import * as yauzl from 'yauzl';\nexport const again = yauzl;\n",
    rule: 'owner-yauzl',
  },
  {
    about: 'a development package in what ships',
    file: 'src/facts/planted-development.ts',
    text: "import * as check from 'fast-check';\nexport const again = check;\n",
    rule: 'no-development-package',
  },
  {
    about: 'an import that leads nowhere',
    file: 'src/facts/planted-nowhere.ts',
    text: "import { gone } from './planted-gone.ts';\nexport const again = gone;\n",
    rule: 'resolvable',
  },
];

/** Imports that are allowed, so that the rules are seen to refuse no more than they should. */
const ALLOWED: readonly { file: string; text: string }[] = [
  {
    file: 'src/kernel/planted-allowed.ts',
    text: "import { Temporal } from 'temporal-polyfill';\nexport const again = Temporal;\n",
  },
  {
    file: 'src/facts/planted-allowed.ts',
    text: "import { DuckDBInstance } from '@duckdb/node-api';\nimport { readFile } from 'node:fs/promises';\nimport { planted } from '../engine/index.ts';\nexport const again = [DuckDBInstance, readFile, planted];\n",
  },
  {
    file: 'src/ledger/planted-allowed.ts',
    text: "import { DatabaseSync } from 'node:sqlite';\nexport const again = DatabaseSync;\n",
  },
  {
    file: 'src/server/main.ts',
    text: "import { planted } from '../engine/index.ts';\nimport { inner } from '../../seed/index.ts';\nexport const again = [planted, inner];\n",
  },
  {
    file: 'src/engine/planted-allowed.test.ts',
    text: "import { readFileSync } from 'node:fs';\nimport { expect } from 'vitest';\nimport { planted } from './index.ts';\nexport const again = [readFileSync, expect, planted];\n",
  },
];

const SUPPORT: readonly { file: string; text: string }[] = [
  { file: 'src/engine/index.ts', text: 'export const planted = 1;\nexport type Planted = number;\n' },
  { file: 'src/usecases/planted-two/close.ts', text: 'export type Close = string;\n' },
  {
    file: 'src/language/planted-back.ts',
    text: "import type { Forth } from './planted-cycle.ts';\nexport type Back = { readonly forth: Forth };\n",
  },
  { file: 'seed/planted-inner.ts', text: 'export const inner = 1;\n' },
  { file: 'seed/index.ts', text: "export { inner } from './planted-inner.ts';\n" },
];

describe('the arrows between rooms', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'circuito-arrows-'));
  let report: ArrowReport;

  beforeAll(async () => {
    // Planted in a copy, so that the real tree never holds a bad file, not even for a moment.
    for (const name of ['src', 'package.json', 'tsconfig.json']) {
      cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    for (const { file, text } of [...SUPPORT, ...PLANTED, ...ALLOWED]) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), text);
    }
    report = await checkArrows(copy);
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each(PLANTED)('refuses $about', ({ file, rule }) => {
    const rules = report.violations.filter(({ from, to }) => from === file || to.includes(file));
    expect(rules.map((violation) => violation.rule)).toContain(rule);
  });

  it.each(ALLOWED)('lets $file import what it may', ({ file }) => {
    expect(report.violations.filter(({ from }) => from === file)).toEqual([]);
  });

  it('has seen every source file', () => {
    expect(report.unseen).toEqual([]);
    expect(report.cruised.length).toBeGreaterThan(PLANTED.length + 30);
  });

  it('knows every room of src', () => {
    const rooms = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true });
    expect(rooms.filter((entry) => !entry.isDirectory()).map(({ name }) => name)).toEqual([]);
    for (const { name } of rooms) expect(Object.keys(ROOMS)).toContain(name);
  });

  it('lists only rooms that are listed themselves', () => {
    for (const [name, { rooms }] of Object.entries(ROOMS)) {
      expect(rooms).not.toContain(name);
      for (const room of rooms) expect(Object.keys(ROOMS)).toContain(room);
    }
    expect(existsSync(path.join(ROOT, 'src/kernel/index.ts'))).toBe(true);
  });
});
