import type { Language } from '../../kernel/index.ts';
import { printNumber, printQuantity } from '../../sentences/index.ts';
import { type MeasuredSeries, type MeasuredSignals, measureSignals } from '../../usecases/index.ts';
import { type Command, EXIT, getText, texts } from '../command.ts';
import { printJson, style, type Terminal, toTable, wrap } from '../terminal.ts';
import { say } from '../texts.ts';

/** How limits are worked out, as a chart calls it. */
const METHODS: Readonly<Record<MeasuredSeries['method'], string>> = {
  xmr: 'XmR',
  p: 'p',
  'p-prime': 'p′',
  u: 'u',
  'u-prime': 'u′',
};

type Point = MeasuredSeries['points'][number];

function printLimits(
  { centre, lower, upper, method }: MeasuredSeries,
  print: (value: number | null) => string,
  language: Language,
): string {
  if (centre === null) return '';
  const words = [
    `${say(language, 'mean')} ${print(centre)}`,
    ...(lower === null ? [] : [`${say(language, 'lowerLimit')} ${print(lower)}`]),
    ...(upper === null ? [] : [`${say(language, 'upperLimit')} ${print(upper)}`]),
    METHODS[method],
  ];
  return words.join('   ');
}

/** One series: its sentence, its limits, and its points with what they fire. */
function printSeries(terminal: Terminal, { name, unit, by }: MeasuredSignals, series: MeasuredSeries): void {
  const { language } = terminal;
  const print = (value: number | null) => (value === null ? '' : printQuantity(value, unit, language));
  const part = series.part === null ? '' : ` · ${series.part[language]}`;
  terminal.out('');
  terminal.out(style(terminal, 'bold', `${name[language]}${part}`));
  terminal.out(wrap(series.sentence[language], terminal.width, '  '));
  const limits = printLimits(series, print, language);
  if (limits !== '') terminal.out(style(terminal, 'dim', `  ${limits}`));
  const fires = ({ rules, side }: Point) =>
    side === null ? [] : rules.map((rule) => `${say(language, `rule-${rule}`)} (${say(language, side)})`);
  const remarks = (point: Point) =>
    [
      ...fires(point),
      ...(point.provisional ? [say(language, 'provisional')] : []),
      ...(point.cause === null ? [] : [point.cause]),
    ].join(' · ');
  // With a breakdown, the points that say something; of the whole, all.
  const shown = by.length === 0 ? series.points : series.points.filter((point) => remarks(point) !== '');
  if (shown.length === 0) return;
  const rows = shown.map((point) => [
    point.period,
    point.value === null ? '—' : print(point.value),
    point.n === null ? '' : printNumber(point.n, language),
    print(point.lower),
    print(point.upper),
    remarks(point),
  ]);
  const head = [
    say(language, 'month'),
    say(language, 'value'),
    'n',
    say(language, 'lowest'),
    say(language, 'highest'),
    '',
  ];
  terminal.out('');
  terminal.out(toTable(head, rows, [1, 2, 3, 4]));
}

export const signals: Command = {
  name: 'signals',
  usage: '--indicator ID --from 2010-07 --to 2012-06 [--by DIMENSION]...',
  about: {
    es: 'los límites habituales de cada serie y los puntos que no son casualidad',
    en: 'the usual limits of each series and the points that are no accident',
  },
  options: {
    indicator: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string', multiple: true },
  },
  args: [0, 0],
  run: ({ terminal, options, withInstitution }) =>
    withInstitution(async (institution) => {
      const found = await measureSignals(institution, {
        indicator: getText(options, 'indicator', 'plazo-debito-automatico'),
        from: getText(options, 'from', '2010-07'),
        to: getText(options, 'to', '2012-06'),
        by: texts(options, 'by'),
      });
      if (terminal.json) {
        printJson(terminal, found);
        return EXIT.done;
      }
      for (const series of found.series) printSeries(terminal, found, series);
      if (found.series.length === 0) terminal.out(say(terminal.language, 'noSeries'));
      terminal.out('');
      return EXIT.done;
    }),
};
