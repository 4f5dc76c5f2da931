import { join } from 'node:path';
import type { LocalText } from '../../kernel/index.ts';
import { loadCatalogue } from '../../library/index.ts';
import { OWN_PACKS } from '../institution.ts';

/** A pack of ours that an institution may do without. */
export interface OptionalPack {
  readonly id: string;
  readonly name: LocalText;
  /** How many indicators and processes it brings. */
  readonly sheets: number;
  readonly processes: number;
  /** Whether it is in force unless left out; the others are in force only where they are asked for. */
  readonly usual: boolean;
}

/** What every institution stands on, and what is its own. */
const ALWAYS = ['base', 'propio'];

/** The packs that an institution may leave out, or ask for, when it begins; shelves of examples are none. */
export async function listOptionalPacks(folder: string): Promise<readonly OptionalPack[]> {
  const { catalogue } = await loadCatalogue([OWN_PACKS, join(folder, 'packs')], { examples: true });
  const count = (items: Iterable<{ readonly pack: string }>, id: string) =>
    [...items].filter(({ pack }) => pack === id).length;
  return catalogue.packs
    .filter(({ id, examples, optional }) => (!examples || optional) && !ALWAYS.includes(id))
    .map(({ id, name, examples }) => ({
      id,
      name,
      sheets: count(catalogue.sheets.values(), id),
      processes: count(catalogue.processes.values(), id),
      usual: !examples,
    }));
}
