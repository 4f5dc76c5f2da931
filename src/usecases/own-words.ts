import type { Dataset, LocalText } from '../kernel/index.ts';

/** What an institution calls whom it serves, where, and who serves: as its first run wrote it. */
export interface OwnWords {
  readonly client: string;
  readonly unit: string;
  readonly staff: string;
}

type Swaps = Readonly<Record<string, string>>;

/** What is said instead of the words of the packs, by the word chosen; of the same gender in Spanish. */
const SWAPS: Readonly<Record<string, Swaps>> = {
  socio: { cliente: 'socio', clientes: 'socios', client: 'member', clients: 'members' },
  oficina: { agencia: 'oficina', agencias: 'oficinas', branch: 'office', branches: 'offices' },
  asesor: { ejecutivo: 'asesor', ejecutivos: 'asesores', executive: 'adviser', executives: 'advisers' },
};

/**
 * Names and labels of data sets with the institution's words in place of those of the packs; the rest
 * as it is.
 *
 * @example toOwnWords(datasets, { client: 'socio', unit: 'agencia', staff: 'ejecutivo' }) // «Zona del socio»
 */
export function toOwnWords(
  datasets: ReadonlyMap<string, Dataset>,
  words: OwnWords | undefined,
): ReadonlyMap<string, Dataset> {
  const swaps = toSwaps(words);
  if (Object.keys(swaps).length === 0) return datasets;
  const say = ({ es, en }: LocalText): LocalText => ({ es: swapWords(es, swaps), en: swapWords(en, swaps) });
  const relabel = <T extends { readonly label: LocalText }>(item: T): T => ({
    ...item,
    label: say(item.label),
  });
  const own = (dataset: Dataset): Dataset => ({
    ...dataset,
    name: say(dataset.name),
    columns: dataset.columns.map(relabel),
    lookups: dataset.lookups.map(relabel),
  });
  return new Map([...datasets].map(([id, dataset]) => [id, own(dataset)]));
}

function toSwaps(words: OwnWords | undefined): Swaps {
  const chosen = words === undefined ? [] : [words.client, words.unit, words.staff];
  return Object.fromEntries(chosen.flatMap((word) => Object.entries(SWAPS[word] ?? {})));
}

/** What a person quoted or a file is called is no word of ours: it stays. */
const PIECES = /«[^»]*»|“[^”]*”|\p{L}+(?:[._/-][\p{L}\p{N}]+)*/gu;

/**
 * A sentence of ours with the institution's words. A word with a capital is one of ours only where the
 * sentence begins and goes on in small letters: elsewhere it is somebody's name (Agencia Norte).
 */
function swapInSentence(text: string, swaps: Swaps): string {
  return text.replace(PIECES, (piece, at: number) => {
    const said = swaps[piece.toLowerCase()];
    if (said === undefined) return piece;
    if (piece === piece.toLowerCase()) return said;
    const after = text.slice(at + piece.length);
    if (at !== 0 || /^ ?\p{Lu}/u.test(after)) return piece;
    return (said[0] ?? '').toUpperCase() + said.slice(1);
  });
}

function isLocalText(value: object): value is LocalText {
  const { es, en } = value as Partial<LocalText>;
  return typeof es === 'string' && typeof en === 'string' && es !== en;
}

function swapDeep(value: unknown, swaps: Swaps): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => swapDeep(item, swaps));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  if (isLocalText(value))
    return { ...value, es: swapInSentence(value.es, swaps), en: swapInSentence(value.en, swaps) };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'sentence' && typeof item === 'string' ? swapInSentence(item, swaps) : swapDeep(item, swaps),
    ]),
  );
}

/**
 * An answer with every text of ours (those in two languages, and sentences) in the institution's words.
 * What people wrote stands in one language alone and stays; so does what a sentence quotes. The very
 * answer where the words are those of the packs.
 *
 * @example sayInOwnWords({ es: 'Ninguna agencia cumple.', en: 'No branch is met.' }, { unit: 'oficina', ... })
 * // { es: 'Ninguna oficina cumple.', en: 'No office is met.' }
 */
export function sayInOwnWords<T>(answer: T, words: OwnWords | undefined): T {
  const swaps = toSwaps(words);
  return Object.keys(swaps).length === 0 ? answer : (swapDeep(answer, swaps) as T);
}

/** Whole words said otherwise, a capital kept. */
function swapWords(text: string, swaps: Swaps): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const said = swaps[word.toLowerCase()];
    if (said === undefined) return word;
    return word[0] === word[0]?.toLowerCase() ? said : (said[0] ?? '').toUpperCase() + said.slice(1);
  });
}
