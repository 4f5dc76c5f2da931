import type { Sentences } from './sentence-entry.ts';

export const factsSentences: Sentences = {};
