/**
 * The tree of an expression as written: plain frozen data, `at` counts characters from the start
 * of the text. Made by `readExpression`, given meaning by the checks.
 */
export type Tree =
  | { readonly kind: 'number'; readonly at: number; readonly text: string; readonly unit: string | null }
  | { readonly kind: 'text'; readonly at: number; readonly value: string }
  | { readonly kind: 'boolean'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'name'; readonly at: number; readonly dataset: string | null; readonly name: string }
  | {
      readonly kind: 'call';
      readonly at: number;
      readonly name: string;
      /** A data set may stand alone as the first of an aggregate: `count(complaints where ...)`. */
      readonly args: readonly Tree[];
      readonly where: Tree | null;
    }
  | {
      readonly kind: 'arithmetic';
      readonly at: number;
      readonly op: '+' | '-' | '*' | '/';
      readonly left: Tree;
      readonly right: Tree;
    }
  | {
      readonly kind: 'comparison';
      readonly at: number;
      readonly op: ComparisonOp;
      readonly left: Tree;
      readonly right: Tree;
    }
  | { readonly kind: 'in'; readonly at: number; readonly left: Tree; readonly values: readonly Tree[] }
  | { readonly kind: 'empty'; readonly at: number; readonly left: Tree; readonly negated: boolean }
  | { readonly kind: 'within'; readonly at: number; readonly left: Tree; readonly value: Tree }
  | {
      readonly kind: 'logic';
      readonly at: number;
      readonly op: 'and' | 'or';
      readonly left: Tree;
      readonly right: Tree;
    }
  | { readonly kind: 'not'; readonly at: number; readonly operand: Tree };

export type ComparisonOp = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** The parts of a tree in the order they are written, for walking it. */
export function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'name':
      return [];
    case 'call':
      return tree.where ? [...tree.args, tree.where] : tree.args;
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [tree.left, tree.right];
    case 'in':
      return [tree.left, ...tree.values];
    case 'empty':
      return [tree.left];
    case 'within':
      return [tree.left, tree.value];
    case 'not':
      return [tree.operand];
    default:
      return tree satisfies never;
  }
}

/** The first node of a tree, itself included, for which `holds`; undefined when there is none. */
export function findInTree(tree: Tree, holds: (node: Tree) => boolean): Tree | undefined {
  if (holds(tree)) return tree;
  for (const part of partsOf(tree)) {
    const found = findInTree(part, holds);
    if (found) return found;
  }
  return undefined;
}
