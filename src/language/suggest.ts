import { FUNCTIONS } from '../functions/index.ts';
import { type Dataset, toSlug } from '../kernel/index.ts';
import { nearest } from './nearest.ts';

/** Words an author may try, in Spanish or as signs, and the word of the language. */
const KEYWORDS: Readonly<Record<string, string>> = {
  y: 'and',
  e: 'and',
  o: 'or',
  u: 'or',
  donde: 'where',
  cuando: 'where',
  si: 'yes',
  true: 'yes',
  verdadero: 'yes',
  false: 'no',
  falso: 'no',
  en: 'in',
  es: 'is',
  esta: 'is',
  vacio: 'empty',
  vacia: 'empty',
  null: 'empty',
  dentro: 'within',
  bajo: 'within',
  medida: 'measure',
  limite: 'limit',
  and: 'and',
  or: 'or',
  not: 'not',
  in: 'in',
  is: 'is',
  empty: 'empty',
  within: 'within',
  where: 'where',
  yes: 'yes',
  no: 'no',
};

/** The word of the language that another word was probably meant to be. */
export function suggestKeyword(word: string): string | undefined {
  const slug = toSlug(word);
  return Object.hasOwn(KEYWORDS, slug) ? KEYWORDS[slug] : undefined;
}

/** The function that a name was probably meant to be: its Spanish word, else the nearest of both. */
export function suggestFunction(name: string): string | undefined {
  const slug = toSlug(name);
  const spanish = FUNCTIONS.find((definition) => toSlug(definition.spanish) === slug);
  if (spanish) return spanish.name;
  const own = nearest(
    name,
    FUNCTIONS.map((definition) => definition.name),
  );
  const near = nearest(
    name,
    FUNCTIONS.map((definition) => definition.spanish),
  );
  return own ?? FUNCTIONS.find((definition) => definition.spanish === near)?.name;
}

/** The column that a name was probably meant to be: by label or alias, a word of the language, else the nearest. */
export function suggestField(name: string, dataset: Dataset): string | undefined {
  const slug = toSlug(name);
  const fields = [...dataset.columns, ...dataset.lookups];
  const labelled = dataset.columns.find((column) =>
    [column.label.es, column.label.en, ...column.aliases].some((text) => toSlug(text) === slug),
  );
  const near = nearest(name, [...fields.map((field) => field.name), 'measure', 'limit']);
  return labelled?.name ?? suggestKeyword(name) ?? near;
}
