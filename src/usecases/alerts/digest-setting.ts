import {
  addDays,
  compileCalendar,
  type Person,
  Refusal,
  type Scope,
  toLocal,
  weekdayOf,
} from '../../kernel/index.ts';
import { toMicros } from '../describe-due.ts';
import type { Institution } from '../institution.ts';

/** When digests are prepared, and how many lines are written out; kept as setting `digest`. */
export interface DigestSetting {
  /** Local time of the institution, `07:30`. */
  readonly at: string;
  /** On days the institution's calendar works only. */
  readonly working_days: boolean;
  /** Lines written out; the rest is counted. */
  readonly most: number;
}

const KEY = 'digest';
const USUAL: DigestSetting = { at: '07:30', working_days: true, most: 8 };
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MOST_LINES = 30;
const MINUTE_US = 60_000_000;
const FRIDAY = 5;

export function findDigestSetting({ ledger }: Pick<Institution, 'ledger'>): DigestSetting {
  return (ledger.findSetting(KEY)?.value ?? USUAL) as DigestSetting;
}

/** Changes it in somebody's name. Only who plans alerts for all: refuses `out-of-scope`, `digest-setting-wrong`. */
export function saveDigestSetting(
  { ledger }: Pick<Institution, 'ledger'>,
  { who, scope }: { readonly who: Person; readonly scope: Scope },
  setting: DigestSetting,
): void {
  if (scope.processes !== null || scope.units !== null) throw new Refusal('out-of-scope');
  const { at, working_days, most } = setting;
  if (!TIME.test(at) || !Number.isInteger(most) || most < 1 || most > MOST_LINES)
    throw new Refusal('digest-setting-wrong', { most: MOST_LINES });
  ledger.as(who.id).changeSetting(KEY, { at, working_days, most });
}

/** The local date whose digest is due at this moment; null before its hour, or on a day without one. */
export function findDigestDate({
  ledger,
  content,
  ports,
}: Pick<Institution, 'ledger' | 'content' | 'ports'>): string | null {
  const { at, working_days } = findDigestSetting({ ledger });
  const { default_zone, default_calendar } = content.catalogue.settings;
  const { date, time_us } = toLocal(toMicros(ports.clock()), default_zone);
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  // Who looks at the demo does so at any hour.
  if (ledger.findSetting('demo')?.value === true) return date;
  if (time_us < (hours * 60 + minutes) * MINUTE_US) return null;
  if (!working_days) return date;
  const calendar = content.catalogue.calendars.get(default_calendar ?? '');
  if (!calendar) return weekdayOf(date) <= FRIDAY ? date : null;
  const [day] = compileCalendar(calendar, date, addDays(date, 1));
  return day && day.open.length > 0 ? date : null;
}
