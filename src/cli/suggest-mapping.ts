import type { Language, Params } from '../kernel/index.ts';
import type { ImportReport } from '../usecases/index.ts';
import { say } from './texts.ts';

type UnknownCodes = ImportReport['unknown_codes'][number];

/** Texts listed to be given a meaning; a column with more is hardly one of codes. */
const MOST_CODES = 40;

function list(params: Params, name: string): readonly string[] {
  const value = params[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** A text as YAML writes it whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * The text of a mapping file for a file whose columns were not all found: those found, those that
 * are missing to fill in, and the headers there are to choose from.
 *
 * @param params of the refusal `column-missing`
 */
export function suggestMapping(params: Params, language: Language): string {
  const [columns, labels, found] = [
    list(params, 'columns'),
    list(params, `labels_${language}`),
    list(params, 'found'),
  ];
  const required = new Set(list(params, 'required'));
  const missing = columns.flatMap((column, index) =>
    required.has(column) && (found[index] ?? '') === '' ? [labels[index] ?? column] : [],
  );
  const [pairs, dates, times] = [
    list(params, 'pair_columns'),
    list(params, 'pair_dates'),
    list(params, 'pair_times'),
  ];
  const instants = new Set(list(params, 'instants'));
  const lines = columns.flatMap((column, index) => {
    const header = found[index] ?? '';
    const pair = pairs.indexOf(column);
    if (header === '=' && pair >= 0)
      return [`  ${column}: {date: ${quoted(dates[pair] ?? '')}, time: ${quoted(times[pair] ?? '')}}`];
    if (header === '=') return [];
    if (header !== '') return [`  ${column}: ${quoted(header)}`];
    const remarks = [
      labels[index] ?? '',
      ...(required.has(column) ? [say(language, 'mapRequired')] : []),
      ...(instants.has(column) ? [say(language, 'mapTimeApart')] : []),
    ];
    return [`  ${required.has(column) ? '' : '# '}${column}: '?'   # ${remarks.join('; ')}`];
  });
  const headers = list(params, 'headers').map((header) => `#   ${header}`);
  return [
    ...(missing.length > 1 ? [say(language, 'mapMissing', { columns: missing.join(', ') }), ''] : []),
    say(language, 'mapSuggestion'),
    '',
    `dataset: ${String(params['dataset'])}`,
    'columns:',
    ...lines,
    `# ${say(language, 'mapLog')}`,
    "# log: {case: '?', time: '?', activity: '?'}",
    `# ${say(language, 'mapHeaders')}`,
    ...headers,
    '',
  ].join('\n');
}

/**
 * The lines a mapping file lacks for texts that mean nothing yet: each with the value it may mean
 * beside it, and the values there are. Empty when there are none.
 */
export function suggestCodes(unknown: readonly UnknownCodes[], language: Language): string {
  if (unknown.length === 0) return '';
  const lines = unknown.flatMap(({ column, texts, nearest, ids }) => [
    `  ${column}:`,
    ...texts
      .slice(0, MOST_CODES)
      .map((text, index) => `    ${quoted(text)}: '?'${nearest[index] ? `   # ¿${nearest[index]}?` : ''}`),
    `    # ${say(language, 'codeValues')} ${ids.join(', ')}`,
    `    # ${say(language, 'codeNone')} columns: {${column}: ~}`,
  ]);
  return [say(language, 'codeSuggestion'), '', 'codes:', ...lines, ''].join('\n');
}

/** The same for a file refused because its rows hold such texts; empty for other refusals. */
export function suggestRefusedCodes(params: Params, language: Language): string {
  const unknown = list(params, 'unknown').map((column) => ({
    column,
    texts: list(params, `texts_${column}`),
    nearest: list(params, `nearest_${column}`),
    ids: list(params, `ids_${column}`),
  }));
  return suggestCodes(unknown, language);
}
