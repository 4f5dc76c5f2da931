import { findUnit, type Problem, toProblem, UNITS } from '../kernel/index.ts';
import { type ExpressionPlace, placeAt } from './expression-place.ts';
import { nearest } from './nearest.ts';
import { ReadError, readTokens, type Token } from './read-tokens.ts';
import { suggestKeyword } from './suggest.ts';
import type { ComparisonOp, Tree } from './tree.ts';

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];
const RESERVED: readonly string[] = ['and', 'or', 'not', 'in', 'is', 'empty', 'within', 'where', 'yes', 'no'];
/** Parentheses, `not` and signs inside each other; deeper is no formula a person wrote. */
const MOST_DEPTH = 60;

/** One method for each level of precedence, from `or` (binds least) to a single value. */
class Reader {
  private readonly tokens: readonly Token[];
  private readonly text: string;
  private readonly place: ExpressionPlace;
  private position = 0;
  private depth = 0;

  constructor(text: string, place: ExpressionPlace) {
    this.text = text;
    this.place = place;
    this.tokens = readTokens(text, place);
  }

  read(): Tree {
    const tree = this.or();
    if (this.peek().kind !== 'end') this.fail();
    return tree;
  }

  private peek(): Token {
    return this.tokens[this.position]!;
  }
  private isWord(word: string): boolean {
    return this.peek().kind === 'word' && this.peek().text === word;
  }
  private isSign(sign: string): boolean {
    return this.peek().kind === 'sign' && this.peek().text === sign;
  }
  private take(): Token {
    return this.tokens[this.position++]!;
  }
  private takeSign(sign: string): void {
    if (!this.isSign(sign)) this.fail(sign);
    this.position += 1;
  }
  private takeWord(word: string): void {
    if (!this.isWord(word)) this.fail(word);
    this.position += 1;
  }
  private fail(expected = ''): never {
    const token = this.peek();
    const where = placeAt(this.place, token.at);
    const params = { found: token.text, expected, expression: this.text };
    if (token.kind === 'end') throw new ReadError(toProblem('expression-ends-early', where, params));
    const meant = token.kind === 'word' ? suggestKeyword(token.text) : undefined;
    throw new ReadError(
      toProblem('unexpected-word', where, params, meant === token.text ? undefined : meant),
    );
  }
  /** Reads what stands inside something else, within a depth that no stack minds. */
  private inside<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > MOST_DEPTH) {
      throw new ReadError(
        toProblem('expression-too-deep', placeAt(this.place, this.peek().at), { limit: MOST_DEPTH }),
      );
    }
    const result = read();
    this.depth -= 1;
    return result;
  }

  private or(): Tree {
    let left = this.and();
    while (this.isWord('or')) {
      const { at } = this.take();
      left = { kind: 'logic', at, op: 'or', left, right: this.and() };
    }
    return left;
  }
  private and(): Tree {
    let left = this.not();
    while (this.isWord('and')) {
      const { at } = this.take();
      left = { kind: 'logic', at, op: 'and', left, right: this.not() };
    }
    return left;
  }
  private not(): Tree {
    if (!this.isWord('not')) return this.comparison();
    const { at } = this.take();
    return { kind: 'not', at, operand: this.inside(() => this.not()) };
  }
  private comparison(): Tree {
    const left = this.sum();
    const token = this.peek();
    if (token.kind === 'sign' && COMPARISONS.includes(token.text)) {
      this.take();
      return { kind: 'comparison', at: token.at, op: token.text as ComparisonOp, left, right: this.sum() };
    }
    if (this.isWord('in')) {
      this.take();
      this.takeSign('(');
      const values = [this.unary()];
      while (this.isSign(',')) {
        this.take();
        values.push(this.unary());
      }
      this.takeSign(')');
      return { kind: 'in', at: token.at, left, values };
    }
    if (this.isWord('is')) {
      this.take();
      const negated = this.isWord('not');
      if (negated) this.take();
      this.takeWord('empty');
      return { kind: 'empty', at: token.at, left, negated };
    }
    if (this.isWord('within')) {
      this.take();
      return { kind: 'within', at: token.at, left, value: this.sum() };
    }
    return left;
  }
  private sum(): Tree {
    let left = this.product();
    while (this.isSign('+') || this.isSign('-')) {
      const token = this.take();
      left = { kind: 'arithmetic', at: token.at, op: token.text as '+' | '-', left, right: this.product() };
    }
    return left;
  }
  private product(): Tree {
    let left = this.unary();
    while (this.isSign('*') || this.isSign('/')) {
      const token = this.take();
      left = { kind: 'arithmetic', at: token.at, op: token.text as '*' | '/', left, right: this.unary() };
    }
    return left;
  }
  private unary(): Tree {
    if (!this.isSign('-')) return this.primary();
    const { at } = this.take();
    const operand = this.inside(() => this.unary());
    // A negative number is a number, so that it takes the unit of what it is compared with.
    if (operand.kind === 'number' && !operand.text.startsWith('-')) {
      return { ...operand, at, text: `-${operand.text}` };
    }
    const zero: Tree = {
      kind: 'number',
      at,
      text: '0',
      unit: operand.kind === 'number' ? operand.unit : null,
    };
    return { kind: 'arithmetic', at, op: '-', left: zero, right: operand };
  }
  private primary(): Tree {
    const token = this.peek();
    if (token.kind === 'number') {
      this.take();
      return { kind: 'number', at: token.at, text: token.text, unit: this.unitAfterNumber() };
    }
    if (token.kind === 'text') {
      this.take();
      return { kind: 'text', at: token.at, value: token.text };
    }
    if (this.isSign('(')) {
      this.take();
      const inner = this.inside(() => this.or());
      this.takeSign(')');
      return inner;
    }
    if (token.kind !== 'word') this.fail();
    if (token.text === 'yes' || token.text === 'no') {
      this.take();
      return { kind: 'boolean', at: token.at, value: token.text === 'yes' };
    }
    if (RESERVED.includes(token.text)) this.fail();
    this.take();
    if (this.isSign('(')) return this.inside(() => this.call(token));
    if (!this.isSign('.')) return { kind: 'name', at: token.at, dataset: null, name: token.text };
    this.take();
    if (this.peek().kind !== 'word') this.fail();
    return { kind: 'name', at: token.at, dataset: token.text, name: this.take().text };
  }
  /** `%` or a word right after a number is its unit: `48 h`, `95 %`. */
  private unitAfterNumber(): string | null {
    if (this.isSign('%')) {
      this.take();
      return '%';
    }
    const token = this.peek();
    if (token.kind !== 'word' || RESERVED.includes(token.text)) return null;
    const unit = findUnit(token.text);
    if (unit === undefined) {
      const names = UNITS.map(({ name }) => name);
      const keyword = suggestKeyword(token.text);
      const spelled = SPELLED_OUT[token.text.toLowerCase()];
      const next = this.tokens[this.position + 1];
      const working = next?.kind === 'word' && WORKING_WORDS.test(next.text);
      throw new ReadError(
        toProblem(
          'unknown-unit',
          placeAt(this.place, token.at),
          { unit: token.text, units: names },
          working
            ? spelled === 'min'
              ? 'working_min'
              : 'working_h'
            : (spelled ?? keyword ?? nearest(token.text, names)),
        ),
      );
    }
    this.take();
    return unit.name;
  }
  private call(name: Token): Tree {
    this.takeSign('(');
    const args: Tree[] = [];
    let where: Tree | null = null;
    if (!this.isSign(')') && !this.isWord('where')) {
      args.push(this.or());
      while (this.isSign(',')) {
        this.take();
        args.push(this.or());
      }
    }
    if (this.isWord('where')) {
      this.take();
      where = this.or();
    }
    this.takeSign(')');
    return { kind: 'call', at: name.at, name: name.text, args, where };
  }
}

/** Words after a unit that make it one of working time. */
const WORKING_WORDS = /^(?:laborables?|laborales?|h[aá]bil(?:es)?|working|business)$/iu;

/** Units as people write them, and as the language does. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  hora: 'h',
  horas: 'h',
  hour: 'h',
  hours: 'h',
  hs: 'h',
  hrs: 'h',
  minuto: 'min',
  minutos: 'min',
  minute: 'min',
  minutes: 'min',
  mins: 'min',
  m: 'min',
  segundo: 's',
  segundos: 's',
  second: 's',
  seconds: 's',
  seg: 's',
  dia: 'day',
  día: 'day',
  dias: 'day',
  días: 'day',
  d: 'day',
  dolares: 'money',
  dólares: 'money',
  usd: 'money',
};

/**
 * Reads the text of an expression into its tree.
 *
 * @returns the tree, or the one problem that stopped the reading, with line and column when the
 *   place is known (`unexpected-word`, `unclosed-text`, `unknown-unit`...)
 * @example readExpression('sum(measure) / sum(limit)', {}).tree // arithmetic '/' of two calls
 */
export function readExpression(
  text: string,
  place: ExpressionPlace,
): { readonly tree: Tree | null; readonly problems: readonly Problem[] } {
  try {
    return { tree: new Reader(text, place).read(), problems: [] };
  } catch (error) {
    if (error instanceof ReadError) return { tree: null, problems: [error.problem] };
    throw error;
  }
}
