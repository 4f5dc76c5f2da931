import type { LocalText } from '../../kernel/index.ts';
import { printNumber, printPercent, printPeriod } from '../../sentences/index.ts';
import { type Proof, type ProofSide, proveIndicator } from '../../usecases/index.ts';
import { type Command, EXIT, getText, texts } from '../command.ts';
import { printJson, style, type Terminal, toTable, wrap } from '../terminal.ts';
import { say } from '../texts.ts';

/** Before and after side by side, and with them those where nothing was changed. */
function printSides(terminal: Terminal, proof: Proof): void {
  const { language } = terminal;
  const row = (name: string, side: ProofSide) => [
    name,
    printPeriod(side.period, language),
    side.text?.[language] ?? '—',
    printNumber(side.n, language),
    side.standard?.[language] ?? '',
  ];
  const { comparison } = proof;
  const others = comparison?.units.join(', ') ?? '';
  const rows = [
    row(say(language, 'before'), proof.before),
    ...(proof.after ? [row(say(language, 'afterwards'), proof.after)] : []),
    ...(comparison
      ? [
          row(`${say(language, 'before')}, ${others}`, comparison.before),
          row(`${say(language, 'afterwards')}, ${others}`, comparison.after),
        ]
      : []),
  ];
  const head = ['', say(language, 'stretch'), say(language, 'value'), 'n', say(language, 'standard')];
  terminal.out(toTable(head, rows, [2, 3]));
}

function printProof(terminal: Terminal, proof: Proof): void {
  const { language } = terminal;
  const print = (text: LocalText, indent: string) =>
    terminal.out(wrap(text[language], terminal.width, indent));
  terminal.out('');
  const part = proof.units === null ? '' : ` · ${proof.units.join(', ')}`;
  terminal.out(style(terminal, 'bold', `${proof.name[language]}${part}`));
  print(proof.sentence, '  ');
  terminal.out('');
  printSides(terminal, proof);
  if (proof.change)
    terminal.out(`${say(language, 'change')} ${printPercent(proof.change.value, language, 1)}`);
  if (proof.warnings.length > 0 || proof.meanwhile.length > 0) terminal.out('');
  for (const { text } of [...proof.warnings, ...proof.meanwhile]) print(text, '  ');
  terminal.out('');
}

export const prove: Command = {
  name: 'prove',
  usage: '--indicator ID --before P..P --after P..P [--unit U]... [--against U2]...',
  about: {
    es: 'antes y después de un cambio: cuánto cambió, con qué certeza, y qué pasó donde no se cambió nada',
    en: 'before and after a change: how much it changed, how sure that is, and what happened where nothing was changed',
  },
  options: {
    indicator: { type: 'string' },
    before: { type: 'string' },
    after: { type: 'string' },
    unit: { type: 'string', multiple: true },
    against: { type: 'string', multiple: true },
  },
  args: [0, 0],
  run: ({ terminal, options, withInstitution }) =>
    withInstitution(async (institution) => {
      const units = texts(options, 'unit');
      const proof = await proveIndicator(institution, {
        indicator: getText(options, 'indicator', 'plazo-debito-automatico'),
        before: getText(options, 'before', '2010-07..2010-12'),
        after: getText(options, 'after', '2011-01..2011-06'),
        only: units.length === 0 ? {} : { unit: units },
        against: texts(options, 'against'),
        meanwhile: [],
      });
      if (terminal.json) printJson(terminal, proof);
      else printProof(terminal, proof);
      return EXIT.done;
    }),
};
