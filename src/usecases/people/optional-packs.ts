import type { LocalText } from '../../kernel/index.ts';
import type { Content } from '../institution.ts';

/** A pack of ours that an institution may do without. */
export interface OptionalPack {
  readonly id: string;
  readonly name: LocalText;
  /** How many indicators and processes it brings. */
  readonly sheets: number;
  readonly processes: number;
}

/** What every institution stands on, and what is its own. */
const ALWAYS = ['base', 'propio'];

/** The packs in force that an institution may leave out when it begins. */
export function listOptionalPacks({ catalogue }: Content): readonly OptionalPack[] {
  const count = (items: Iterable<{ readonly pack: string }>, id: string) =>
    [...items].filter(({ pack }) => pack === id).length;
  return catalogue.packs
    .filter(({ id, examples }) => !examples && !ALWAYS.includes(id))
    .map(({ id, name }) => ({
      id,
      name,
      sheets: count(catalogue.sheets.values(), id),
      processes: count(catalogue.processes.values(), id),
    }));
}
