import { join } from 'node:path';
import type { Problem } from '../../kernel/index.ts';
import type { Overlay } from '../../library/index.ts';
import { type Content, type Institution, loadContent, OWN_PACKS } from '../institution.ts';

function isSame(a: Problem, b: Problem): boolean {
  const plain = ({ code, where, params }: Problem) => JSON.stringify([code, where.file, where.path, params]);
  return plain(a) === plain(b);
}

/** Content as a change would make it, and the errors that it would bring. */
export interface Tried {
  readonly content: Content;
  readonly broken: readonly Problem[];
}

/** Reads everything with files as they would be. What is wrong elsewhere already is not their fault. */
export async function tryFiles(
  { folder, content: held }: Pick<Institution, 'folder' | 'content'>,
  overlay: Overlay,
): Promise<Tried> {
  const load = (over: Overlay) => loadContent([OWN_PACKS, join(folder, 'packs')], { overlay: over });
  const content = await load(overlay);
  const errors = content.problems.filter(({ severity }) => severity === 'error');
  const isNew = (before: Content) => (problem: Problem) =>
    !before.problems.some((each) => isSame(each, problem));
  const broken = errors.filter(isNew(held));
  // What is held may be older than the disk: only then is it read as it is too.
  return { content, broken: broken.length === 0 ? broken : broken.filter(isNew(await load(new Map()))) };
}
