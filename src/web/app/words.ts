import { createContext, useContext, useMemo } from 'react';
import type { Language, LocalText } from '../../kernel/index.ts';
import type { InstitutionWords } from '../../sentences/index.ts';
import { useLanguage } from '../ui/language.ts';

/** Texts of a feature: the same keys in both languages. */
export type Texts<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;
/** What fills the `{placeholders}` of a text. */
export type Values = Readonly<Record<string, string | number>>;
/** Says a text by its key. */
export type Say<K extends string> = (key: K, values?: Values) => string;

const DEFAULTS: Readonly<Record<'client' | 'agency' | 'executive', LocalText>> = {
  client: { es: 'cliente', en: 'client' },
  agency: { es: 'agencia', en: 'branch' },
  executive: { es: 'ejecutivo', en: 'executive' },
};

/** The plural of the few words an institution chooses. */
function toPlural(word: string, language: Language): string {
  if (language === 'en') return /(?:ch|s|x)$/.test(word) ? `${word}es` : `${word}s`;
  return /[aeiouáéó]$/.test(word) ? `${word}s` : `${word}es`;
}

/**
 * The institution's words under the names that texts use: `{client}` `{clients}` `{Client}` `{Clients}`,
 * and the same of `agency` and `executive`.
 */
export function toWordValues(words: InstitutionWords, language: Language): Values {
  const values: Record<string, string> = {};
  for (const name of ['client', 'agency', 'executive'] as const) {
    const one = (words[name] ?? DEFAULTS[name])[language];
    const many = toPlural(one, language);
    const plural = name === 'agency' ? 'agencies' : `${name}s`;
    for (const [key, word] of [
      [name, one],
      [plural, many],
    ] as const) {
      values[key] = word;
      values[key[0]?.toUpperCase() + key.slice(1)] = (word[0] ?? '').toUpperCase() + word.slice(1);
    }
  }
  return values;
}

/** Puts values in the places of a text; a place without a value stays as written, so that it is seen. */
export function fillText(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

const WordsContext = createContext<InstitutionWords>({});
export const WordsProvider = WordsContext.Provider;

/** The words this institution chose: cliente or socio, agencia or oficina, ejecutivo or asesor. */
export function useWords(): InstitutionWords {
  return useContext(WordsContext);
}

/** The texts of a feature in the language on screen, with the institution's words in their places. */
export function useTexts<K extends string>(texts: Texts<K>): Say<K> {
  const language = useLanguage();
  const words = useWords();
  return useMemo(() => {
    const own = toWordValues(words, language);
    return (key, values = {}) => fillText(texts[language][key], { ...own, ...values });
  }, [texts, language, words]);
}

/** Says a text that holds the institution's words, outside the texts of a feature. */
export function useLabel(): (text: LocalText) => string {
  const language = useLanguage();
  const words = useWords();
  return (text) => fillText(text[language], toWordValues(words, language));
}
