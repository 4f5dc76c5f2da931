import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string | null;
}

/** Objects of a PDF by number, streams unpacked. Enough for what our own printer writes. */
function readObjects(bytes: Buffer): Map<number, PdfObject> {
  const text = bytes.toString('latin1');
  const found = new Map<number, PdfObject>();
  for (const match of text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)(?:\nstream\n|\nendobj)/gm)) {
    const dictionary = match[2]!;
    const start = match.index + match[0].length;
    const length = /\/Length (\d+)/.exec(dictionary)?.[1];
    const isStream = match[0].endsWith('stream\n') && length !== undefined;
    const raw = isStream ? bytes.subarray(start, start + Number(length)) : null;
    const unpacked = raw && dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
    found.set(Number(match[1]), { dictionary, stream: unpacked?.toString('latin1') ?? null });
  }
  return found;
}

/** What each glyph of a font says, from its ToUnicode map. */
function readGlyphs(map: string): Map<number, string> {
  const say = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  return new Map(
    [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)].map(([, glyph = '', hex = '']) => [
      Number.parseInt(glyph, 16),
      say(hex),
    ]),
  );
}

/** Bytes of a string as PDF writes them between brackets. */
function readLiteral(literal: string): number[] {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const plain = literal.replace(/\\([0-7]{1,3}|.)/gs, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return [...plain].map((letter) => letter.charCodeAt(0));
}

/**
 * The text of a PDF that our own printer wrote, in the order in which it was written, without any
 * tool of the machine. Texts of charts come letter by letter and are joined.
 */
export function readPdfText(pdf: Uint8Array): string {
  const objects = readObjects(Buffer.from(pdf));
  const fonts = new Map<number, Map<number, string>>();
  for (const [number, { dictionary }] of objects) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1];
    const stream = map === undefined ? null : objects.get(Number(map))?.stream;
    if (stream) fonts.set(number, readGlyphs(stream));
  }
  const texts: string[] = [];
  for (const { dictionary, stream } of objects.values()) {
    const contents = /\/Contents (\d+) 0 R/.exec(dictionary)?.[1];
    const drawn =
      contents === undefined
        ? dictionary.includes('/Subtype /Form')
          ? stream
          : null
        : objects.get(Number(contents))?.stream;
    const apart = /\/Resources (\d+) 0 R/.exec(dictionary)?.[1];
    const resources = apart === undefined ? dictionary : (objects.get(Number(apart))?.dictionary ?? '');
    if (drawn) texts.push(readDrawn(drawn, resources, fonts));
  }
  return texts.join('\n');
}

/** Inside a string between brackets: an escape, another letter, or brackets that close again. */
const INSIDE = ['', '', ''].reduce((deeper) => `(?:\\\\[\\s\\S]|[^\\\\()]|\\(${deeper}\\))*`, '[^()\\\\]*');
const TOKENS = new RegExp(`/(\\w+) [\\d.]+ Tf|\\((${INSIDE})\\)|<([0-9A-Fa-f]+)>|\\bET\\b`, 'g');

function readDrawn(
  drawn: string,
  resources: string,
  fonts: ReadonlyMap<number, Map<number, string>>,
): string {
  const named = new Map(
    [...resources.matchAll(/\/(F\d+|fo\d+) (\d+) 0 R/g)].map(([, name = '', number]) => [
      name,
      Number(number),
    ]),
  );
  let glyphs = new Map<number, string>();
  let text = '';
  const say = (bytes: number[]) => {
    for (let at = 0; at + 1 < bytes.length; at += 2)
      text += glyphs.get(bytes[at]! * 256 + bytes[at + 1]!) ?? '';
  };
  for (const [token, font, literal, hex] of drawn.matchAll(TOKENS)) {
    if (font !== undefined) glyphs = fonts.get(named.get(font) ?? -1) ?? new Map();
    else if (literal !== undefined) say(readLiteral(literal));
    else if (hex !== undefined) say((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
    // A single letter is a letter of a chart: the next one follows it.
    else if (token === 'ET' && !text.endsWith('\n')) text += '\u200b';
  }
  return text
    .replace(/(?<=(?:^|\u200b)[^\u200b])\u200b(?=[^\u200b](?:\u200b|$))/g, '')
    .replaceAll('\u200b', '\n');
}
