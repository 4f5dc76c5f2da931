import { columnType } from './column-type.ts';
import { nearest } from './nearest.ts';
import { report, type RowScope } from './row-scope.ts';
import type { Tree } from './tree.ts';
import { codeIds, namesDataset } from './vocabulary.ts';

/** Parts of a text without quotes that is read as names and differences: `entrega-pin`; null when it is none. */
function wordsOf(tree: Tree): readonly string[] | null {
  if (tree.kind === 'name' && tree.dataset === null) return [tree.name];
  if (tree.kind === 'number' && tree.unit === null) return [tree.text];
  if (tree.kind !== 'arithmetic' || tree.op !== '-') return null;
  const [left, right] = [wordsOf(tree.left), wordsOf(tree.right)];
  return left && right && [...left, ...right];
}

/** Where the first word of a tree stands: a difference begins at its left side, not at its sign. */
function startOf(tree: Tree): number {
  return tree.kind === 'arithmetic' ? startOf(tree.left) : tree.at;
}

/**
 * True when a value beside a column of texts is a text that lost its quotes (`process = entrega-pin`),
 * which is told once and with its quotes on.
 */
export function reportBareText(column: Tree, values: readonly Tree[], scope: RowScope): boolean {
  if (column.kind !== 'name') return false;
  if (column.dataset !== null && !namesDataset(column.dataset, scope.dataset)) return false;
  const type = columnType(scope, column.name);
  if (type?.kind !== 'text') return false;
  const ids = type.codes === null ? [] : (codeIds(scope.vocabulary, type.codes) ?? []);
  const told = values.map((tree) => {
    const words = wordsOf(tree);
    if (!words || tree.kind === 'number') return false;
    const isName = (word: string) =>
      ['measure', 'limit'].includes(word) || columnType(scope, word) !== null || /^\d/.test(word);
    if (words.every(isName)) return false;
    const written = words.join('-');
    const code = ids.includes(written) ? written : nearest(written, ids);
    // A lone word may as well be a misspelt column, unless it is exactly a code.
    if (words.length === 1 && code !== written) return false;
    report(scope, startOf(tree), 'text-without-quotes', { value: written }, `'${code ?? written}'`);
    return true;
  });
  return told.some(Boolean);
}
