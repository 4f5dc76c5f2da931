import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { SHEET_KEYS, type SheetFields, type Written } from './sheet-fields.ts';
import { printWritten, toWrittenNode } from './written-node.ts';

type Tree = Document;

/** The text of a new file. */
export function printSheet(fields: SheetFields): string {
  const document = new Document({}, { version: '1.2' });
  const map = document.contents as unknown as YAMLMap<Node, Node>;
  for (const key of SHEET_KEYS) {
    const value = fields[key];
    if (value !== undefined) map.set(document.createNode(key) as Node, toWrittenNode(document, value));
  }
  return printWritten(document, '');
}

/** Puts a value where a node stands, keeping what stays the same, with its comments. */
function settle(document: Tree, node: Node | null, value: Written): Node {
  if (isScalar(node) && typeof value !== 'object') {
    node.value = value;
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    const items = value as readonly Written[];
    const kept = items.map((item, index) => settle(document, (node.items[index] as Node) ?? null, item));
    node.items.splice(0, node.items.length, ...kept);
    return node;
  }
  if (isMap(node) && typeof value === 'object' && !Array.isArray(value)) {
    const entries = value as { readonly [key: string]: Written };
    const keys = Object.keys(entries);
    const gone = node.items.filter(({ key }) => !keys.includes(String(isScalar(key) ? key.value : key)));
    for (const { key } of gone) node.delete(key);
    for (const [index, key] of keys.entries()) {
      const pair = node.items.find(({ key: each }) => isScalar(each) && String(each.value) === key);
      if (pair) pair.value = settle(document, pair.value as Node | null, entries[key]!);
      else node.items.splice(index, 0, document.createPair(key, toWrittenNode(document, entries[key]!)));
    }
    return node;
  }
  return toWrittenNode(document, value);
}

/** Offset where a line begins, and those of all lines. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\n/g)) starts.push(match.index + 1);
  return starts;
}

/** Where the text of a top pair ends: before the blank lines and comments that belong to what follows. */
function endOf(text: string, from: number, next: number): number {
  const starts = lineStarts(text).filter((start) => start > from && start < next);
  let end = next;
  for (const start of starts.toReversed()) {
    const line = text.slice(start, end);
    if (!/^(?:#[^\n]*)?\r?\n?$/.test(line)) break;
    end = start;
  }
  return end;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function startOf(pair: Pair): number {
  return (pair.key as Scalar).range?.[0] ?? -1;
}

/** One pair alone as text. What stands before its key stays where it was. */
function printPair(pair: Pair<Node, Node | null>, text: string): string {
  const alone = new Document({}, { version: '1.2' });
  const key = new Scalar(keyOf(pair));
  key.comment = (pair.key as Scalar).comment;
  const map = alone.contents as unknown as YAMLMap<Node, Node | null>;
  map.items.push(new Pair(key as Node, pair.value));
  const printed = printWritten(alone, text);
  return text.includes('\r\n') ? printed.replaceAll('\n', '\r\n') : printed;
}

/** Comments of a file, sorted: none may be lost. */
function commentsOf(text: string): string {
  const found: string[] = [];
  const document = parseDocument(text);
  const add = (comment: string | null | undefined) => {
    for (const line of (comment ?? '').split('\n')) if (line.trim() !== '') found.push(line.trim());
  };
  add(document.commentBefore);
  add(document.comment);
  visit(document, {
    Node: (_, node) => {
      add(node.commentBefore);
      add(node.comment);
    },
  });
  return found.sort().join('\n');
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text of a file with some of its keys said anew and all else to the letter as it was:
 * comments, order and spelling. `undefined` takes a key away. The text must be readable.
 *
 * @example editSheet(text, { version: 2 }, ['version'])
 */
export function editSheet(text: string, fields: SheetFields, changed: readonly string[]): string {
  const document = parseDocument(text, { version: '1.2' }) as unknown as Tree;
  const map = document.contents as unknown as YAMLMap<Node, Node>;
  const pairs = [...map.items];
  const starts = lineStarts(text);
  const splices: Splice[] = [];
  let isPlain = map.flow !== true && pairs.every((pair) => starts.includes(startOf(pair)));
  for (const key of SHEET_KEYS.filter((each) => changed.includes(each))) {
    const value = fields[key];
    const index = pairs.findIndex((pair) => keyOf(pair) === key);
    const pair = pairs[index];
    if (pair !== undefined) {
      const from = startOf(pair);
      const to = endOf(text, from, pairs[index + 1] ? startOf(pairs[index + 1]!) : text.length);
      if (value === undefined) map.delete(pair.key);
      else pair.value = settle(document, pair.value, value);
      splices.push({ from, to, text: value === undefined ? '' : printPair(pair, text) });
    } else if (value !== undefined) {
      const later = SHEET_KEYS.slice(SHEET_KEYS.indexOf(key) + 1) as readonly string[];
      const before = map.items.findIndex((each) => later.includes(keyOf(each)));
      const added = document.createPair(key, toWrittenNode(document, value));
      map.items.splice(before < 0 ? map.items.length : before, 0, added);
      const next = pairs.find((each) => later.includes(keyOf(each)));
      const at = next === undefined ? text.length : startOf(next);
      if (next === undefined && !text.endsWith('\n')) isPlain = false;
      splices.push({ from: at, to: at, text: printPair(added, text) });
    }
  }
  const whole = printWritten(document, text);
  if (!isPlain) return whole;
  // At one place, what was added first stands first: later splices go in before earlier ones.
  const result = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => b.from - a.from || b.order - a.order)
    .reduce((done, { from, to, text: put }) => done.slice(0, from) + put + done.slice(to), text);
  const isTheSame =
    JSON.stringify(parseDocument(result).toJSON()) === JSON.stringify(parseDocument(whole).toJSON()) &&
    commentsOf(result) === commentsOf(whole);
  return isTheSame ? result : whole;
}
