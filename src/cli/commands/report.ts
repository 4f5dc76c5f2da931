import { writeFile } from 'node:fs/promises';
import { EVERYTHING, Refusal } from '../../kernel/index.ts';
import { printMonth, printTold, printWall, toLocalToday } from '../../usecases/index.ts';
import { type Command, EXIT, getText, text } from '../command.ts';
import { printJson } from '../terminal.ts';
import { say } from '../texts.ts';

export const report: Command = {
  name: 'report',
  usage: '--period 2011-06 [--unit U] [--wall | --clients] [--out FILE.pdf]',
  about: {
    es: 'el informe del mes en PDF; con --wall, la hoja para la pared; con --clients, lo que se dijo a los clientes',
    en: 'the report of the month as PDF; with --wall, the page for the wall; with --clients, what clients were told',
  },
  options: {
    period: { type: 'string' },
    unit: { type: 'string' },
    wall: { type: 'boolean' },
    clients: { type: 'boolean' },
    out: { type: 'string' },
  },
  args: [0, 0],
  run: ({ terminal, options, resolve, withInstitution }) =>
    withInstitution(async (institution) => {
      const { language } = terminal;
      const { wall, clients } = options;
      if (wall && clients)
        throw new Refusal('option-unreadable', { option: 'clients', value: '--wall', values: ['--clients'] });
      const asked = { period: getText(options, 'period', '2011-06'), unit: text(options, 'unit') };
      const today = toLocalToday(institution);
      const printer = { scope: EVERYTHING, language, today, who: '' };
      const told = { period: asked.period, unit: asked.unit ?? undefined, scope: EVERYTHING, language };
      const { name, bytes } = clients
        ? await printTold(institution, told, printer)
        : await (wall ? printWall : printMonth)(institution, asked, printer);
      const file = resolve(text(options, 'out') ?? name);
      await writeFile(file, bytes);
      if (terminal.json) printJson(terminal, { file, bytes: bytes.length });
      else terminal.out(`${say(language, 'written')}: ${file}`);
      return EXIT.done;
    }),
};
