import type { Language } from '../kernel/index.ts';
import { printQuantity } from '../sentences/index.ts';
import type { PaperFormula } from './paper.ts';

/** A formula as it comes from a checked indicator: amounts still as numbers of a unit. */
export type FormulaTree =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly value: number; readonly unit: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'row'; readonly parts: readonly FormulaTree[] }
  | { readonly kind: 'fence'; readonly inner: FormulaTree }
  | { readonly kind: 'fraction'; readonly above: FormulaTree; readonly below: FormulaTree }
  | { readonly kind: 'sum'; readonly of: FormulaTree }
  | { readonly kind: 'sub'; readonly base: FormulaTree; readonly below: FormulaTree }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaTree[] };

/** The same tree with its amounts in words of the language: `48 h`. */
export function toPaperFormula(tree: FormulaTree, language: Language): PaperFormula {
  const inner = (part: FormulaTree) => toPaperFormula(part, language);
  switch (tree.kind) {
    case 'text':
    case 'operator':
      return tree;
    case 'amount':
      return { kind: 'text', text: printQuantity(tree.value, tree.unit, language) };
    case 'row':
      return { kind: 'row', parts: tree.parts.map(inner) };
    case 'fence':
      return { kind: 'fence', inner: inner(tree.inner) };
    case 'fraction':
      return { kind: 'fraction', above: inner(tree.above), below: inner(tree.below) };
    case 'sum':
      return { kind: 'sum', of: inner(tree.of) };
    case 'sub':
      return { kind: 'sub', base: inner(tree.base), below: inner(tree.below) };
    case 'call':
      return { kind: 'call', name: tree.name, args: tree.args.map(inner) };
    default:
      return tree satisfies never;
  }
}

/** A formula in one line of text: what is read aloud, and found by a search in the document. */
export function sayFormula(tree: PaperFormula): string {
  switch (tree.kind) {
    case 'text':
    case 'operator':
      return tree.text;
    case 'row':
      return tree.parts.map(sayFormula).join(' ');
    case 'fence':
      return `(${sayFormula(tree.inner)})`;
    case 'fraction':
      return `(${sayFormula(tree.above)}) / (${sayFormula(tree.below)})`;
    case 'sum':
      return `Σ ${sayFormula(tree.of)}`;
    case 'sub':
      return `${sayFormula(tree.base)} [${sayFormula(tree.below)}]`;
    case 'call':
      return `${tree.name}(${tree.args.map(sayFormula).join('; ')})`;
    default:
      return tree satisfies never;
  }
}
