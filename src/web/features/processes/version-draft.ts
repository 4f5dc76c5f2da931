import type { Language, LocalText } from '../../../kernel/index.ts';
import type { Version } from './answers.ts';

/** Single lines of a version, and its lists; parties are two lists each. */
export const LINE_KEYS = ['responsible', 'objective', 'starts', 'ends'] as const;
export const LIST_KEYS = ['inputs', 'activities', 'outputs', 'documents', 'norms', 'resources'] as const;
export const PARTY_KEYS = ['suppliers', 'clients'] as const;

/** A version as it is typed: texts of one language, lists as lines. */
export interface VersionDraft {
  readonly from: string;
  readonly lines: Readonly<Record<(typeof LINE_KEYS)[number], string>>;
  readonly lists: Readonly<Record<(typeof LIST_KEYS)[number], string>>;
  readonly parties: Readonly<
    Record<(typeof PARTY_KEYS)[number], { readonly internal: string; readonly external: string }>
  >;
  readonly indicators: readonly string[];
}

type Sides = VersionDraft['parties']['suppliers'];

function fromKeys<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}

const join = (texts: readonly LocalText[], language: Language) =>
  texts.map((text) => text[language]).join('\n');

/** The draft a person begins from: what the last version says, or nothing. */
export function toDraft(version: Version | null, language: Language, from: string): VersionDraft {
  const sides = (key: (typeof PARTY_KEYS)[number]): Sides => ({
    internal: join(version?.[key].internal ?? [], language),
    external: join(version?.[key].external ?? [], language),
  });
  return {
    from,
    lines: fromKeys(LINE_KEYS, (key) => version?.[key][language] ?? ''),
    lists: fromKeys(LIST_KEYS, (key) => join(version?.[key] ?? [], language)),
    parties: fromKeys(PARTY_KEYS, sides),
    indicators: version?.indicators ?? [],
  };
}

/** A text typed in one language: the translation it had stays while it is not changed, else it stands for both. */
function toText(typed: string, known: readonly LocalText[], language: Language): LocalText {
  return known.find((text) => text[language] === typed) ?? { es: typed, en: typed };
}

const toTexts = (typed: string, known: readonly LocalText[], language: Language): LocalText[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => toText(line, known, language));

/** What is sent: the draft upon the version it was begun from. */
export function fromDraft(draft: VersionDraft, version: Version | null, language: Language) {
  const sides = (key: (typeof PARTY_KEYS)[number]) => ({
    internal: toTexts(draft.parties[key].internal, version?.[key].internal ?? [], language),
    external: toTexts(draft.parties[key].external, version?.[key].external ?? [], language),
  });
  return {
    seen: version?.from ?? null,
    from: draft.from,
    ...fromKeys(LINE_KEYS, (key) => toText(draft.lines[key].trim(), version ? [version[key]] : [], language)),
    ...fromKeys(LIST_KEYS, (key) => toTexts(draft.lists[key], version?.[key] ?? [], language)),
    ...fromKeys(PARTY_KEYS, sides),
    indicators: [...draft.indicators],
  };
}
