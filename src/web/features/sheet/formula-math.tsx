import { createElement, Fragment, type ReactNode } from 'react';
import type { Language } from '../../../kernel/index.ts';
import { printQuantity } from '../../../sentences/index.ts';
import { useLanguage } from '../../ui/language.ts';
import styles from './sheet.module.css';

/** A formula as the server sends it: the tree of the language room. */
export type FormulaNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly value: number; readonly unit: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'row'; readonly parts: readonly FormulaNode[] }
  | { readonly kind: 'fence'; readonly inner: FormulaNode }
  | { readonly kind: 'fraction'; readonly above: FormulaNode; readonly below: FormulaNode }
  | { readonly kind: 'sum'; readonly of: FormulaNode }
  | { readonly kind: 'sub'; readonly base: FormulaNode; readonly below: FormulaNode }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] };

const tag = (name: string, ...children: ReactNode[]): ReactNode => createElement(name, null, ...children);

function draw(node: FormulaNode, language: Language): ReactNode {
  const inner = (each: FormulaNode) => tag('mrow', draw(each, language));
  switch (node.kind) {
    case 'text':
      return tag('mtext', node.text);
    case 'amount':
      return tag('mtext', printQuantity(node.value, node.unit, language));
    case 'operator':
      return tag('mo', node.text);
    case 'row':
      return tag(
        'mrow',
        ...node.parts.map((part, index) => <Fragment key={index}>{draw(part, language)}</Fragment>),
      );
    case 'fence':
      return tag('mrow', tag('mo', '('), inner(node.inner), tag('mo', ')'));
    case 'fraction':
      return tag('mfrac', inner(node.above), inner(node.below));
    case 'sum':
      return tag('mrow', tag('mo', '∑'), inner(node.of));
    case 'sub':
      return tag('msub', inner(node.base), inner(node.below));
    case 'call':
      return tag(
        'mrow',
        tag('mtext', node.name),
        tag('mo', '('),
        ...node.args.map((each, index) => (
          <Fragment key={index}>
            {index > 0 && tag('mo', ';')}
            {inner(each)}
          </Fragment>
        )),
        tag('mo', ')'),
      );
    default:
      return node satisfies never;
  }
}

/** The formula as mathematics: MathML, which browsers draw and screen readers say. */
export function FormulaMath({ formula, result }: { readonly formula: FormulaNode; readonly result: string }) {
  const language = useLanguage();
  return (
    <div className={styles.math} tabIndex={0} role="group" aria-label={result}>
      {createElement(
        'math',
        { display: 'block' },
        tag('mrow', tag('mtext', result), tag('mo', '='), draw(formula, language)),
      )}
    </div>
  );
}
