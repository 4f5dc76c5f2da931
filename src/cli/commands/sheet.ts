import { printNumber } from '../../sentences/index.ts';
import { sheetIndicator } from '../../usecases/index.ts';
import { type Command, EXIT, getText, text } from '../command.ts';
import { FILTER_OPTIONS, FILTER_USAGE, readFilters } from '../filters.ts';
import { printJson } from '../terminal.ts';
import { say, sayCount } from '../texts.ts';

export const sheet: Command = {
  name: 'sheet',
  usage: `<indicator> --period 2011-06 --out FILE.xlsx ${FILTER_USAGE} [--as-of INSTANT]`,
  about: {
    es: 'una hoja de cálculo con la cifra, sus filas y fórmulas vivas',
    en: 'a spreadsheet with the figure, its rows and live formulas',
  },
  options: {
    period: { type: 'string' },
    out: { type: 'string' },
    ...FILTER_OPTIONS,
    'as-of': { type: 'string' },
  },
  args: [1, 1],
  run: ({ terminal, args, options, resolve, withInstitution }) =>
    withInstitution(async (institution) => {
      const { language } = terminal;
      const { file, rows, measurement } = await sheetIndicator(institution, {
        indicator: args[0]!,
        period: getText(options, 'period', '2011-06'),
        as_of: text(options, 'as-of'),
        filters: readFilters(options),
        out: resolve(getText(options, 'out', `${args[0]}.xlsx`)),
        language,
      });
      if (terminal.json) printJson(terminal, { file, rows, measurement });
      else {
        const n = sayCount(language, rows, printNumber(rows, language), 'row', 'rows');
        terminal.out(`${say(language, 'written')}: ${file} (${n})`);
      }
      return EXIT.done;
    }),
};
