import { toSlug } from '../kernel/index.ts';
import { listSpellings } from '../facts/index.ts';
import type { Content } from './institution.ts';

/**
 * Gives the process that the service of a fact names: by id, name or alias, without accents or case. Files
 * bring words or ids, and cases the words of what was chosen. Null where it names no process.
 *
 * @example toServiceProcess(content)('Débito automático') // 'debito-automatico'
 */
export function toServiceProcess({ catalogue }: Pick<Content, 'catalogue'>): (text: string) => string | null {
  const spellings = listSpellings(catalogue, 'process');
  return (text) => spellings.get(toSlug(text)) ?? null;
}
