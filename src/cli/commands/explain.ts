import type { Language, LocalText, Standard } from '../../kernel/index.ts';
import {
  printInstant,
  printNumber,
  printPercent,
  printPeriod,
  printQuantity,
  printVerdict,
} from '../../sentences/index.ts';
import { type Explanation, explainIndicator } from '../../usecases/index.ts';
import { type Command, EXIT, getText, text } from '../command.ts';
import { FILTER_OPTIONS, FILTER_USAGE, readFilters } from '../filters.ts';
import { printJson, style, type Terminal, wrap } from '../terminal.ts';
import { say, sayCount } from '../texts.ts';
import { printCounts } from './rows.ts';

/** A standard with its date, its bounds, and what softens the sentence but not the verdict. */
function printStandardLine(standard: Standard, unit: string, language: Language): string {
  const { floor, ceiling, limit, where, tolerance, historical_error, from } = standard;
  const share = (value: { num: bigint; den: bigint }) =>
    unit === 'ratio'
      ? printPercent(Number(value.num) / Number(value.den), language)
      : printQuantity(Number(value.num) / Number(value.den), unit, language);
  const parts = [
    ...(floor ? [`${say(language, 'atLeast')} ${share(floor)}`] : []),
    ...(ceiling ? [`${say(language, 'atMost')} ${share(ceiling)}`] : []),
    ...(limit === null ? [] : [`${say(language, 'limitOf')} ${limit}`]),
    ...(tolerance ? [`${say(language, 'tolerance')} ${share(tolerance)}`] : []),
    ...(historical_error ? [`${say(language, 'historicalError')} ${share(historical_error)}`] : []),
    ...(where === null ? [] : [`${say(language, 'onlyWhere')} ${where}`]),
  ];
  return `${say(language, 'since')} ${from}: ${parts.join(', ')}`;
}

/** The technical sheet as label and text: the ten requirements, then how it is computed. */
function listSheet({ sheet, checked, pack }: Explanation, language: Language): (readonly [string, string])[] {
  const local = (value: LocalText) => value[language];
  const t = (key: Parameters<typeof say>[1]) => say(language, key);
  return [
    [t('objective'), local(sheet.objective)],
    ...sheet.standards.map(
      (standard) => [t('standard'), printStandardLine(standard, checked.unit, language)] as const,
    ),
    [t('responsible'), local(sheet.responsible)],
    [t('aspect'), local(sheet.aspect)],
    [t('frequency'), sheet.frequency],
    [t('sourceOf'), `${local(sheet.source).replace(/\.$/, '')}. ${t('supplier')}: ${local(sheet.supplier)}`],
    [t('measures'), t(checked.unit === 'ratio' ? 'measuresCompliance' : 'measuresAmount')],
    [t('moment'), t('momentText')],
    [t('users'), local(sheet.users)],
    [t('process'), `${sheet.process} · ${sheet.class} · ${sheet.type}`],
    ...sheet.variables.map(
      (variable) => [t('variable'), `${variable.name}: ${local(variable.text)}`] as const,
    ),
    [t('population'), local(sheet.population.name)],
    ...(sheet.measure === null
      ? []
      : [[t('measured'), `${sheet.measure} (${checked.measure_unit})`] as const]),
    [t('formula'), sheet.formula],
    [t('resultUnit'), checked.unit],
    ...sheet.references.map(
      (reference) =>
        [
          t('reference'),
          `${local(reference.name)}: ${reference.value} (${reference.source}, ${reference.date})`,
        ] as const,
    ),
    [t('pack'), `${pack.id} ${pack.version} · ${t('version')} ${sheet.version}`],
  ];
}

function printInputs(terminal: Terminal, explanation: Explanation): void {
  const { language } = terminal;
  for (const input of explanation.inputs) {
    const read = say(language, 'readRows', { n: printNumber(input.read, language) });
    terminal.out(`  ${printCounts(input, language)}; ${read}`);
    for (const [code, n] of Object.entries(input.excluded)) {
      const reason = explanation.sheet.except.find((item) => item.code === code)?.text[language] ?? code;
      terminal.out(`    ${printNumber(n, language)} ${say(language, 'excludedMany')}: ${reason}`);
    }
    if (input.quarantined > 0)
      terminal.out(`    ${printNumber(input.quarantined, language)} ${say(language, 'quarantined')}`);
    for (const { import: id, file, rows, imported_at } of input.imports)
      terminal.out(
        `    ${file} (${id}, ${printInstant(imported_at, language)}): ${sayCount(language, rows, printNumber(rows, language), 'row', 'rows')}`,
      );
  }
}

function printCapacity(terminal: Terminal, explanation: Explanation): void {
  const { language } = terminal;
  const { capacity } = explanation;
  if (!capacity) return;
  const { attention, standard, neither } = capacity.minutes;
  const n = (value: number) => printNumber(value, language);
  terminal.out(
    `  ${say(language, 'minutesFrom', { attention: n(attention), standard: n(standard), neither: n(neither) })}`,
  );
  for (const { id, mode, day_min, lunch_min, unproductive_min, days_per_month } of capacity.schedules) {
    const day = day_min - lunch_min - unproductive_min;
    terminal.out(
      `  ${say(language, mode === 'thesis' ? 'capacityThesis' : 'capacityCalendar', { id, day: n(day), days: n(days_per_month), month: n(day * days_per_month) })}`,
    );
  }
}

function printExplanation(terminal: Terminal, explanation: Explanation, isCutAsked: boolean): void {
  const { language } = terminal;
  const { sheet, measurement, period, as_of } = explanation;
  const title = (name: string) => terminal.out(`\n${style(terminal, 'bold', name)}`);
  terminal.out(
    style(terminal, 'bold', `${sheet.name[language]}${sheet.code === null ? '' : ` (${sheet.code})`}`),
  );
  for (const [label, value] of listSheet(explanation, language))
    terminal.out(wrap(`${label}: ${value}`, terminal.width, '  '));
  title(printPeriod(period, language));
  if (as_of !== null)
    terminal.out(`  ${say(language, isCutAsked ? 'cutAsked' : 'cut')} ${printInstant(as_of, language)}`);
  if (measurement) {
    terminal.out(`  ${printVerdict(measurement.verdict, language)}`);
    terminal.out(wrap(measurement.sentences[language], terminal.width, '  '));
  }
  title(say(language, 'inputs'));
  printInputs(terminal, explanation);
  printCapacity(terminal, explanation);
  if (explanation.calendars.length > 0)
    terminal.out(`  ${say(language, 'calendars')}: ${explanation.calendars.join(', ')}`);
  title(say(language, 'tree'));
  for (const { part, text: line } of explanation.tree)
    terminal.out(`  ${say(language, `tree-${part}`).padEnd(13)} ${line}`);
  title('SQL');
  terminal.out(`-- duckdb -readonly ${explanation.database}`);
  for (const { sql } of explanation.statements) terminal.out(`${sql}\n`);
}

export const explain: Command = {
  name: 'explain',
  usage: `<indicator> --period 2011-06 ${FILTER_USAGE} [--as-of INSTANT]`,
  about: {
    es: 'la ficha técnica, lo que entró con sus cuentas, la fórmula entendida y el SQL',
    en: 'the technical sheet, what went in with counts, the formula as understood and the SQL',
  },
  options: { period: { type: 'string' }, ...FILTER_OPTIONS, 'as-of': { type: 'string' } },
  args: [1, 1],
  run: ({ terminal, args, options, withInstitution }) =>
    withInstitution(async (institution) => {
      const explanation = await explainIndicator(institution, {
        indicator: args[0]!,
        period: getText(options, 'period', '2011-06'),
        as_of: text(options, 'as-of'),
        filters: readFilters(options),
      });
      if (terminal.json) {
        const { sheet, ...rest } = explanation;
        const { places: _places, ...plain } = sheet;
        const exact = (value: { num: bigint; den: bigint } | null) =>
          value && Number(value.num) / Number(value.den);
        const standards = plain.standards.map((standard) => ({
          ...standard,
          floor: exact(standard.floor),
          ceiling: exact(standard.ceiling),
          tolerance: exact(standard.tolerance),
          historical_error: exact(standard.historical_error),
        }));
        printJson(terminal, { indicator: sheet.id, ...rest, sheet: { ...plain, standards } });
      } else printExplanation(terminal, explanation, text(options, 'as-of') !== null);
      return EXIT.done;
    }),
};
