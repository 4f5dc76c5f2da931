import type { Node } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { LocalText, Params, Rational, Severity } from '../kernel/index.ts';
import { LANGUAGES, parseDecimal } from '../kernel/index.ts';
import type { FilePlace } from './catalogue.ts';
import { findNearestName } from './nearest-name.ts';
import { isDate, parseRatio, suggestDate } from './plain-values.ts';
import type { Source } from './source.ts';
import { addProblem, resolveNode, toNodePlace } from './source.ts';

const NOTHING: LocalText = { es: '', en: '' };

/** One value in a file: where it stands and by which path it is reached. */
export class Spot {
  readonly source: Source;
  readonly node: Node | null;
  readonly path: string;
  readonly place: FilePlace;

  constructor(source: Source, node: Node | null, path: string, fallback: FilePlace) {
    this.source = source;
    this.node = resolveNode(source, node);
    this.path = path;
    this.place = (this.node && toNodePlace(source, this.node)) ?? fallback;
    if (path !== '') source.places.set(path, this.place);
  }

  add(code: string, params: Params = {}, hint?: string, severity: Severity = 'error'): void {
    addProblem(this.source, code, this.place, this.path, { field: this.path, ...params }, hint, severity);
  }

  /** Nothing written, or only `~` or `null`. */
  get empty(): boolean {
    return this.node === null || (isScalar(this.node) && this.node.value === null);
  }

  /** The value exactly as written: dates, numbers and yes/no are never turned into something else. */
  get written(): string | undefined {
    return this.empty ? undefined : toScalarText(this.node);
  }

  text(): string {
    const { written } = this;
    if (written === undefined) this.add('not-a-text');
    else if (written === '') this.add('missing-text');
    return written ?? '';
  }

  /** A text for all languages, or one by language; a missing language takes the other's with a warning. */
  local(): LocalText {
    const { written } = this;
    if (written !== undefined && written !== '') return { es: written, en: written };
    if (!isMap(this.node)) {
      this.add(written === '' || this.empty ? 'missing-text' : 'not-a-text');
      return NOTHING;
    }
    const fields = new Fields(this, LANGUAGES);
    const texts = LANGUAGES.map((language) => fields.textIf(language));
    const first = texts.find((text) => text !== null) ?? null;
    if (first === null) {
      this.add('missing-text');
      return NOTHING;
    }
    const missing = LANGUAGES.filter((_, index) => texts[index] === null);
    if (missing.length > 0)
      this.add('missing-language', { language: missing.join(', ') }, undefined, 'warning');
    return { es: texts[0] ?? first, en: texts[1] ?? first };
  }

  /** The items of a list; a single value counts as a list of one. */
  list(): Spot[] {
    if (this.empty) return [];
    if (isScalar(this.node)) return [this];
    if (!isSeq(this.node)) {
      this.add('not-a-list');
      return [];
    }
    return this.node.items.map(
      (item, index) => new Spot(this.source, item as Node, `${this.path}[${index}]`, this.place),
    );
  }

  /** Keys of a map as written; none of anything else. */
  keys(): string[] {
    return isMap(this.node) ? this.node.items.map((pair) => toScalarText(pair.key as Node) ?? '') : [];
  }

  /** The entries of a map whose keys are the author's own names. */
  entries(): { readonly key: string; readonly keyPlace: FilePlace; readonly value: Spot }[] {
    if (this.empty) return [];
    if (!isMap(this.node)) {
      this.add('not-a-map');
      return [];
    }
    return this.node.items.map((pair) => {
      const keyNode = resolveNode(this.source, pair.key as Node);
      const keyPlace = (keyNode && toNodePlace(this.source, keyNode)) ?? this.place;
      const key = toScalarText(keyNode) ?? '';
      const path = this.path === '' ? key : `${this.path}.${key}`;
      return { key, keyPlace, value: new Spot(this.source, pair.value as Node, path, keyPlace) };
    });
  }

  date(): string {
    const text = this.text();
    if (text !== '' && !isDate(text)) this.add('date-not-iso', { value: text }, suggestDate(text));
    return text;
  }
}

/** The text of a scalar before anything is made of it; undefined for a list or a map. */
function toScalarText(node: Node | null): string | undefined {
  if (!isScalar(node)) return undefined;
  const { value, source } = node;
  return (typeof value === 'string' ? value : (source ?? String(value))).trim();
}

/** A map with a known set of fields; any other key is a problem with the nearest field as hint. */
export class Fields {
  readonly spot: Spot;
  readonly #values = new Map<string, Spot>();
  /** Fields that a misspelt key was meant to be: they are not missing as well. */
  readonly #meant = new Set<string>();

  constructor(spot: Spot, known: readonly string[]) {
    this.spot = spot;
    const flow = isMap(spot.node) && spot.node.flow === true;
    if (spot.empty) spot.add('not-a-map');
    for (const { key, keyPlace, value } of spot.entries()) {
      if (known.includes(key)) {
        this.#values.set(key, value);
        continue;
      }
      // In {a: f(x, y)} the comma ends the text, and the rest becomes a key without a value.
      const code = flow && value.empty ? 'comma-in-braces' : 'unknown-content-field';
      const hint = findNearestName(key, known);
      if (hint !== undefined) this.#meant.add(hint);
      const params = { field: key, known: hint === undefined ? [...known] : [] };
      addProblem(spot.source, code, keyPlace, value.path, params, hint);
    }
  }

  /** The value of a field when something is written there. */
  find(key: string): Spot | null {
    const spot = this.#values.get(key);
    return spot === undefined || spot.empty ? null : spot;
  }

  /** The value of a field that must be there; a missing one is a problem at the map's own place. */
  need(key: string): Spot | null {
    const spot = this.find(key);
    if (spot === null && !this.#meant.has(key)) {
      const written = this.#values.get(key);
      const place = written?.place ?? this.spot.place;
      const path = this.spot.path === '' ? key : `${this.spot.path}.${key}`;
      addProblem(this.spot.source, 'missing-content-field', place, path, { field: key });
    }
    return spot;
  }

  /** The items of a field that needs one at least. */
  needList(key: string): Spot[] {
    const spot = this.need(key);
    const items = spot?.list() ?? [];
    if (spot !== null && isSeq(spot.node) && items.length === 0) {
      spot.add('missing-content-field', { field: key });
    }
    return items;
  }

  text(key: string): string {
    return this.need(key)?.text() ?? '';
  }
  textIf(key: string): string | null {
    return this.find(key)?.text() ?? null;
  }
  local(key: string): LocalText {
    return this.need(key)?.local() ?? NOTHING;
  }
  localIf(key: string): LocalText | null {
    return this.find(key)?.local() ?? null;
  }
  list(key: string): Spot[] {
    return this.find(key)?.list() ?? [];
  }
  texts(key: string): string[] {
    return this.list(key).map((item) => item.text());
  }
  date(key: string): string {
    return this.need(key)?.date() ?? '';
  }

  /** A name by which other files call the thing. */
  id(key: string): string {
    const spot = this.need(key);
    if (spot === null) return '';
    const text = spot.text();
    checkId(spot, text);
    return text;
  }

  flag(key: string, fallback: boolean): boolean {
    const spot = this.find(key);
    if (spot === null) return fallback;
    const text = spot.text().toLowerCase();
    if (text !== 'true' && text !== 'false') {
      const yes = ['yes', 'y', 'on', 'si', 'sí', 'verdadero', '1'].includes(text);
      const no = ['no', 'n', 'off', 'falso', '0'].includes(text);
      spot.add('bad-boolean', { value: text }, yes ? 'true' : no ? 'false' : undefined);
    }
    return text === 'true';
  }

  /** A number that is not negative, exact; `fallback` when absent, a problem when absent without one. */
  decimal(key: string, fallback?: string): Rational {
    const spot = fallback === undefined ? this.need(key) : this.find(key);
    const zero = { num: 0n, den: 1n };
    if (spot === null) return parseDecimal(fallback ?? '0') ?? zero;
    const text = spot.text();
    const value = parseDecimal(text);
    if (value === undefined || value.num < 0n) {
      spot.add(
        /^\d+,\d+$/.test(text) ? 'decimal-comma-in-content' : 'number-not-plain',
        { value: text },
        text.replace(',', '.'),
      );
      return zero;
    }
    return value;
  }

  /** A whole number that is not negative. */
  whole(key: string, fallback?: number): number {
    const value = this.decimal(key, fallback === undefined ? undefined : String(fallback));
    if (value.den !== 1n) this.find(key)?.add('not-whole', { value: this.find(key)?.written ?? '' });
    return Number(value.num / value.den);
  }

  /** A share written `95 %` or `0.95`, or null when absent. */
  ratioIf(key: string): Rational | null {
    const spot = this.find(key);
    if (spot === null) return null;
    const text = spot.text();
    const value = parseRatio(text);
    if (value !== undefined) return value;
    const comma = /^\d+,\d+\s*%?$/.test(text);
    spot.add(
      comma ? 'decimal-comma-in-content' : 'bad-ratio',
      { value: text },
      comma ? text.replace(',', '.') : undefined,
    );
    return null;
  }

  choice<T extends string>(key: string, choices: readonly T[], fallback?: T): T {
    const spot = fallback === undefined ? this.need(key) : this.find(key);
    const first = (fallback ?? choices[0]) as T;
    if (spot === null) return first;
    const text = spot.text();
    const found = choices.find((choice) => choice === text);
    if (found === undefined) {
      spot.add('unknown-choice', { value: text, choices: [...choices] }, findNearestName(text, choices));
    }
    return found ?? first;
  }
}

/** Letters without accents, digits, hyphen and low line: what a formula and a file name can both hold. */
export function checkId(spot: Spot, id: string): void {
  if (id !== '' && !/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(id)) {
    const suggestion = id
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^[-_]+|-+$/g, '');
    spot.add('bad-id', { value: id }, suggestion);
  }
}
