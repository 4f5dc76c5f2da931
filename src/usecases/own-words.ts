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
  const chosen = words === undefined ? [] : [words.client, words.unit, words.staff];
  const swaps: Swaps = Object.assign({}, ...chosen.map((word) => SWAPS[word] ?? {}));
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

/** Whole words said otherwise, a capital kept. */
function swapWords(text: string, swaps: Swaps): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const said = swaps[word.toLowerCase()];
    if (said === undefined) return word;
    return word[0] === word[0]?.toLowerCase() ? said : (said[0] ?? '').toUpperCase() + said.slice(1);
  });
}
