import { addDays, type LocalText } from '../../kernel/index.ts';
import { sayMailFailure, sayMailState } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import type { MailFailure } from '../mailer.ts';
import { findMail, hasMailSecret, MAIL_KEY, type MailSetting } from './mail-setting.ts';

/** How mail is set and how it goes, for who administers. */
export interface MailView {
  readonly setting: (MailSetting & { readonly has_password: boolean }) | null;
  /** A proposal about it that waits to be decided. */
  readonly waiting: number | null;
  readonly sentence: LocalText;
  /** Whether something asks for somebody: digests that no server takes. */
  readonly failing: boolean;
}

const DAYS = 7;

/** How mail is set, and what became of the digests of the last week. */
export function viewMail(place: Pick<Institution, 'folder' | 'ledger' | 'content' | 'ports'>): MailView {
  const { ledger, folder } = place;
  const setting = findMail(place);
  const counts = ledger.alerts.countMail(addDays(toLocalToday(place), -DAYS));
  const { last_error } = counts;
  const failure = last_error === null ? null : sayMailFailure(last_error as MailFailure, setting?.host ?? '');
  const open = ledger.proposals.list({ open: true, kind: 'change-setting' });
  return {
    setting: setting && { ...setting, has_password: hasMailSecret(folder, setting) },
    waiting: open.find(({ subject }) => subject === MAIL_KEY)?.id ?? null,
    sentence: sayMailState({ set: setting !== null, sent: counts.sent, failing: counts.failing, failure }),
    failing: setting !== null && counts.failing > 0,
  };
}
