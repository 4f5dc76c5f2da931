import { type Procedure, Refusal, toSlug } from '../../kernel/index.ts';
import { nearest } from '../../language/index.ts';
import type { Content } from '../institution.ts';

/** The procedure of that id or name; refuses an unknown one with those there are. */
export function getProcedure({ catalogue }: Pick<Content, 'catalogue'>, id: string): Procedure {
  const procedures = [...catalogue.procedures.values()];
  const slug = toSlug(id);
  const found =
    catalogue.procedures.get(id) ??
    procedures.find(({ name }) => toSlug(name.es) === slug || toSlug(name.en) === slug);
  if (found) return found;
  const ids = procedures.map((procedure) => procedure.id);
  throw new Refusal('log-procedure-unknown', {
    procedure: id,
    procedures: ids,
    hint: nearest(id, ids) ?? '',
  });
}
