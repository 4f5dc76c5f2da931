import { toSlug } from '../kernel/index.ts';
import { codeIds, nearest, type Vocabulary } from '../language/index.ts';

/** For a code column: what each text in the file means, and the nearest id of those that mean nothing. */
export interface ResolvedCodes {
  readonly known: Readonly<Record<string, string>>;
  readonly unknown: Readonly<Record<string, string>>;
}

/** Every spelling of a code list as slug -> id: ids, labels in each language, aliases. */
function spellings(vocabulary: Vocabulary, codes: string): Map<string, string> {
  const found = new Map<string, string>();
  const add = (id: string, texts: readonly string[]) => {
    for (const text of texts) if (!found.has(toSlug(text))) found.set(toSlug(text), id);
  };
  for (const id of codeIds(vocabulary, codes) ?? []) found.set(toSlug(id), id);
  const named =
    codes === 'process' ? vocabulary.processes : codes === 'schedule' ? vocabulary.schedules : null;
  for (const item of named?.values() ?? []) add(item.id, [item.name.es, item.name.en, ...item.aliases]);
  for (const code of vocabulary.codes.get(codes)?.codes ?? [])
    add(code.id, [code.label.es, code.label.en, ...code.aliases]);
  return found;
}

/**
 * Gives each text of a code column its id: by the mapping first, then by id, name or alias, all
 * compared without accents or case. Texts that mean nothing are listed with the nearest id.
 */
export function resolveCodes(
  texts: readonly string[],
  codes: string,
  mapped: Readonly<Record<string, string>> | undefined,
  vocabulary: Vocabulary,
): ResolvedCodes {
  const known: Record<string, string> = {};
  const unknown: Record<string, string> = {};
  const bySlug = spellings(vocabulary, codes);
  const byMapping = new Map(
    Object.entries(mapped ?? {}).map(([text, id]) => [toSlug(text), bySlug.get(toSlug(id)) ?? id]),
  );
  for (const text of texts) {
    const slug = toSlug(text);
    const id = byMapping.get(slug) ?? bySlug.get(slug);
    if (id !== undefined) known[text] = id;
    else {
      const near = nearest(slug, bySlug.keys());
      unknown[text] = near === undefined ? '' : bySlug.get(near)!;
    }
  }
  return { known, unknown };
}
