import { Refusal } from '../../kernel/index.ts';

/** The kinds of element that a reader of XES tells apart. */
export const TAG = { other: 0, log: 1, trace: 2, event: 3, attribute: 4 } as const;
export type Tag = (typeof TAG)[keyof typeof TAG];

/** What a scanner of tags tells as it goes. Positions are within `bytes`, good only during the call. */
export interface TagVisitor {
  /** `key` and `value` are told where the element has such attributes: else their `from` is -1. */
  readonly open: (bytes: Uint8Array, tag: Tag, found: FoundAttributes, place: number) => void;
  readonly close: (tag: Tag, place: number) => void;
}

/** Where the values of the attributes `key` and `value` of an element stand. */
export interface FoundAttributes {
  key_from: number;
  key_to: number;
  value_from: number;
  value_to: number;
}

/** A scanner fed with the bytes of an XML file in UTF-8, piece by piece. */
export interface TagScanner {
  readonly push: (piece: Uint8Array) => void;
  /** Refuses a file that ends before its elements do. */
  readonly end: () => void;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const COLON = 0x3a;
/** Deeper than any log nests; a file made to exhaust the memory goes deeper. */
const DEEPEST = 1000;

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const NAMES: readonly (readonly [string, Tag])[] = [
  ['log', TAG.log],
  ['trace', TAG.trace],
  ['event', TAG.event],
  ...['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container'].map(
    (name) => [name, TAG.attribute] as const,
  ),
];
const KNOWN = NAMES.map(([name, tag]) => ({ bytes: Buffer.from(name), tag }));

function toTag(bytes: Uint8Array, from: number, to: number): Tag {
  for (const known of KNOWN) {
    if (known.bytes.length !== to - from) continue;
    let same = true;
    for (let at = 0; at < known.bytes.length && same; at++) same = known.bytes[at] === bytes[from + at];
    if (same) return known.tag;
  }
  return TAG.other;
}

/** Where a text begins after `from`, or -1. */
function findText(bytes: Uint8Array, text: string, from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text, from, 'latin1');
}

/** A digest by which the name that closes an element is compared with the one that opened it. */
function nameOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
  return hash;
}

/** More than this without the end of a tag is no log. */
const LONGEST_TAG = 1 << 24;

/** What has no end yet in the bytes at hand. */
const UNFINISHED = -1;

/**
 * Reads the tags of an XML file from its bytes: elements open and close, and the values of `key`
 * and `value`. Comments, instructions, texts between tags and declarations are passed over. It
 * refuses what is not well formed with `log-xml-broken` and the byte where it is.
 */
export function toTagScanner(visitor: TagVisitor): TagScanner {
  const found: FoundAttributes = { key_from: -1, key_to: -1, value_from: -1, value_to: -1 };
  const tags = new Uint8Array(DEEPEST + 1);
  const names = new Int32Array(DEEPEST + 1);
  let depth = 0;
  let opened = false;
  let base = 0;
  let rest: Uint8Array = new Uint8Array(0);

  const refuse = (at: number): never => {
    throw new Refusal('log-xml-broken', { byte: base + at });
  };

  /** Past a comment, an instruction or a declaration. */
  const pass = (bytes: Uint8Array, at: number): number => {
    const until = (text: string, from: number): number => {
      const end = findText(bytes, text, from);
      return end < 0 ? UNFINISHED : end + text.length;
    };
    if (bytes[at + 1] === QUESTION) return until('?>', at + 2);
    if (at + 9 > bytes.length) return UNFINISHED;
    if (findText(bytes.subarray(at, at + 4), '<!--', 0) === 0) return until('-->', at + 4);
    if (findText(bytes.subarray(at, at + 9), '<![CDATA[', 0) === 0) return until(']]>', at + 9);
    // A declaration of the document may hold others between brackets.
    let nested = 0;
    for (let here = at + 2; here < bytes.length; here++) {
      if (bytes[here] === LT || bytes[here] === 0x5b) nested += 1;
      if (bytes[here] === 0x5d) nested -= 1;
      if (bytes[here] === GT && nested <= 0) return here + 1;
      if (bytes[here] === GT && nested > 0) nested -= 1;
    }
    return UNFINISHED;
  };

  /** Past `</name>`. */
  const close = (bytes: Uint8Array, at: number): number => {
    const end = bytes.indexOf(GT, at);
    if (end < 0) return UNFINISHED;
    let to = end;
    while (isBlank(bytes[to - 1]!)) to -= 1;
    if (depth === 0 || names[depth] !== nameOf(bytes, at + 2, to)) refuse(at);
    visitor.close(tags[depth] as Tag, base + at);
    depth -= 1;
    return end + 1;
  };

  /** Past one attribute of an element, noting its value where it is one of the two wanted. */
  const readAttribute = (bytes: Uint8Array, from: number): number => {
    const size = bytes.length;
    let at = from;
    while (at < size && bytes[at] !== EQUALS && !isBlank(bytes[at]!) && bytes[at] !== GT && bytes[at] !== LT)
      at += 1;
    const nameTo = at;
    while (at < size && isBlank(bytes[at]!)) at += 1;
    if (at >= size) return UNFINISHED;
    if (bytes[at] !== EQUALS || nameTo === from) refuse(from);
    for (at += 1; at < size && isBlank(bytes[at]!); ) at += 1;
    if (at >= size) return UNFINISHED;
    const quote = bytes[at]!;
    if (quote !== 0x22 && quote !== 0x27) refuse(at);
    const valueFrom = at + 1;
    for (at = valueFrom; at < size && bytes[at] !== quote; ) {
      if (bytes[at] === LT) refuse(at);
      at += 1;
    }
    if (at >= size) return UNFINISHED;
    const length = nameTo - from;
    if (length === 3 && bytes[from] === 0x6b && bytes[from + 1] === 0x65 && bytes[from + 2] === 0x79) {
      found.key_from = valueFrom;
      found.key_to = at;
    } else if (length === 5 && bytes[from] === 0x76 && bytes[from + 1] === 0x61 && bytes[from + 4] === 0x65) {
      found.value_from = valueFrom;
      found.value_to = at;
    }
    return at + 1;
  };

  /** Past `<name key="" value="">`. */
  const open = (bytes: Uint8Array, start: number): number => {
    const size = bytes.length;
    let at = start + 1;
    let nameFrom = at;
    for (; at < size; at++) {
      const byte = bytes[at]!;
      if (byte === GT || byte === SLASH || isBlank(byte)) break;
      if (byte === COLON) nameFrom = at + 1;
      if (byte === LT) refuse(start);
    }
    if (at >= size) return UNFINISHED;
    if (at === start + 1) refuse(start);
    const nameTo = at;
    found.key_from = -1;
    found.value_from = -1;
    for (;;) {
      while (at < size && isBlank(bytes[at]!)) at += 1;
      if (at >= size) return UNFINISHED;
      if (bytes[at] === GT || bytes[at] === SLASH) break;
      at = readAttribute(bytes, at);
      if (at === UNFINISHED) return UNFINISHED;
    }
    const empty = bytes[at] === SLASH;
    if (empty && at + 1 >= size) return UNFINISHED;
    if (empty && bytes[at + 1] !== GT) refuse(at);
    if (depth === 0 && opened) refuse(start);
    const tag = toTag(bytes, nameFrom, nameTo);
    if (!opened && tag !== TAG.log) throw new Refusal('log-not-xes', { byte: base + start });
    opened = true;
    visitor.open(bytes, tag, found, base + start);
    if (empty) visitor.close(tag, base + start);
    else {
      if (depth >= DEEPEST) refuse(start);
      depth += 1;
      tags[depth] = tag;
      names[depth] = nameOf(bytes, start + 1, nameTo);
    }
    return at + (empty ? 2 : 1);
  };

  const scan = (bytes: Uint8Array): number => {
    let at = 0;
    for (;;) {
      let from = at;
      while (from < bytes.length && bytes[from] !== LT) from += 1;
      if (from + 1 >= bytes.length) return Math.min(from, bytes.length);
      const kind = bytes[from + 1];
      if (kind === SLASH) at = close(bytes, from);
      else if (kind === BANG || kind === QUESTION) at = pass(bytes, from);
      else at = open(bytes, from);
      if (at === UNFINISHED) return from;
    }
  };

  return {
    push: (piece) => {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      const done = scan(bytes);
      base += done;
      rest = bytes.slice(done);
      if (rest.length > LONGEST_TAG) refuse(0);
    },
    end: () => {
      if (!opened) throw new Refusal('log-not-xes', { byte: 0 });
      if (depth > 0 || rest.length > 0) throw new Refusal('log-xml-ended', { byte: base + rest.length });
    },
  };
}
