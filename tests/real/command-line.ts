import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  check,
  discover,
  importCommand,
  imports,
  measure,
  quarantine,
  rebuild,
  run,
  undo,
  verify,
} from '../../src/cli/index.ts';
import {
  importFile,
  type ImportReport,
  type Institution,
  openInstitution,
  syncFacts,
} from '../../src/usecases/index.ts';

/** The present of every test here. */
const NOW = '2026-06-01T12:00:00Z';
const MAIN = path.resolve(import.meta.dirname, '../../src/cli/main.ts');

/** Folder of the real files, or undefined where they are not at hand. */
export const REAL_DATA = process.env['CIRCUITO_REAL_DATA'];

/** A real file by its name; only called where the folder is known. */
export function realFile(name: string): string {
  if (REAL_DATA === undefined) throw new Error('CIRCUITO_REAL_DATA is not set');
  return path.resolve(import.meta.dirname, '../..', REAL_DATA, name);
}

export interface Answer {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as a person does, standing in a folder. */
export function start(cwd: string, ...args: readonly string[]): Answer {
  const child = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: cwd, NO_COLOR: '1' },
    maxBuffer: 64 << 20,
  });
  return { exit: child.status, out: child.stdout, err: child.stderr };
}

const COMMANDS = [measure, importCommand, imports, undo, quarantine, check, rebuild, verify, discover];

/** The same within this process, at a fixed moment: what many tests need and few can wait for. */
export async function circuito(cwd: string, ...argv: readonly string[]): Promise<Answer> {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await run(COMMANDS, {
    argv,
    cwd,
    clock: () => NOW,
    step: () => undefined,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    width: 110,
    colour: false,
    now_ms: () => 0,
  });
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

/** An empty folder to stand in, with these packs in its data folder; gone when the test ends. */
export function makePlace(...packs: readonly string[]): string {
  const place = mkdtempSync(path.join(tmpdir(), 'circuito-real-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  for (const pack of packs) {
    const target = path.join(place, 'circuito-data', 'packs', path.basename(pack));
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(pack, target, { recursive: true });
  }
  return place;
}

/** Opens the data folder of a place for some work, as the program does, and closes it. */
export async function withPlace<T>(
  place: string,
  work: (institution: Institution) => Promise<T>,
): Promise<T> {
  const institution = await openInstitution(path.join(place, 'circuito-data'), {
    clock: () => NOW,
    progress: () => undefined,
    step: () => undefined,
  });
  try {
    await syncFacts(institution);
    return await work(institution);
  } finally {
    institution.close();
  }
}

/** Imports a file, by a mapping where one is given. */
export function bring(
  institution: Institution,
  dataset: string,
  file: string,
  map: string | null = null,
): Promise<ImportReport> {
  const control = { rows: null, sums: [] };
  return importFile(institution, { dataset, file, map, dates: null, dry_run: false, mask: false, control });
}

/** What every import owes: each row read went to one place only. */
export function identity({ counts }: ImportReport): boolean {
  const { read, accepted, updated, quarantined, duplicate, blank } = counts;
  return read === accepted + updated + quarantined + duplicate + blank;
}
