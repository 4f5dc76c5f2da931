import { backUpInstitution, restoreInstitution, syncFacts, verifyInstitution } from '../../usecases/index.ts';
import { printNumber, sayProblem } from '../../sentences/index.ts';
import { type Command, EXIT, getText } from '../command.ts';
import { printJson } from '../terminal.ts';
import { say } from '../texts.ts';

export const backup: Command = {
  name: 'backup',
  usage: '--out FOLDER',
  about: {
    es: 'copia todo a una carpeta nueva, también con el servidor abierto',
    en: 'copies everything to a new folder, also while the server is open',
  },
  options: { out: { type: 'string' } },
  args: [0, 0],
  run: ({ terminal, options, resolve, withInstitution }) =>
    withInstitution(async (institution) => {
      const to = resolve(getText(options, 'out', 'copia-2011-07-01'));
      const { files, ledger_entries, ledger_head } = await backUpInstitution(institution, to);
      if (terminal.json)
        printJson(terminal, { folder: to, files: files.length, ledger_entries, ledger_head });
      else
        terminal.out(
          say(terminal.language, 'backedUp', {
            folder: to,
            files: printNumber(files.length, terminal.language),
          }),
        );
      return EXIT.done;
    }),
};

export const restore: Command = {
  name: 'restore',
  usage: '<backup>',
  about: {
    es: 'pone una copia en una carpeta de datos nueva y la comprueba',
    en: 'puts a backup into a new data folder and verifies it',
  },
  options: {},
  args: [1, 1],
  alone: true,
  run: async ({ terminal, args, folder, resolve, withInstitution }) => {
    const { language } = terminal;
    const manifest = await restoreInstitution(resolve(args[0]!), folder);
    return withInstitution(async (institution) => {
      await syncFacts(institution);
      const { problems, ledger_entries } = await verifyInstitution(institution);
      if (terminal.json) printJson(terminal, { folder, made_at: manifest.made_at, ledger_entries, problems });
      else {
        terminal.out(
          say(language, 'restored', { folder, date: manifest.made_at.slice(0, 16).replace('T', ' ') }),
        );
        for (const problem of problems) terminal.out(sayProblem(problem, language));
      }
      return problems.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.done;
    });
  },
};
