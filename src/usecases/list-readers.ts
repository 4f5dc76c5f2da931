import type { LocalText } from '../kernel/index.ts';
import type { Institution } from './institution.ts';

/** Indicators that read a data set. */
export function listReaders(
  { content }: Pick<Institution, 'content'>,
  dataset: string,
): { readonly id: string; readonly name: LocalText }[] {
  return [...content.indicators.values()].flatMap(({ id, dataset: own, aggregates }) => {
    const reads = own === dataset || aggregates.some((aggregate) => aggregate.dataset === dataset);
    const sheet = content.catalogue.sheets.get(id);
    return reads && sheet ? [{ id, name: sheet.name }] : [];
  });
}
