import type { Document, Node } from 'yaml';
import { visit } from 'yaml';
import type { Written } from './sheet-fields.ts';

/** Texts in two languages stay on one line up to this length, as they are written by hand. */
const ONE_LINE = 100;

function isTextByLanguage(value: Written): value is { readonly [key: string]: string } {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.keys(value).every((key) => key === 'es' || key === 'en');
}

/** A node as a person writes it: short texts by language on one line, all else line by line. */
export function toWrittenNode(document: Document, value: Written): Node {
  const node = document.createNode(value) as Node;
  visit(node, {
    Map: (_, map) => {
      const plain = map.toJSON() as Written;
      if (!isTextByLanguage(plain)) return;
      map.flow = Object.values(plain).join('').length + 16 <= ONE_LINE;
    },
  });
  return node;
}

/** The text of a document, with its braces as a file that is there already has them. */
export function printWritten(document: Document, text: string): string {
  const padded = /\{ \S/.test(text);
  return document.toString({ lineWidth: 0, flowCollectionPadding: padded });
}
