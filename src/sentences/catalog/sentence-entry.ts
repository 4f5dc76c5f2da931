import type { Language, Params } from '../../kernel/index.ts';

/** How one code is said, per language, from its params. */
export type SentenceEntry = Readonly<Record<Language, (params: Params) => string>>;

/** The sentences of one area, by code. */
export type Sentences = Readonly<Record<string, SentenceEntry>>;
