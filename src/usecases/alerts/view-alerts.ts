import type { DigestLine, LocalText, Person } from '../../kernel/index.ts';
import { sayAlerts } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { findAlertAddress, toAlertAddress } from './alert-address.ts';
import { findMail } from './mail-setting.ts';

/** A digest as its person sees it. */
export interface ShownDigest {
  readonly date: string;
  readonly lines: readonly Pick<DigestLine, 'kind' | 'text' | 'to'>[];
  readonly seen: boolean;
  readonly sent_at: string | null;
}

/** What somebody was told, and where they are told. */
export interface AlertsView {
  readonly sentence: LocalText;
  readonly digests: readonly ShownDigest[];
  /** Lines of digests that were not looked at yet. */
  readonly unseen: number;
  readonly mail: {
    /** Whether the institution sends mail at all. */
    readonly set: boolean;
    readonly wanted: boolean;
    /** Where it goes now; null for nowhere. */
    readonly address: string | null;
    /** The address they chose themselves. */
    readonly own: string | null;
  };
}

const MOST_DIGESTS = 30;

/** The digests of somebody, the latest first. */
export function viewAlerts(place: Pick<Institution, 'ledger'>, who: Person): AlertsView {
  const digests = place.ledger.alerts.digestsOf(who.id, MOST_DIGESTS);
  const unseen = digests
    .filter(({ seen_at }) => seen_at === null)
    .reduce((sum, { lines }) => sum + lines.length, 0);
  const { address, wanted } = findAlertAddress(place, who.id);
  return {
    sentence: sayAlerts({ unseen, date: digests[0]?.date ?? null }),
    digests: digests.map(({ date, lines, seen_at, sent_at }) => ({
      date,
      lines: lines.map(({ kind, text, to }) => ({ kind, text, to })),
      seen: seen_at !== null,
      sent_at,
    })),
    unseen,
    mail: {
      set: findMail(place) !== null,
      wanted,
      address: toAlertAddress(place, who.id),
      own: address,
    },
  };
}
