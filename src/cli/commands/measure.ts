import type { Language, Measurement } from '../../kernel/index.ts';
import {
  printInstant,
  printNumber,
  printPercent,
  printPeriod,
  printQuantity,
  printVerdict,
  printWarning,
  sayProblem,
  writeSummary,
} from '../../sentences/index.ts';
import {
  type HistoricFigure,
  type Institution,
  type MeasureResult,
  measureIndicators,
} from '../../usecases/index.ts';
import { type Command, EXIT, getText, text, texts } from '../command.ts';
import { printJson, style, type Terminal, wrap } from '../terminal.ts';
import { say } from '../texts.ts';

const MARKS: Readonly<Record<Measurement['verdict'], readonly [string, 'green' | 'red' | 'yellow' | 'dim']>> =
  {
    met: ['✓', 'green'],
    'not-met': ['✗', 'red'],
    'met-with-alert': ['!', 'yellow'],
    'no-data': ['·', 'dim'],
  };

/** Result in its own unit: a percentage, or a quantity. */
function printValue({ value, unit }: Pick<Measurement, 'value' | 'unit'>, language: Language): string {
  if (value === null) return '—';
  if (unit === 'ratio') return printPercent(value, language);
  return unit === 'count' ? printNumber(value, language) : printQuantity(value, unit, language);
}

function printStandard({ standard, unit }: Measurement, language: Language): string {
  if (!standard) return '';
  const bound = (value: number) =>
    unit === 'ratio' ? printPercent(value, language) : printQuantity(value, unit, language);
  const limit =
    standard.limit !== null && standard.limit_unit !== null
      ? ` (${printQuantity(standard.limit, standard.limit_unit, language)})`
      : '';
  const floor = standard.floor === null ? [] : [`${say(language, 'atLeast')} ${bound(standard.floor)}`];
  const ceiling = standard.ceiling === null ? [] : [`${say(language, 'atMost')} ${bound(standard.ceiling)}`];
  return [...floor, ...ceiling].join(', ') + limit;
}

/** Whether its mean is met while too few facts are: the screen says so in the same words. */
const hidesTail = ({ warnings }: Measurement): boolean =>
  warnings.some(({ code }) => code === 'mean-hides-tail');

function printDimensions(measurement: Measurement): string {
  const values = Object.values(measurement.dimensions).map((value) => value ?? '—');
  return values.length === 0 ? '' : ` · ${values.join(' · ')}`;
}

/** The month as a person likes to read it: the headline, then each indicator with its sentence. */
export function printMonth(
  terminal: Terminal,
  institution: Institution,
  result: MeasureResult,
  asked: { readonly by: readonly string[]; readonly as_of: string | null },
): void {
  const { language } = terminal;
  const period = printPeriod(result.period, language);
  terminal.out('');
  terminal.out(style(terminal, 'bold', period.charAt(0).toUpperCase() + period.slice(1)));
  if (result.as_of !== null)
    terminal.out(
      style(
        terminal,
        'dim',
        `${say(language, asked.as_of === null ? 'cut' : 'cutAsked')} ${printInstant(result.as_of, language)}`,
      ),
    );
  const closed = result.measurements
    .flatMap(({ warnings }) => warnings)
    .find(({ code }) => code === 'closed');
  if (closed) terminal.out(style(terminal, 'dim', printWarning(closed, language)));
  if (asked.by.length === 0) terminal.out(`\n${writeSummary(result.measurements, language, result.period)}`);
  for (const [index, measurement] of result.measurements.entries()) {
    const [mark, colour] = MARKS[measurement.verdict];
    const sheet = institution.content.catalogue.sheets.get(measurement.indicator);
    const name = `${sheet?.name[language] ?? measurement.indicator}${printDimensions(measurement)}`;
    const facts = [
      printValue(measurement, language),
      printStandard(measurement, language),
      `n = ${printNumber(measurement.n, language)}`,
    ];
    terminal.out('');
    terminal.out(
      `${style(terminal, colour, `${mark} ${printVerdict(measurement.verdict, language, hidesTail(measurement))}`)}  ${style(terminal, 'bold', name)}`,
    );
    terminal.out(
      `  ${style(terminal, 'dim', `${measurement.indicator}   ${facts.filter((fact) => fact !== '').join('   ')}`)}`,
    );
    terminal.out(wrap(measurement.sentences[language], terminal.width, '  '));
    const { indicator, unit } = measurement;
    const next = result.measurements[index + 1];
    if (next?.indicator === indicator) continue;
    for (const past of result.history.filter((figure) => figure.indicator === indicator))
      terminal.out(`  ${style(terminal, 'dim', printPast(past, unit, result.period, language))}`);
  }
  terminal.out('');
}

/** A past result that cannot be computed again: `Histórico (no recomputable), norte: 108 %`. */
function printPast(past: HistoricFigure, unit: string, period: string, language: Language): string {
  const of = [
    ...(past.period === period ? [] : [printPeriod(past.period, language)]),
    ...(past.unit === null ? [] : [past.unit]),
  ];
  const value = printValue({ value: past.value, unit }, language);
  const n = past.n === null ? '' : `   n = ${printNumber(past.n, language)}`;
  return `${[say(language, 'history'), ...of].join(', ')}: ${value}${n}`;
}

export const measure: Command = {
  name: 'measure',
  usage: '--period 2011-06 [--indicator ID]... [--by DIMENSION]... [--as-of INSTANT]',
  about: { es: 'mide los indicadores de un período', en: 'measures the indicators of a period' },
  options: {
    period: { type: 'string' },
    indicator: { type: 'string', multiple: true },
    by: { type: 'string', multiple: true },
    'as-of': { type: 'string' },
  },
  args: [0, 0],
  run: ({ terminal, options, withInstitution }) =>
    withInstitution(async (institution) => {
      const input = {
        period: getText(options, 'period', '2011-06'),
        indicators: texts(options, 'indicator'),
        by: texts(options, 'by'),
        as_of: text(options, 'as-of'),
      };
      const result = await measureIndicators(institution, input);
      for (const problem of result.problems) terminal.note(sayProblem(problem, terminal.language));
      if (terminal.json)
        printJson(terminal, {
          period: result.period,
          as_of: result.as_of,
          measurements: result.measurements,
          history: result.history,
        });
      else printMonth(terminal, institution, result, input);
      return EXIT.done;
    }),
};
