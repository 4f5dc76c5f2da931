import { type Language, Refusal } from '../../kernel/index.ts';
import { printNumber, sayProblem } from '../../sentences/index.ts';
import {
  findExtent,
  findPairs,
  getDataset,
  type ImportReport,
  type ImportRequest,
  importFile,
  type Institution,
} from '../../usecases/index.ts';
import { type Call, type Command, EXIT, type Exit, quotePath, text, texts } from '../command.ts';
import { printJson, style, type Terminal, toTable } from '../terminal.ts';
import { suggestCodes } from '../suggest-mapping.ts';
import { say, sayCount } from '../texts.ts';

/** Rows to correct told one by one; the rest are counted. */
const MOST_TOLD = 10;

function printDetected({ detected }: ImportReport, language: Language): string {
  return [
    detected.format,
    `${say(language, 'encoding')} ${detected.encoding}${detected.bom ? ' (BOM)' : ''}`,
    ...(detected.delimiter === null
      ? []
      : [`${say(language, 'delimiter')} «${detected.delimiter === '\t' ? 'tab' : detected.delimiter}»`]),
    ...(detected.sheet === null ? [] : [`${say(language, 'sheet')} «${detected.sheet}»`]),
    ...(detected.title_rows > 0
      ? [`${detected.title_rows} ${say(language, detected.title_rows === 1 ? 'titleRow' : 'titleRows')}`]
      : []),
    ...(detected.total_rows > 0
      ? [`${detected.total_rows} ${say(language, detected.total_rows === 1 ? 'totalRow' : 'totalRows')}`]
      : []),
  ].join(', ');
}

const FORMS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ymd: { es: 'año-mes-día', en: 'year-month-day' },
  dmy: { es: 'día/mes/año', en: 'day/month/year' },
  mdy: { es: 'mes/día/año', en: 'month/day/year' },
  serial: { es: 'fecha de Excel', en: 'Excel date' },
  compact: { es: 'añomesdía', en: 'yearmonthday' },
  '.': { es: 'punto decimal', en: 'decimal point' },
  ',': { es: 'coma decimal', en: 'decimal comma' },
};

/** Which event of a case gives a column: `, último: pagar, negar`. */
function printEvent(event: ImportReport['columns'][number]['event'], language: Language): string {
  if (event === null) return '';
  const names = event.activities.length === 0 ? '' : `: ${event.activities.join(', ')}`;
  return ` (${say(language, event.which === 'first' ? 'firstEvent' : 'lastEvent')}${names})`;
}

function printNews(report: ImportReport, language: Language): string[] {
  return Object.entries(report.new_counts).map(([dimension, n]) => {
    const shown = report.new_values
      .filter((value) => value.dimension === dimension)
      .slice(0, 8)
      .map((value) => value.value);
    const rest = n - shown.length;
    return `  ${dimension}: ${shown.join(', ')}${rest > 0 ? ` ${say(language, 'more', { n: printNumber(rest, language) })}` : ''}`;
  });
}

/** What became of a file, in words. */
export function printImport(terminal: Terminal, report: ImportReport): void {
  const { language } = terminal;
  const n = (value: number) => printNumber(value, language);
  const { counts } = report;
  terminal.out(
    style(
      terminal,
      'bold',
      `${report.file_name} → ${report.dataset}${report.record ? `  (${report.record.id})` : ''}`,
    ),
  );
  if (report.already) terminal.out(say(language, 'already'));
  terminal.out(`${say(language, 'detected')}: ${printDetected(report, language)}`);
  const rows = report.columns.map(({ column, header, event, form, settled_by }) => [
    column,
    `${header}${printEvent(event, language)}`,
    form === ''
      ? ''
      : `${FORMS[form]?.[language] ?? form}${settled_by && settled_by !== 'mapping' ? `  (${settled_by})` : ''}`,
  ]);
  terminal.out(toTable([say(language, 'column'), say(language, 'header'), say(language, 'reading')], rows));
  if (report.ignored.length > 0) terminal.out(`${say(language, 'ignored')}: ${report.ignored.join(', ')}`);
  if (report.mapping !== null) terminal.out(`${say(language, 'mapping')}: ${report.mapping}`);
  if (report.not_cards.length > 0)
    terminal.out(`${say(language, 'notCards')}: ${report.not_cards.join(', ')}`);
  if (report.masked > 0) terminal.out(`${say(language, 'masked')}: ${n(report.masked)}`);
  for (const warning of report.warnings)
    terminal.out(style(terminal, 'yellow', sayProblem(warning, language)));
  const news = printNews(report, language);
  if (news.length > 0) terminal.out([`${say(language, 'news')}:`, ...news].join('\n'));
  const parts = (['accepted', 'updated', 'quarantined', 'duplicate', 'blank'] as const).map((key) =>
    sayCount(language, counts[key], n(counts[key]), `${key}One`, key),
  );
  if (report.events !== null)
    terminal.out(
      say(language, report.events === 1 ? 'eventsOne' : 'events', {
        events: n(report.events),
        cases: sayCount(
          language,
          counts.read - counts.blank,
          n(counts.read - counts.blank),
          'caseOne',
          'caseMany',
        ),
      }),
    );
  terminal.out(
    `${sayCount(language, counts.read, n(counts.read), 'readOne', 'read')} = ${parts.join(' + ')}`,
  );
  for (const problem of report.problems.slice(0, MOST_TOLD))
    terminal.out(style(terminal, 'red', `  ${sayProblem(problem, language)}`));
  if (report.problems.length > MOST_TOLD)
    terminal.out(`  ${say(language, 'more', { n: n(report.problems.length - MOST_TOLD) })}`);
  const codes = suggestCodes(report.unknown_codes, language);
  if (codes !== '') terminal.out(`\n${codes}`);
  if (report.record === null && !report.already) terminal.out(say(language, 'dryRun'));
  terminal.out('');
}

const DATE_ORDERS: readonly string[] = ['dmy', 'mdy', 'ymd'];

function toRequest({ options, resolve }: Call, dataset: string, file: string): ImportRequest {
  const map = text(options, 'map');
  const dates = text(options, 'dates');
  if (dates !== null && !DATE_ORDERS.includes(dates))
    throw new Refusal('option-unreadable', { option: 'dates', value: dates, values: DATE_ORDERS });
  const rows = text(options, 'control-rows');
  if (rows !== null && !/^\d+$/.test(rows))
    throw new Refusal('option-unreadable', {
      option: 'control-rows',
      value: rows,
      values: ['1', '2', '3', '…'],
    });
  return {
    dataset,
    file,
    map: map === null ? null : resolve(map),
    dates: dates === 'dmy' || dates === 'mdy' || dates === 'ymd' ? dates : null,
    dry_run: options['dry-run'] === true,
    mask: options['mask'] === true,
    control: {
      rows: rows === null ? null : Number(rows),
      sums: texts(options, 'control-sum').map((item) => {
        const [column = '', total = ''] = item.split('=');
        return { column, total };
      }),
    },
  };
}

/** After the first import: the command that measures the last month of what was brought. */
async function tellNext({ terminal, folder, resolve }: Call, institution: Institution, name: string) {
  const dataset = getDataset(institution.content, name);
  const extent = dataset.date === null ? null : await findExtent(institution, dataset, dataset.date);
  if (extent === null) return;
  const data = resolve('circuito-data') === folder ? '' : ` --data ${quotePath(folder)}`;
  terminal.out(say(terminal.language, 'importNext', { period: extent.to.slice(0, 7), data }));
}

export const importCommand: Command = {
  name: 'import',
  usage:
    '<dataset> <file>... [--map FILE] [--dry-run] [--mask] [--dates dmy|mdy|ymd] [--control-rows N] [--control-sum COLUMN=TOTAL]',
  about: { es: 'trae archivos de hechos', en: 'brings files of facts' },
  options: {
    map: { type: 'string' },
    'dry-run': { type: 'boolean' },
    mask: { type: 'boolean' },
    dates: { type: 'string' },
    'control-rows': { type: 'string' },
    'control-sum': { type: 'string', multiple: true },
  },
  args: [2, 10_000],
  run: (call) => {
    const { terminal, args, resolve } = call;
    const [dataset = '', ...names] = args;
    const files = names.map(resolve);
    return call.withInstitution(
      async (institution) => {
        const reports: ImportReport[] = [];
        const isFirst = institution.ledger.listImports().length === 0;
        for (const file of files) {
          const report = await importFile(institution, toRequest(call, dataset, file)).catch(
            (error: unknown) => {
              throw error instanceof Refusal && error.code === 'column-missing'
                ? new Refusal(error.code, { ...error.params, ...findPairs(institution, error.params) })
                : error;
            },
          );
          reports.push(report);
          if (!terminal.json) printImport(terminal, report);
        }
        // The cells of rows to correct are what `quarantine` gives.
        if (terminal.json)
          printJson(terminal, { imports: reports.map(({ rejected: _rejected, ...report }) => report) });
        else if (isFirst && institution.ledger.listImports().length > 0)
          await tellNext(call, institution, dataset);
        const exit: Exit = reports.some((report) => report.counts.quarantined > 0 && !report.already)
          ? EXIT.findings
          : EXIT.done;
        return exit;
      },
      { brought: files, begin: true },
    );
  },
};
