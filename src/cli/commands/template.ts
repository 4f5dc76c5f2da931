import { join } from 'node:path';
import { getDataset, loadContent, OWN_PACKS, writeTemplate } from '../../usecases/index.ts';
import { type Command, EXIT, getText } from '../command.ts';
import { printJson } from '../terminal.ts';
import { say } from '../texts.ts';

export const template: Command = {
  name: 'template',
  usage: '<dataset> --out FILE.xlsx',
  about: {
    es: 'un archivo vacío para llenar, con lo que va en cada columna',
    en: 'an empty file to fill, with what goes in each column',
  },
  options: { out: { type: 'string' } },
  args: [1, 1],
  run: async ({ terminal, args, options, resolve, folder }) => {
    const asked = args[0]!;
    const out = resolve(getText(options, 'out', `${asked}.xlsx`));
    const content = await loadContent([OWN_PACKS, join(folder, 'packs')]);
    const dataset = getDataset(content, asked).id;
    const { file } = await writeTemplate({ content }, { dataset, out, language: terminal.language });
    if (terminal.json) printJson(terminal, { file, dataset });
    else terminal.out(`${say(terminal.language, 'written')}: ${file}`);
    return EXIT.done;
  },
};
