import type { Person } from '../../kernel/index.ts';
import type { CaseRecord } from '../../ledger/index.ts';
import { toDayStart } from '../describe-due.ts';
import type { Place } from './definition.ts';
import { isTraced } from './reach-case.ts';

/**
 * Leaves a link in the trail when somebody sees whose case it is for being an analyst. They answer
 * complaints, so they need not ask nor give a reason; but they may not reveal identities elsewhere, so
 * that they saw this one is told, once a day for each case: its page asks again by itself.
 */
export function traceClient(place: Place, who: Person, record: CaseRecord, today: string): void {
  if (record.client === null || !isTraced(place, who, record, today)) return;
  const { content, ledger, ports } = place;
  const from = toDayStart(ports.clock(), content.catalogue.settings.default_zone, 0);
  const seen = { actor: who.id, kind: 'revealed', from, object: `"${record.number}"`, limit: 1 };
  if (ledger.trail.list(seen).length > 0) return;
  ledger.as(who.id).trail.note('revealed', { case: record.number });
}
