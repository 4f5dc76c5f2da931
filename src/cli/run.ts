import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language, Refusal } from '../kernel/index.ts';
import { sayProblem, sayRefusal } from '../sentences/index.ts';
import {
  type Institution,
  nearest,
  type Ports,
  type Progress,
  refuseMissingFolder,
  syncFacts,
  useInstitution,
} from '../usecases/index.ts';
import { type Call, type Command, EXIT, type Exit } from './command.ts';
import { suggestMapping, suggestRefusedCodes } from './suggest-mapping.ts';
import { printJson, type Terminal } from './terminal.ts';
import { sayOption } from './option-texts.ts';
import { say, sayStage } from './texts.ts';

const COMMON = {
  data: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export interface Surroundings {
  readonly argv: readonly string[];
  /** Folder where the user stands. */
  readonly cwd: string;
  readonly clock: () => string;
  readonly step: (name: string) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly width: number;
  readonly colour: boolean;
  readonly now_ms: () => number;
  /** The institution a server holds, for a command line that came through it; else the folder is opened. */
  readonly held?: {
    readonly use: <T>(work: (institution: Institution) => Promise<T>) => Promise<T>;
    readonly rebuild: () => Promise<void>;
  };
  /** Hands the whole command line to the server that holds the folder; null when none does. */
  readonly forward?: (folder: string) => Promise<Exit | null>;
}

/** Progress on stderr, for work that takes over a second, at most four times a second. */
function toProgress(surroundings: Surroundings, language: Language): (progress: Progress) => void {
  const start = surroundings.now_ms();
  let last = start;
  return ({ stage, done, of }) => {
    const now = surroundings.now_ms();
    if (now - start < 1000 || now - last < 250) return;
    last = now;
    const share =
      done === undefined || of === undefined || of === 0 ? '' : ` ${Math.floor((100 * done) / of)} %`;
    surroundings.err(`… ${sayStage(language, stage)}${share}`);
  };
}

function printHelp(terminal: Terminal, commands: readonly Command[]): void {
  const es = terminal.language === 'es';
  if (terminal.json) {
    const described = commands.map(({ name, usage, about }) => ({
      name,
      usage,
      about: about[terminal.language],
    }));
    printJson(terminal, { commands: described });
    return;
  }
  terminal.out(es ? 'circuito <orden> [opciones]\n' : 'circuito <command> [options]\n');
  for (const command of commands) {
    terminal.out(`  ${command.name} ${command.usage}`);
    terminal.out(`      ${command.about[terminal.language]}`);
  }
  const [only, second] = commands;
  if (only && !second) {
    terminal.out(`\n${say(terminal.language, 'options')}:`);
    const names = Object.keys({ ...only.options, ...COMMON });
    const width = Math.max(...names.map((name) => name.length));
    for (const name of names)
      terminal.out(`      --${name.padEnd(width)}  ${sayOption(terminal.language, name)}`);
  }
  terminal.out(
    es
      ? '\nEn todas: --data CARPETA (por defecto ./circuito-data), --lang es|en, --json.\nTermina con 0 si se hizo, 1 si hay algo que mirar, 2 si se rechazó.'
      : '\nIn all of them: --data FOLDER (default ./circuito-data), --lang es|en, --json.\nExits with 0 when done, 1 when there is something to look at, 2 when refused.',
  );
}

/** What follows `--lang`, or null: read before anything else, so that refusals are told in it. */
function findLanguage(argv: readonly string[]): string | null {
  const joined = argv.find((argument) => argument.startsWith('--lang='));
  if (joined !== undefined) return joined.slice('--lang='.length);
  const index = argv.indexOf('--lang');
  return index < 0 ? null : (argv[index + 1] ?? '');
}

/** Runs one command line and gives its exit code; refusals are told as sentences on stderr. */
export async function run(commands: readonly Command[], surroundings: Surroundings): Promise<Exit> {
  const [name = 'help', ...rest] = surroundings.argv;
  const lang = findLanguage(rest);
  const language: Language = lang === 'en' ? 'en' : 'es';
  const terminal: Terminal = {
    language,
    json: rest.includes('--json'),
    width: surroundings.width,
    colour: surroundings.colour && !rest.includes('--json'),
    out: surroundings.out,
    note: surroundings.err,
  };
  try {
    if (lang !== null && lang !== 'es' && lang !== 'en')
      throw new Refusal('option-unreadable', { option: 'lang', value: lang, values: ['es', 'en'] });
    const asked = name === 'help' ? rest[0] : name;
    const command = commands.find((candidate) => candidate.name === asked);
    if (name === 'help' || name === '--help' || rest.includes('--help')) {
      printHelp(terminal, command ? [command] : commands);
      return EXIT.done;
    }
    if (!command)
      throw new Refusal('command-not-found', {
        command: name,
        hint:
          nearest(
            name,
            commands.map((candidate) => candidate.name),
          ) ?? '',
        commands: commands.map((candidate) => candidate.name),
      });
    const { values, positionals } = readArguments(command, rest);
    const at = (path: string) => (isAbsolute(path) ? path : resolve(surroundings.cwd, path));
    const folder = at(typeof values['data'] === 'string' ? values['data'] : join('.', 'circuito-data'));
    const ports: Ports = {
      clock: surroundings.clock,
      progress: toProgress(surroundings, language),
      step: surroundings.step,
    };
    const { held, forward } = surroundings;
    if (held && command.alone) throw new Refusal('needs-server-stopped', { command: command.name });
    const call: Call = {
      terminal,
      ports,
      folder,
      args: positionals,
      options: values,
      resolve: at,
      rebuild: held?.rebuild ?? null,
      withInstitution: async (work, { sync = true, brought = [], begin = false } = {}) => {
        if (held) return held.use(work);
        if (!begin) await refuseMissingFolder(folder);
        return useInstitution(folder, ports, async (institution) => {
          if (sync) await syncFacts(institution, brought);
          return work(institution);
        });
      },
    };
    return await command.run(call).catch(async (error: unknown) => {
      const busy = error instanceof Refusal && error.code === 'folder-busy';
      const exit = busy && !command.alone ? await forward?.(folder) : null;
      if (exit === null || exit === undefined) throw error;
      return exit;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) {
      // A bug: said to whoever was working, and shown whole to whoever will mend it.
      surroundings.err(say(language, 'bug'));
      surroundings.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return EXIT.refused;
    }
    surroundings.err(sayRefusal(error.code, error.params, language));
    for (const problem of error.problems) surroundings.err(sayProblem(problem, language));
    if (error.code === 'column-missing') surroundings.err(`\n${suggestMapping(error.params, language)}`);
    const codes = suggestRefusedCodes(error.params, language);
    if (codes !== '') surroundings.err(`\n${codes}`);
    if (terminal.json)
      surroundings.out(
        JSON.stringify(
          {
            refused: {
              code: error.code,
              params: error.params,
              sentence: sayRefusal(error.code, error.params, language),
            },
          },
          null,
          2,
        ),
      );
    return EXIT.refused;
  }
}

/** Refuses an option that the command does not take, naming it and the nearest it does. */
function refuseUnknownOptions(command: Command, argv: readonly string[]): void {
  const options = { ...COMMON, ...command.options };
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind === 'option' && !(token.name in options));
  if (unknown?.kind !== 'option') return;
  const near = nearest(unknown.name, Object.keys(options));
  throw new Refusal('option-not-found', {
    option: unknown.rawName,
    hint: near === undefined ? '' : `--${near}`,
    command: command.name,
    usage: command.usage,
  });
}

function readArguments(command: Command, argv: readonly string[]) {
  refuseUnknownOptions(command, argv);
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...COMMON, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    const [least, most] = command.args;
    if (positionals.length < least || positionals.length > most) throw new Error('arguments');
    return { values: values as Record<string, string | boolean | string[] | undefined>, positionals };
  } catch (error) {
    throw new Refusal('usage', {
      command: command.name,
      usage: command.usage,
      detail: error instanceof Error ? error.message : '',
    });
  }
}
