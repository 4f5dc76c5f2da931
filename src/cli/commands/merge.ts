import { MERGED_DIMENSIONS, mergeSpelling, unmergeSpelling } from '../../usecases/index.ts';
import { type Command, EXIT } from '../command.ts';
import { printJson, toTable } from '../terminal.ts';
import { say } from '../texts.ts';

const DIMENSIONS = MERGED_DIMENSIONS.join('|');

export const merge: Command = {
  name: 'merge',
  usage: `<${DIMENSIONS}> FROM INTO`,
  about: {
    es: 'lee dos formas de escribir un nombre como una sola (reversible)',
    en: 'reads two spellings of a name as one (reversible)',
  },
  options: {},
  args: [3, 3],
  run: ({ terminal, args, withInstitution }) =>
    withInstitution(async (institution) => {
      const [dimension = '', from = '', to = ''] = args;
      const made = await mergeSpelling(institution, dimension, from, to);
      if (terminal.json) printJson(terminal, { merge: made });
      else terminal.out(say(terminal.language, 'merged', { from, to, dimension }));
      return EXIT.done;
    }),
};

export const unmerge: Command = {
  name: 'unmerge',
  usage: `<${DIMENSIONS}> FROM`,
  about: {
    es: 'vuelve a leer un nombre tal como está escrito',
    en: 'reads a name again as it is written',
  },
  options: {},
  args: [2, 2],
  run: ({ terminal, args, withInstitution }) =>
    withInstitution(async (institution) => {
      const [dimension = '', from = ''] = args;
      const undone = await unmergeSpelling(institution, dimension, from);
      if (terminal.json) printJson(terminal, { unmerged: undone });
      else terminal.out(say(terminal.language, 'unmerged', { from }));
      return EXIT.done;
    }),
};

export const merges: Command = {
  name: 'merges',
  usage: '',
  about: { es: 'lista los nombres que se leen como otro', en: 'lists the names read as another' },
  options: {},
  args: [0, 0],
  run: ({ terminal, withInstitution }) =>
    withInstitution(async ({ ledger }) => {
      const { language } = terminal;
      const found = ledger.listMerges();
      if (terminal.json) printJson(terminal, { merges: found });
      else if (found.length === 0) terminal.out(say(language, 'noMerges'));
      else
        terminal.out(
          toTable(
            [say(language, 'dimension'), say(language, 'writtenAs'), say(language, 'readAs')],
            found.map(({ dimension, from_value, to_value }) => [dimension, from_value, to_value]),
          ),
        );
      return EXIT.done;
    }),
};
