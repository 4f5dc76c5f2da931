import { Refusal } from '../../kernel/index.ts';

/** What happens while XML passes by. Names come without their prefix. */
export interface XmlVisitor {
  readonly open?: (name: string, attributes: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const LONGEST_TAG = 1 << 20;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with the five named entities and the numbered ones as letters; others are refused. */
export function toXmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);?/g, (_whole, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    }
    const letter = ENTITIES[name];
    if (letter === undefined) throw new Refusal('xml-entities');
    return letter;
  });
}

const PATTERNS = new Map<string, RegExp>();

/** The value of one attribute in the text of a tag, or undefined. */
export function findAttribute(attributes: string, name: string): string | undefined {
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : toXmlText(value);
}

/**
 * A reader of XML that takes text in pieces and keeps nothing but the tag that is not complete.
 * Knows tags, text, CDATA and comments; a DTD is refused (`xml-entities`) before anything in it
 * is looked at.
 */
export class XmlScanner {
  readonly #visitor: XmlVisitor;
  #rest = '';

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor;
  }

  push(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) break;
      if (tag > at) this.#visitor.text?.(toXmlText(text.slice(at, tag)));
      at = tag;
      const next = this.#readTag(text, tag);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST_TAG && this.#rest.startsWith('<')) throw new Refusal('workbook-damaged');
    // Text that a piece cut in two must wait, lest an entity be cut; it is short unless the file is hostile.
    if (this.#rest.length > 4 * LONGEST_TAG) throw new Refusal('line-too-long', { line: 1, limit_mb: 2 });
  }

  /** Reads the tag at `start`; returns where it ends, or -1 when it is not complete. */
  #readTag(text: string, start: number): number {
    const second = text[start + 1];
    if (second === undefined) return -1;
    if (second === '!') {
      if (text.startsWith('<!--', start)) {
        const end = text.indexOf('-->', start + 4);
        return end < 0 ? -1 : end + 3;
      }
      if (text.startsWith('<![CDATA[', start)) {
        const end = text.indexOf(']]>', start + 9);
        if (end < 0) return -1;
        this.#visitor.text?.(text.slice(start + 9, end));
        return end + 3;
      }
      if (text.length - start < 9) return -1;
      throw new Refusal('xml-entities');
    }
    const end = findTagEnd(text, start);
    if (end < 0) return -1;
    if (second === '?') return end + 1;
    if (second === '/') {
      this.#visitor.close?.(toLocalName(text.slice(start + 2, end).trim()));
      return end + 1;
    }
    const empty = text[end - 1] === '/';
    const inside = text.slice(start + 1, empty ? end - 1 : end);
    const space = inside.search(/\s/);
    const name = toLocalName(space < 0 ? inside : inside.slice(0, space));
    this.#visitor.open?.(name, space < 0 ? '' : inside.slice(space));
    if (empty) this.#visitor.close?.(name);
    return end + 1;
  }
}

function toLocalName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Where the tag at `start` ends: a `>` inside a quoted attribute does not; -1 when not yet. */
function findTagEnd(text: string, start: number): number {
  let open = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (open !== 0) {
      if (code === open) open = 0;
    } else if (code === 34 || code === 39) open = code;
    else if (code === 62) return at;
  }
  return -1;
}
