import { parsePeriod, Refusal, toSlug } from '../kernel/index.ts';
import { codeIds, nearest, PERIOD_EXAMPLES, type Vocabulary } from '../language/index.ts';

/** For a code column: what each text in the file means, and the nearest id of those that mean nothing. */
export interface ResolvedCodes {
  readonly known: Readonly<Record<string, string>>;
  readonly unknown: Readonly<Record<string, string>>;
}

/** Every spelling of a code list as slug -> id: ids, labels in each language, aliases. */
export function listSpellings(vocabulary: Vocabulary, codes: string): Map<string, string> {
  const found = new Map<string, string>();
  const add = (id: string, texts: readonly string[]) => {
    for (const text of texts) if (!found.has(toSlug(text))) found.set(toSlug(text), id);
  };
  for (const id of codeIds(vocabulary, codes) ?? []) found.set(toSlug(id), id);
  const named =
    codes === 'process' ? vocabulary.processes : codes === 'schedule' ? vocabulary.schedules : null;
  for (const item of named?.values() ?? []) add(item.id, [item.name.es, item.name.en, ...item.aliases]);
  for (const sheet of codes === 'indicator' ? (vocabulary.sheets?.values() ?? []) : [])
    add(sheet.id, [sheet.name.es, sheet.name.en, ...(sheet.code === null ? [] : [sheet.code])]);
  for (const code of vocabulary.codes.get(codes)?.codes ?? [])
    add(code.id, [code.label.es, code.label.en, ...code.aliases]);
  return found;
}

const MONTHS = [
  'ene|jan',
  'feb',
  'mar',
  'abr|apr',
  'may',
  'jun',
  'jul',
  'ago|aug',
  'sep|set',
  'oct',
  'nov',
  'dic|dec',
];

/** The canonical name of a period as people write it: `2011-q2`, `06/2011`, `junio de 2011`; undefined when it is none. */
function readPeriodName(text: string): string | undefined {
  const known = parsePeriod(text);
  if (known) return known.text;
  const slug = toSlug(text);
  const [, monthFirst, year = '', yearFirst = '', monthLast] =
    /^(?:(\d{1,2}|[a-z]+)(?:-de)?-(?:de-)?([12]\d{3})|([12]\d{3})-(\d{1,2}|[a-z]+))$/.exec(slug) ?? [];
  const month = monthFirst ?? monthLast ?? '';
  const named = MONTHS.findIndex((names) => new RegExp(`^(?:${names})`).test(month)) + 1;
  const number = /^\d+$/.test(month) ? Number(month) : named;
  return parsePeriod(`${year || yearFirst}-${String(number).padStart(2, '0')}`)?.text;
}

/** Texts of a code column that mean nothing, the nearest id of each, and the ids there are. */
export interface UnknownCodes {
  readonly column: string;
  readonly texts: readonly string[];
  readonly nearest: readonly string[];
  readonly ids: readonly string[];
}

/** What the code columns of a file hold that means nothing, for whoever writes its mapping. */
export function listUnknownCodes(
  columns: readonly { readonly name: string; readonly codes: string }[],
  resolved: Readonly<Record<string, ResolvedCodes>>,
  vocabulary: Vocabulary,
): UnknownCodes[] {
  return columns.flatMap(({ name, codes }) => {
    const unknown = Object.entries(resolved[name]?.unknown ?? {});
    if (unknown.length === 0) return [];
    const [texts, near] = [unknown.map(([text]) => text), unknown.map(([, id]) => id)];
    return [
      {
        column: name,
        texts,
        nearest: near,
        ids: codes === 'period' ? PERIOD_EXAMPLES : [...(codeIds(vocabulary, codes) ?? [])],
      },
    ];
  });
}

/**
 * Gives each text of a code column its id: by the mapping first, then by id, name or alias, all
 * compared without accents or case. Texts that mean nothing are listed with the nearest id.
 * Refuses a mapping that gives a text an id the list does not have.
 */
export function resolveCodes(
  texts: readonly string[],
  codes: string,
  mapped: Readonly<Record<string, string>> | undefined,
  vocabulary: Vocabulary,
): ResolvedCodes {
  const known: Record<string, string> = {};
  const unknown: Record<string, string> = {};
  const bySlug = listSpellings(vocabulary, codes);
  const byMapping = new Map(
    Object.entries(mapped ?? {}).map(([text, given]) => {
      const id = bySlug.get(toSlug(given));
      if (id === undefined) {
        const near = nearest(toSlug(given), bySlug.keys());
        throw new Refusal('mapping-unknown-code', {
          text,
          value: given,
          hint: near === undefined ? '' : bySlug.get(near)!,
          ids: [...new Set(bySlug.values())],
        });
      }
      return [toSlug(text), id];
    }),
  );
  for (const text of texts) {
    const slug = toSlug(text);
    const id =
      byMapping.get(slug) ?? (codes === 'period' ? readPeriodName(text) : undefined) ?? bySlug.get(slug);
    if (id !== undefined) known[text] = id;
    else {
      const near = nearest(slug, bySlug.keys());
      unknown[text] = near === undefined ? '' : bySlug.get(near)!;
    }
  }
  return { known, unknown };
}
