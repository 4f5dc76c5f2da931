import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  check,
  importCommand,
  imports,
  measure,
  quarantine,
  rebuild,
  run,
  undo,
  verify,
} from '../../../src/cli/index.ts';
import { verifyRaw } from '../../../src/facts/index.ts';
import { type Ledger, openLedger } from '../../../src/ledger/index.ts';
import {
  measureIndicators,
  openInstitution,
  type Ports,
  syncFacts,
  verifyInstitution,
} from '../../../src/usecases/index.ts';

const COMMANDS = [measure, importCommand, imports, undo, quarantine, check, rebuild, verify];
const MAIN = join(import.meta.dirname, '..', '..', '..', 'src', 'cli', 'main.ts');

/** What a command line answered. */
export interface Answer {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** What became of a file, as the ledger keeps it. */
export interface Counts {
  readonly read: number;
  readonly accepted: number;
  readonly updated: number;
  readonly quarantined: number;
  readonly duplicate: number;
  readonly blank: number;
}

export interface ImportedFile {
  readonly id: string;
  readonly file_name: string;
  readonly raw_sha256: string;
  readonly counts: Counts;
  readonly undone_at: string | null;
}

/** A row that waits to be corrected. */
export interface Waiting {
  readonly import: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly cells: readonly (string | null)[];
}

/** An institution of a test: a folder for its data, and another where its files lie. */
export interface House {
  readonly data: string;
  readonly files: string;
  /** Writes a file as the user would have it, and gives its path. */
  readonly put: (name: string, content: string | Uint8Array) => string;
  /** Runs one command line of this institution within this process. */
  readonly say: (...argv: readonly string[]) => Promise<Answer>;
  /** The same, as JSON. */
  readonly ask: (...argv: readonly string[]) => Promise<Record<string, unknown>>;
  readonly imports: () => readonly ImportedFile[];
  readonly waiting: () => readonly Waiting[];
  /** All that the institution says of its data: imports in force, figures, rows to correct. */
  readonly state: () => Promise<Look>;
  readonly drop: () => void;
}

/** The present of the tests that run in this process: the middle of July 2011. */
export const NOW = '2011-07-15T12:00:00.000Z';

/** A folder of its own, in memory where the system has that: a kill cannot tell the difference. */
export function makeFolder(name: string): string {
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  return mkdtempSync(join(parent, `circuito-${name}-`));
}

/** Runs one command line on a data folder within this process. */
export async function runCommand(data: string, argv: readonly string[]): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await run(COMMANDS, {
    argv: [...argv, '--data', data],
    cwd: data,
    clock: () => NOW,
    step: () => {},
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    width: 110,
    colour: false,
    now_ms: () => 0,
  });
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

let empty: string | null = null;

/** Makes the folder of an institution without data once, for a test file that opens many. */
export async function prepareHouses(): Promise<void> {
  const root = makeFolder('vacia');
  mkdirSync(join(root, 'datos'));
  await runCommand(join(root, 'datos'), ['imports']);
  empty = root;
}

export function dropHouses(): void {
  if (empty !== null) rmSync(empty, { recursive: true, force: true });
  empty = null;
}

/** Opens an institution without data. */
export function openHouse(name: string, root = makeFolder(name)): House {
  const data = join(root, 'datos');
  if (empty !== null) cpSync(join(empty, 'datos'), data, { recursive: true });
  const say = (...argv: readonly string[]) => runCommand(data, argv);
  const ask = async (...argv: readonly string[]) => {
    const { out, err, exit } = await say(...argv, '--json');
    if (out === '') throw new Error(`${argv.join(' ')}: ${exit} ${err}`);
    return JSON.parse(out) as Record<string, unknown>;
  };
  return {
    data,
    files: root,
    put: (file, content) => {
      const path = join(root, file);
      writeFileSync(path, content);
      return path;
    },
    say,
    ask,
    imports: () => read(data, (ledger) => ledger.listImports({ include_undone: true })),
    waiting: () =>
      read(data, (ledger) =>
        ledger
          .quarantineOf({ state: 'open' })
          .map(({ import_id, line, column_name, code, params, cells }) => ({
            import: import_id,
            line,
            column: column_name,
            code: String(params['rule'] ?? code),
            cells,
          })),
      ),
    state: () => look(data),
    drop: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Short, so that a difference is told without pages of figures. */
function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)))
    .digest('hex')
    .slice(0, 16);
}

/** Reads the ledger itself: quicker than a command, where a test looks often. */
function read<T>(data: string, look: (ledger: Ledger) => T): T {
  const ledger = openLedger(data, () => NOW);
  try {
    return look(ledger);
  } finally {
    ledger.close();
  }
}

const PORTS: Ports = { clock: () => NOW, progress: () => {}, step: () => {} };

/** What an institution says of its data when it is opened once. */
export interface Look {
  /** Digest of the requests in force, and of the figures: the year whole, and a month by person. */
  readonly figures: string;
  /** The imports in force, without order and moment, and the rows that wait. */
  readonly kept: string;
  /** What verification finds wrong, by code. */
  readonly found: readonly string[];
}

/**
 * Opens an institution as every command does, and tells what it says of its data. Checked, raw
 * files and ledger are verified too; verified, the facts are compared with fresh ones besides.
 */
export async function look(
  data: string,
  how: 'as it stands' | 'checked' | 'verified' = 'as it stands',
): Promise<Look> {
  const institution = await openInstitution(data, PORTS);
  try {
    await syncFacts(institution);
    const ask = { indicators: [], as_of: null };
    const year = await measureIndicators(institution, { ...ask, period: '2011', by: [] });
    const month = await measureIndicators(institution, { ...ask, period: '2011-06', by: ['person'] });
    // Every fact in force, whatever file it came in.
    const facts = await institution.facts.duck.rows(
      'select * exclude (_import, _row) from requests order by request_id',
    );
    const imports = institution.ledger
      .listImports()
      .map(({ file_name, raw_sha256, counts }) => [file_name, raw_sha256, counts]);
    const waiting = institution.ledger
      .quarantineOf({ state: 'open' })
      .map(({ line, code, cells }) => [line, code, cells]);
    const found: string[] = [];
    if (how === 'checked') {
      const shas = institution.ledger.listImports().map(({ raw_sha256 }) => raw_sha256);
      const { missing, corrupt } = await verifyRaw(data, shas);
      found.push(
        ...missing,
        ...corrupt,
        ...institution.ledger.verifyChain().findings.map(({ code }) => code),
      );
    }
    if (how === 'verified')
      found.push(...(await verifyInstitution(institution)).problems.map(({ code }) => code));
    return {
      figures: digest([year, month, facts]),
      kept: JSON.stringify([imports, digest(waiting)]),
      found,
    };
  } finally {
    institution.close();
  }
}

/** The figures alone: equal where the same facts came in other files. */
export async function figures({ data }: Pick<House, 'data'>): Promise<string> {
  return (await look(data)).figures;
}

/** Runs the program itself, as a user does, in another process. */
export function start(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { readonly child: ChildProcess; readonly ended: Promise<Answer & { readonly signal: string | null }> } {
  const child = spawn(process.execPath, [MAIN, ...argv], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'circuito-compiled'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
  const ended = new Promise<Answer & { readonly signal: string | null }>((resolve) => {
    child.on('close', (exit, signal) => resolve({ exit, out, err, signal }));
  });
  return { child, ended };
}

export const HEADER = 'request_id,process,unit,person,opened_at,closed_at,status,handling_min';

/** A file of requests from its rows below the header. */
export function toFile(rows: readonly string[], header = HEADER): string {
  return `${[header, ...rows].join('\n')}\n`;
}

/** Rows of requests that are right, each closed a day after it came. */
export function goodRows(n: number, from = 1, month = '06'): string[] {
  return Array.from({ length: n }, (_, index) => {
    const id = from + index;
    const day = String((id % 27) + 1).padStart(2, '0');
    const next = String((id % 27) + 2).padStart(2, '0');
    const person = ['Ana Pérez', 'Luis Muñoz', 'Rosa Ibáñez'][id % 3];
    return `R${id},actualizacion-datos,Agencia ${id % 2 === 0 ? 'Norte' : 'Sur'},${person},2011-${month}-${day} 08:${String(id % 60).padStart(2, '0')},2011-${month}-${next} 09:00,cerrado,${10 + (id % 7)}`;
  });
}
