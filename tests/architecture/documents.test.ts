import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOMS } from '../../scripts/arrow-rules.ts';
import { RAW_STEPS } from '../../src/facts/index.ts';
import { LEDGER_STEPS } from '../../src/ledger/index.ts';
import { type DocumentStep, readDocument, toWords } from './read-document.ts';
import { loadSources, ROOT } from './source-files.ts';

const MAIN = path.join(ROOT, 'src/cli/main.ts');
const load = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
/** Documents a person follows command by command. */
const FOLLOWED = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: ROOT }).toSorted()]
  // The guide is read beside the screens and names no command.
  .filter((file) => !file.endsWith('guia-del-analista.md'));
const DOCUMENTS = globSync(['*.md', '{docs,decisions,packs,seed,bench,tests}/**/*.md', 'src/**/*.md'], {
  cwd: ROOT,
}).toSorted();
const { scripts, dependencies, devDependencies } = JSON.parse(load('package.json')) as Readonly<
  Record<'scripts' | 'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
>;

const scratch = mkdtempSync(path.join(tmpdir(), 'circuito-docs-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Answer {
  readonly exit: number | null;
  readonly out: string;
}

function circuito(cwd: string, ...args: readonly string[]): Answer {
  // Compiled once for all the programs started here.
  const NODE_COMPILE_CACHE = path.join(scratch, 'compiled');
  const env = { ...process.env, INIT_CWD: cwd, NO_COLOR: '1', NODE_COMPILE_CACHE };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    encoding: 'utf8',
    env,
  });
  return { exit: status, out: stdout + stderr };
}

/** A place to stand in as if it were a checkout after `npm start`, with the small trial world. */
function makePlace(name: string): string {
  const place = path.join(scratch, name);
  mkdirSync(place);
  for (const folder of ['docs', 'packs', 'seed', 'tests'])
    symlinkSync(path.join(ROOT, folder), path.join(place, folder));
  cpSync(path.join(scratch, 'circuito-data'), path.join(place, 'circuito-data'), { recursive: true });
  return place;
}

/** What is wrong with a line that runs a script of package.json, whose work has its own tests. */
function checkScript(words: readonly string[]): string[] {
  const settings = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=')[0]!);
  const rest = words.slice(settings.length);
  const name = rest[1] === 'run' ? rest[2]! : rest[1]!;
  const paths = rest.slice(rest.indexOf('--') + 1).filter((word) => word.includes('/'));
  const sources = loadSources('src', 'tests', 'bench', 'scripts').map(({ text }) => text);
  const tests = globSync('{src,tests}/**/*.test.ts', { cwd: ROOT }).map(load);
  return [
    ...(name in scripts || name === 'ci' ? [] : [`package.json has no script ${name}`]),
    ...paths.filter((file) => !existsSync(path.join(ROOT, file))).map((file) => `${file} does not exist`),
    ...settings
      .filter((setting) => ![...sources, ...tests].some((text) => text.includes(setting)))
      .map((setting) => `nothing reads ${setting}`),
  ];
}

/** Does one step in a place; tells what does not go as the document says. */
function follow(step: DocumentStep, place: string, before: Answer): { answer: Answer; wrong: string[] } {
  switch (step.kind) {
    case 'write': {
      const file = path.join(place, step.file);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, step.text);
      return { answer: before, wrong: [] };
    }
    case 'replace': {
      const file = path.join(place, step.file);
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(step.from, step.to));
      return { answer: before, wrong: text.includes(step.from) ? [] : [`${step.file} has no ${step.from}`] };
    }
    case 'printed': {
      let from = 0;
      const missing = step.lines.filter((line) => {
        const at = before.out.indexOf(line.trim(), from);
        if (at >= 0) from = at + line.trim().length;
        return at < 0;
      });
      return { answer: before, wrong: missing.map((line) => `${step.at}: not printed: ${line}`) };
    }
    case 'run': {
      const words = toWords(step.command);
      if (step.command.startsWith('npm run -s circuito -- ')) {
        const answer = circuito(place, ...words.slice(words.indexOf('--') + 1));
        const fine = answer.exit === 0 || answer.exit === 1 || (answer.exit === 2 && step.mayRefuse);
        return {
          answer,
          wrong: fine ? [] : [`${step.at}: ${step.command} ended with ${answer.exit}: ${answer.out}`],
        };
      }
      if (/^(?:[A-Z_]+=\S+ )*npm /.test(step.command))
        return { answer: before, wrong: checkScript(words).map((text) => `${step.at}: ${text}`) };
      if (words[0] === 'node') {
        const wrong = existsSync(path.join(ROOT, words[1]!))
          ? []
          : [`${step.at}: ${words[1]} does not exist`];
        return { answer: before, wrong };
      }
      const wrong = ['git', 'cd'].includes(words[0]!) ? [] : [`${step.at}: nobody tries ${step.command}`];
      return { answer: before, wrong };
    }
    default:
      return step satisfies never;
  }
}

describe('what documents tell a reader to do', () => {
  beforeAll(() => {
    const { exit, out } = circuito(scratch, 'demo', '--size', 'tiny');
    expect(exit, out).toBe(0);
  }, 120_000);

  it.each(FOLLOWED)('%s', { timeout: 300_000 }, (file) => {
    const steps = readDocument(file);
    expect(steps.length).toBeGreaterThan(0);
    const place = makePlace(file.replaceAll('/', '-'));
    const wrong: string[] = [];
    let answer: Answer = { exit: null, out: '' };
    for (const step of steps) {
      const done = follow(step, place, answer);
      wrong.push(...done.wrong);
      answer = done.answer;
    }
    expect(wrong).toEqual([]);
  });
});

describe('what documents say there is', () => {
  it('every link leads to a file', () => {
    const broken = DOCUMENTS.flatMap((file) =>
      [...load(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(path.join(ROOT, path.dirname(file), target)))
        .map((target) => `${file} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('every path named in running text exists', () => {
    const named = /`((?:src|tests|scripts|seed|bench|docs|packs|golden|decisions)\/[\w./-]+)`/g;
    const gone = DOCUMENTS.flatMap((file) =>
      [...load(file).matchAll(named)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(path.join(ROOT, target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(gone).toEqual([]);
  });

  it('the README has every command, and only those there are', () => {
    const help = circuito(scratch, 'help', '--lang', 'en').out;
    const commands = [...help.matchAll(/^ {2}(\S+)/gm)].map(([, name = '']) => name);
    const table =
      load('README.md')
        .split(/^## /m)
        .find((text) => text.startsWith('Commands\n')) ?? '';
    const told = [...table.matchAll(/^\| `([\w-]+)[^`]*` \|/gm)].map(([, name = '']) => name);
    expect(told.toSorted()).toEqual(commands.toSorted());
  });

  it('ARCHITECTURE has the arrows that are enforced', () => {
    const table = [...load('ARCHITECTURE.md').matchAll(/^\| `([a-z]+)` \| ([^|]*) \|/gm)].map(
      ([, room = '', rooms = '']) =>
        [room, [...rooms.matchAll(/`(\w+)`/g)].map(([, name]) => name!).toSorted()] as const,
    );
    const enforced = Object.entries(ROOMS).map(([room, { rooms }]) => [room, rooms.toSorted()] as const);
    expect(Object.fromEntries(table)).toEqual(Object.fromEntries(enforced));
  });

  it('ARCHITECTURE has every write step of an import, in order', () => {
    const text = load('ARCHITECTURE.md');
    const own = loadSources('src/usecases/imports').flatMap(({ text: source }) =>
      [...source.matchAll(/step\('([\w-]+)'\)/g)].map(([, name]) => name!),
    );
    const [insert, commit, committed] = ['facts-insert', 'facts-commit', 'facts-committed'];
    expect(own.toSorted()).toEqual([insert, commit, committed].toSorted());
    const steps = [...RAW_STEPS, insert, ...LEDGER_STEPS, commit, committed];
    const told = [...text.matchAll(/^\| `([\w-]+)` \|/gm)]
      .map(([, name]) => name!)
      .filter((name) => steps.includes(name));
    expect(told).toEqual(steps);
  });

  it('a decision names every package with its version', () => {
    const text = globSync('decisions/*.md', { cwd: ROOT }).map(load).join('\n');
    const untold = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([name, version]) => !text.includes(`| \`${name}\` ${version} |`),
    );
    expect(untold).toEqual([]);
  });

  it('every room has a README of at most a page', () => {
    const rooms = globSync('src/*/', { cwd: ROOT }).map((room) =>
      room.replaceAll(path.sep, '/').replace(/\/$/, ''),
    );
    const filled = [...rooms, 'seed', 'bench', 'tests', 'packs'].filter(
      (room) => globSync(`${room}/**/*.{ts,yaml}`, { cwd: ROOT }).length > 0,
    );
    expect(filled.length).toBeGreaterThan(10);
    const wrong = filled.filter((room) => {
      const file = path.join(ROOT, room, 'README.md');
      return !existsSync(file) || readFileSync(file, 'utf8').split('\n').length > 75;
    });
    expect(wrong).toEqual([]);
  });
});
