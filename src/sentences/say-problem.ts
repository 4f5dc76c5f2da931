import type { Language, Params, Place, Problem } from '../kernel/index.ts';
import { catalogue } from './catalog/index.ts';
import { endSentence } from './sentence-case.ts';

const SHEETS = /\.xlsx$/i;
const DOCUMENTS = /\.(ya?ml|json)$/i;

function printCode(code: string, params: Params, language: Language): string {
  const entry = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  if (entry === undefined) throw new Error(`sayProblem: no sentence for ${code}`);
  return endSentence(entry[language](params));
}

/** Where to look, from the widest to the narrowest: file, line (or spreadsheet row), column or field. */
function printPlace(place: Place, language: Language): string {
  const es = language === 'es';
  const file = place.file ?? '';
  const isDocument = DOCUMENTS.test(file);
  const parts: string[] = file === '' ? [] : [file];
  if (place.line !== undefined) {
    const line = SHEETS.test(file) ? (es ? 'fila' : 'row') : es ? 'línea' : 'line';
    parts.push(`${line} ${place.line}`);
  }
  // In a table the name of the column says more than its position.
  const named = place.path !== undefined && place.path !== '';
  const column = es ? 'columna' : 'column';
  if (place.column !== undefined && (isDocument || !named)) parts.push(`${column} ${place.column}`);
  if (named) {
    const kind = isDocument ? (es ? 'campo' : 'field') : column;
    parts.push(es ? `${kind} «${place.path}»` : `${kind} “${place.path}”`);
  }
  return parts.join(', ');
}

/**
 * A problem in content or data as a sentence: where, what and the way out, and what was probably
 * meant. A code without words is a bug: plain Error.
 *
 * @example sayProblem(toProblem('no-facts', { file: 'a.csv', line: 12, path: 'Fecha' }), 'es')
 * // 'a.csv, línea 12, columna «Fecha»: no hay datos del período.'
 */
export function sayProblem(problem: Problem, language: Language): string {
  const place = printPlace(problem.where, language);
  const text = printCode(problem.code, problem.params, language);
  const hint = problem.hint?.trim() ?? '';
  const asked = language === 'es' ? ` ¿Quiso decir «${hint}»?` : ` Did you mean “${hint}”?`;
  return `${place === '' ? '' : `${place}: `}${text}${hint === '' ? '' : asked}`;
}

/**
 * Why something asked for will not be done, and the way out. A code without words is a bug:
 * plain Error.
 */
export function sayRefusal(code: string, params: Params, language: Language): string {
  return printCode(code, params, language);
}
