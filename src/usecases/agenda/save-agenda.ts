import { Refusal } from '../../kernel/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { type AgendaEntry, keepAgenda } from '../list-agenda.ts';

/**
 * Keeps which files are expected each month, from whom and by when. Refuses a data set that is not
 * there or stands twice, and a day no month has.
 */
export function saveAgenda(institution: Institution, entries: readonly AgendaEntry[]): void {
  const seen = new Set<string>();
  const kept = entries.map(({ dataset, sender, due }) => {
    const { id } = getDataset(institution.content, dataset);
    if (seen.has(id)) throw new Refusal('agenda-repeated', { dataset: id });
    seen.add(id);
    const last = due.kind === 'day' ? 31 : 23;
    if (!Number.isInteger(due.n) || due.n < 1 || due.n > last)
      throw new Refusal('agenda-day-impossible', { dataset: id, n: due.n, last });
    return { dataset: id, sender: sender.trim(), due: { kind: due.kind, n: due.n } };
  });
  keepAgenda(institution, kept);
}
