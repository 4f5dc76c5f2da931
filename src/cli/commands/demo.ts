import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Procedure } from '../../kernel/index.ts';
import {
  bringLog,
  DEMO_PLACES,
  importFile,
  type Institution,
  isDemo,
  measureIndicators,
  startDemo,
} from '../../usecases/index.ts';
import { choice, type Command, EXIT, quotePath } from '../command.ts';
import { printJson } from '../terminal.ts';
import { say } from '../texts.ts';
import { printMonth } from './measure.ts';

/** Writes the files of a world into a folder; handed in by `main.ts`, which assembles the program. */
export type WriteWorld = (
  size: 'tiny' | 'demo',
  folder: string,
) => Promise<{ readonly files: readonly { readonly dataset: string; readonly path: string }[] }>;

/** Writes the event logs of a world, by the procedures there are; handed in as `WriteWorld` is. */
export type WriteLogs = (
  procedures: ReadonlyMap<string, Procedure>,
  folder: string,
) => readonly { readonly procedure: string; readonly name: string; readonly path: string }[];

const isEmpty = (institution: Institution): boolean => institution.ledger.listImports().length === 0;

/** Kept when the whole world is in: one that was cut short goes on at the next start. */
const LOADED = 'demo-loaded';

/** Loads a world into a folder that has no imports yet, and marks the folder as a demo. Refuses `demo-not-empty`. */
export async function loadWorld(
  institution: Institution,
  writeWorld: WriteWorld,
  size: 'tiny' | 'demo',
  writeLogs: WriteLogs,
): Promise<void> {
  const { ledger } = institution;
  const isBegun = isDemo(ledger);
  if (isBegun ? ledger.findSetting(LOADED) !== undefined : !isEmpty(institution)) return;
  // Refused where people are already: an invented bank has no place among the data of a real one.
  if (!isBegun) startDemo(institution, DEMO_PLACES[size]);
  const scratch = await mkdtemp(join(tmpdir(), 'circuito-'));
  try {
    const { files } = await writeWorld(size, scratch);
    for (const [index, { dataset, path }] of files.entries()) {
      institution.ports.progress({ stage: 'import', done: index, of: files.length });
      await importFile(institution, {
        dataset,
        file: path,
        map: null,
        dates: null,
        dry_run: false,
        mask: false,
        control: { rows: null, sums: [] },
      });
    }
    if (size === 'demo')
      for (const log of writeLogs(institution.content.catalogue.procedures, scratch))
        await bringLog(institution, log);
    ledger.changeSetting(LOADED, true);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Loads the trial world the first time and prints its month. */
export function toDemoCommand(writeWorld: WriteWorld, writeLogs: WriteLogs): Command {
  return {
    name: 'demo',
    usage: '[--size tiny|demo]',
    about: { es: 'carga un mundo de prueba y muestra su mes', en: 'loads a trial world and shows its month' },
    options: { size: { type: 'string' } },
    args: [0, 0],
    run: ({ terminal, options, folder, resolve, withInstitution }) =>
      withInstitution(
        async (institution) => {
          const { language } = terminal;
          const size = choice(options, 'size', ['tiny', 'demo']) ?? 'demo';
          if (isEmpty(institution)) terminal.note(say(language, 'loading'));
          await loadWorld(institution, writeWorld, size, writeLogs);
          const result = await measureIndicators(institution, {
            period: '2011-06',
            indicators: [],
            by: [],
            as_of: null,
          });
          if (terminal.json) {
            const { period, as_of, measurements, history } = result;
            printJson(terminal, { folder, period, as_of, measurements, history });
          } else {
            terminal.out(say(language, 'demo', { folder }));
            printMonth(terminal, institution, result, { by: [], as_of: null });
            terminal.out(
              say(language, 'demoNext', {
                data: resolve('circuito-data') === folder ? '' : ` --data ${quotePath(folder)}`,
              }),
            );
          }
          return EXIT.done;
        },
        { begin: true },
      ),
  };
}
