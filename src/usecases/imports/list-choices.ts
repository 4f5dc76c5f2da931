import type { LocalText } from '../../kernel/index.ts';
import { codeIds, PERIOD_EXAMPLES } from '../../language/index.ts';
import type { Catalogue } from '../../library/index.ts';

/** A value a code column may have, with its name. */
export interface CodeChoice {
  readonly id: string;
  readonly label: LocalText;
}

/** The values of a code list, a process or a schedule, each with its name in both languages. */
export function listChoices(catalogue: Catalogue, codes: string): readonly CodeChoice[] {
  if (codes === 'period') return PERIOD_EXAMPLES.map((id) => ({ id, label: { es: id, en: id } }));
  const labels = new Map<string, LocalText>();
  for (const { id, name } of catalogue.processes.values()) if (codes === 'process') labels.set(id, name);
  for (const { id, name } of catalogue.schedules.values()) if (codes === 'schedule') labels.set(id, name);
  for (const { id, name } of catalogue.sheets.values()) if (codes === 'indicator') labels.set(id, name);
  for (const { id, label } of catalogue.codes.get(codes)?.codes ?? []) labels.set(id, label);
  const ids = [...(codeIds(catalogue, codes) ?? [])];
  // The institution's own are what its files speak of: they are not looked for among forty others.
  const rank = (id: string) => (catalogue.processes.get(id)?.pack === 'propio' ? 0 : 1);
  if (codes === 'process') ids.sort((a, b) => rank(a) - rank(b));
  return ids.map((id) => ({ id, label: labels.get(id) ?? { es: id, en: id } }));
}
