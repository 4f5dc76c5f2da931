import { followNode } from '../../../charts/index.ts';
import type { Language } from '../../../kernel/index.ts';
import type { Say } from '../../app/words.ts';
import type { ProcedureAnswer } from './answers.ts';
import type { TEXTS } from './texts.ts';

type Node = ProcedureAnswer['procedure']['nodes'][number];
type SayIt = Say<keyof (typeof TEXTS)['es']>;

/** What a node is called where there is no drawing: its number, or what it is. */
export function nameNode(node: Node, language: Language, t: SayIt): string {
  const kind = node.kind === 'step' ? t('stepN', { n: node.number }) : t(node.kind);
  return `${kind}: ${node.name[language]}`;
}

/** Where a node leads, in words: empty for an end. */
export function sayNext(
  nodes: readonly Node[],
  index: number,
  language: Language,
  t: SayIt,
): readonly string[] {
  return followNode(nodes, index).map(({ to, name }) => {
    const target = nodes.find(({ id }) => id === to);
    const next = target ? toInner(nameNode(target, language, t)) : to;
    return name === null ? t('goesTo', { next }) : t('goesIf', { answer: name[language], next });
  });
}

/** The first letter in lower case, to go on inside a sentence. */
function toInner(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
