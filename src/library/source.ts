import type { Document, Node, ParsedNode } from 'yaml';
import { isAlias, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { Params, Problem, Severity } from '../kernel/index.ts';
import { toProblem, toWarning } from '../kernel/index.ts';
import type { FilePlace } from './catalogue.ts';

/** Aliases one file may use: repeated text is fine, a file that unfolds for ever is not. */
const ALIAS_LIMIT = 100;

/** One content file while it is read: its tree, where each field stands, and what is wrong with it. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly document: Document<ParsedNode> | null;
  readonly lines: LineCounter;
  readonly places: Map<string, FilePlace>;
  readonly problems: Problem[];
  aliases: number;
}

/** What the YAML reader calls a mistake, in our codes; any other is `bad-yaml`. */
const YAML_CODES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'repeated-field',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-text',
  BAD_INDENT: 'bad-indent',
  BAD_ALIAS: 'unknown-anchor',
};

/**
 * Reads the text of one YAML file. Every mistake of form is a problem with line and column, and
 * a file with one has no tree (`document` null): half a file is never taken for the whole.
 */
export function readSource(file: string, bytes: Uint8Array): Source {
  const lines = new LineCounter();
  const text = decode(bytes);
  const source: Source = {
    file,
    text: text ?? '',
    document: null,
    lines,
    places: new Map(),
    problems: [],
    aliases: 0,
  };
  const top = { file, line: 1, column: 1 };
  if (text === null) {
    addProblem(source, 'content-not-utf8', top, '');
    return source;
  }
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, version: '1.2' });
  const [document] = 'empty' in documents ? [] : documents;
  if (document === undefined || document.contents === null) {
    if (document === undefined || document.errors.length === 0)
      addProblem(source, 'empty-content-file', top, '');
  }
  const tab = findTab(source, 'empty' in documents ? [] : documents);
  if (tab !== null) {
    addProblem(source, 'tab-indent', tab, '');
    return source;
  }
  for (const each of 'empty' in documents ? [] : documents) {
    for (const error of [...each.errors, ...each.warnings]) {
      const place = toPlace(source, error.pos[0]);
      const code = YAML_CODES[error.code] ?? 'bad-yaml';
      const key = /^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0] ?? '';
      // What the reader trips over on the same line, or without a name for it after, follows from the first.
      const isEcho = source.problems.some(
        ({ code: told, where }) => where.line === place.line || (code === 'bad-yaml' && told === code),
      );
      if (isEcho) continue;
      addProblem(source, code, place, '', { key });
    }
  }
  if (documents.length > 1) addProblem(source, 'several-documents', top, '');
  if (source.problems.length > 0 || document === undefined) return source;
  return { ...source, document };
}

/** The first mistake that a tab at the start of a line made: all after it are its consequences. */
function findTab(source: Source, documents: readonly Document[]): FilePlace | null {
  const errors = documents.flatMap((each) => each.errors).sort((a, b) => a.pos[0] - b.pos[0]);
  for (const error of errors) {
    const place = toPlace(source, error.pos[0]);
    const line = source.text.split('\n')[place.line - 1] ?? '';
    if (error.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return place;
  }
  return null;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where the text of a node begins: after an opening quote, or on the line after `>` or `|`. */
export function toNodePlace(source: Source, node: Node): FilePlace | null {
  if (!node.range) return null;
  const [start] = node.range;
  const style = isScalar(node) ? (node.type ?? '') : '';
  if (style.startsWith('QUOTE')) return toPlace(source, start + 1);
  if (!style.startsWith('BLOCK')) return toPlace(source, start);
  const next = source.text.indexOf('\n', start) + 1;
  return toPlace(source, next + Math.max(0, source.text.slice(next).search(/\S/)));
}

/** The line and column of an offset. */
export function toPlace(source: Source, offset: number): FilePlace {
  const { line, col } = source.lines.linePos(offset);
  return { file: source.file, line: Math.max(1, line), column: Math.max(1, col) };
}

/** The node itself, or the one an alias repeats; null past the limit of aliases or for a lost anchor. */
export function resolveNode(source: Source, node: Node | null | undefined): Node | null {
  if (!node) return null;
  if (!isAlias(node)) return node;
  source.aliases += 1;
  if (source.aliases > ALIAS_LIMIT) {
    if (source.aliases === ALIAS_LIMIT + 1) {
      addProblem(source, 'too-many-aliases', toPlace(source, node.range?.[0] ?? 0), '', {
        limit: ALIAS_LIMIT,
      });
    }
    return null;
  }
  const found = (source.document && node.resolve(source.document)) ?? null;
  if (found === null) addProblem(source, 'unknown-anchor', toPlace(source, node.range?.[0] ?? 0), '');
  return found;
}

/** Adds a problem at a place of the file. */
export function addProblem(
  source: Source,
  code: string,
  place: FilePlace,
  path: string,
  params: Params = {},
  hint?: string,
  severity: Severity = 'error',
): void {
  source.problems.push(toContentProblem(code, place, path, params, hint, severity));
}

/** A problem of content at a place of a file. */
export function toContentProblem(
  code: string,
  place: FilePlace,
  path: string,
  params: Params = {},
  hint?: string,
  severity: Severity = 'error',
): Problem {
  const where = { ...place, ...(path === '' ? {} : { path }) };
  return (severity === 'error' ? toProblem : toWarning)(code, where, params, hint);
}

/** Errors so far: a thing is usable when reading it added none. */
export function countErrors(source: Source): number {
  return source.problems.filter((problem) => problem.severity === 'error').length;
}
