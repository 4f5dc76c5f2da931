import type { Language } from '../../kernel/index.ts';
import { printNumber, printQuantity } from '../../sentences/index.ts';
import { type FactCounts, type FactRow, type FactState, listRows } from '../../usecases/index.ts';
import { type Command, EXIT, getText, text, wholeNumber } from '../command.ts';
import { FILTER_OPTIONS, FILTER_USAGE, readFilters } from '../filters.ts';
import { printJson, toTable } from '../terminal.ts';
import { say } from '../texts.ts';

/** Rows a person reads on a screen; `--limit` asks for another number. */
const MOST_SHOWN = 50;

/** Whether a fact counts, or why not, in words. */
function printState(row: Pick<FactRow, 'state' | 'reason'>, language: Language): string {
  return say(language, row.state) + (row.reason === null ? '' : ` (${row.reason})`);
}

/** The reasons named by code in a table, each with its text. */
function printReasons(rows: readonly FactRow[], language: Language): string[] {
  const texts = new Map(
    rows.flatMap(({ reason, text }) => (reason === null ? [] : [[reason, text] as const])),
  );
  return [...texts].map(([reason, text]) => `${reason}: ${text?.[language] ?? ''}`);
}

/** A state said of many facts. */
const MANY = { counted: 'countedMany', excluded: 'excludedMany', 'not-asked': 'notAskedMany' } as const;

/** How many facts of a data set are in each state, as a sum. */
export function printCounts(counts: Omit<FactCounts, 'imports'>, language: Language): string {
  const states = Object.entries(counts.by_state).filter(([, n]) => n > 0) as [FactState, number][];
  const parts = states.map(
    ([state, n]) =>
      `${printNumber(n, language)} ${say(language, state in MANY ? MANY[state as keyof typeof MANY] : state)}`,
  );
  const total = say(language, 'inScope', { n: printNumber(counts.in_scope, language) });
  return `${counts.dataset}: ${total}${parts.length === 0 ? '' : ` = ${parts.join(' + ')}`}`;
}

function printRowsTable(rows: readonly FactRow[], unit: string | null, language: Language): string {
  const amount = (value: number | null) =>
    value === null ? '' : printQuantity(value, unit ?? 'number', language);
  const moment = (value: string | null) => (value ?? '').slice(0, 16);
  const columns: readonly (readonly [string, (row: FactRow) => string])[] = [
    [say(language, 'counts'), (row) => printState(row, language)],
    [say(language, 'key'), (row) => Object.values(row.key).join(' ')],
    [say(language, 'unit'), (row) => ('unit' in row.key ? '' : (row.unit ?? ''))],
    [say(language, 'person'), (row) => ('person' in row.key ? '' : (row.person ?? ''))],
    [say(language, 'date'), (row) => moment(row.date)],
    [say(language, 'closed'), (row) => moment(row.closes)],
    [say(language, 'measured'), (row) => amount(row.measure)],
    [say(language, 'limit'), (row) => amount(row.limit)],
    [say(language, 'weight'), (row) => (row.weight === 1 ? '' : printNumber(row.weight, language))],
    [
      say(language, 'value'),
      (row) =>
        row.measure === null
          ? row.parts.flatMap((part) => (part === null ? [] : [printNumber(part, language)])).join(' · ')
          : '',
    ],
    [
      say(language, 'origin'),
      ({ source }) => (source ? `${source.file}${source.line === null ? '' : `:${source.line}`}` : ''),
    ],
  ];
  const cells = rows.map((row) => columns.map(([, print]) => print(row)));
  // A column that says nothing of any row is not shown.
  const kept = columns.flatMap((_, index) => (cells.some((row) => row[index] !== '') ? [index] : []));
  return toTable(
    kept.map((index) => columns[index]![0]),
    cells.map((row) => kept.map((index) => row[index]!)),
  );
}

export const rows: Command = {
  name: 'rows',
  usage: `--indicator ID --period 2011-06 ${FILTER_USAGE} [--where-not-counted] [--as-of INSTANT] [--limit N]`,
  about: {
    es: 'las filas que forman una cifra, cada una con si cuenta o por qué no',
    en: 'the rows behind a figure, each with whether it counts or why not',
  },
  options: {
    indicator: { type: 'string' },
    period: { type: 'string' },
    ...FILTER_OPTIONS,
    'where-not-counted': { type: 'boolean' },
    'as-of': { type: 'string' },
    limit: { type: 'string' },
  },
  args: [0, 0],
  run: ({ terminal, options, withInstitution }) =>
    withInstitution(async (institution) => {
      const { language } = terminal;
      const result = await listRows(institution, {
        indicator: getText(options, 'indicator', 'plazo-actualizacion-datos'),
        period: getText(options, 'period', '2011-06'),
        filters: readFilters(options),
        as_of: text(options, 'as-of'),
        not_counted_only: options['where-not-counted'] === true,
        limit: wholeNumber(options, 'limit') ?? (terminal.json ? null : MOST_SHOWN),
      });
      if (terminal.json) {
        const { indicator, ...rest } = result;
        printJson(terminal, {
          ...rest,
          indicator: indicator.id,
          measure_unit: indicator.measure_unit,
        });
        return EXIT.done;
      }
      for (const { dataset } of result.counts) {
        const own = result.rows.filter((row) => row.dataset === dataset);
        if (own.length > 0) terminal.out(`${printRowsTable(own, result.indicator.measure_unit, language)}\n`);
      }
      for (const line of printReasons(result.rows, language)) terminal.out(line);
      if (result.total === 0) terminal.out(say(language, 'noRows'));
      for (const { dimension, value, hint } of result.unseen)
        terminal.out(say(language, hint === '' ? 'unseen' : 'unseenNear', { dimension, value, hint }));
      if (result.rows.length < result.total)
        terminal.out(say(language, 'shown', { n: result.rows.length, of: result.total }));
      for (const counts of result.counts) terminal.out(printCounts(counts, language));
      if (result.measurement) terminal.out(`\n${result.measurement.sentences[language]}`);
      return EXIT.done;
    }),
};
