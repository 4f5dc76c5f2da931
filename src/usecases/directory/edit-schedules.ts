import { join } from 'node:path';
import { type LocalText, Refusal, type Schedule, type Scope, toSlug } from '../../kernel/index.ts';
import { quoteText } from '../../engine/index.ts';
import { writeSchedule } from '../../library/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';

/** What is written on the form of a schedule. */
export interface ScheduleEdit {
  /** The schedule to change; null for a new one, whose id comes from its name. */
  readonly id: string | null;
  readonly name: string;
  readonly mode: Schedule['mode'];
  readonly day_min: number;
  readonly lunch_min: number;
  readonly unproductive_min: number;
  readonly days_per_month: number;
}

type Hours = Pick<Schedule, 'mode' | 'day_min' | 'lunch_min' | 'unproductive_min' | 'days_per_month'>;

/** The capacity a schedule makes of a day and a month, with the sum in words. */
export function toScheduleCapacity(hours: Hours): {
  readonly productive_min: number;
  readonly month_min: number;
  readonly arithmetic: LocalText;
} {
  const { mode, day_min, lunch_min, unproductive_min, days_per_month } = hours;
  const productive_min = day_min - lunch_min - unproductive_min;
  const month_min = productive_min * days_per_month;
  const arithmetic = sayFinding(mode === 'thesis' ? 'schedule-by-month' : 'schedule-by-calendar', {
    day_min,
    lunch_min,
    unproductive_min,
    productive_min,
    days_per_month,
    month_min,
  });
  return { productive_min, month_min, arithmetic };
}

/** Refuses hours that leave no productive time: `schedule-without-time`. */
export function checkSchedule({ day_min, lunch_min, unproductive_min }: Hours): void {
  const lost = lunch_min + unproductive_min;
  if (lost >= day_min) throw new Refusal('schedule-without-time', { day_min, lost });
}

/** Whether anybody was ever posted with a schedule: then changing it would change months that are past. */
export async function isScheduleKept({ facts }: Institution, id: string): Promise<boolean> {
  const rows = await facts.duck.rows(`select 1 from staff where schedule = ${quoteText(id)} limit 1`);
  return rows.length > 0;
}

/**
 * Writes a schedule of the institution's own: a new one, or one that nobody was posted with yet. Whoever
 * holds the content reads the packs again after. Refuses who reaches some units only, a name that is
 * taken, one of another pack, and one that somebody kept: past months would change under it, so
 * another schedule is made and given from a date on.
 *
 * @returns the id of the schedule
 */
export async function saveSchedule(
  institution: Institution,
  scope: Scope,
  { id, name, ...hours }: ScheduleEdit,
): Promise<string> {
  if (scope.units !== null) throw new Refusal('directory-absences-only');
  checkSchedule(hours);
  const { schedules } = institution.content.catalogue;
  const said = name.trim();
  const slug = toSlug(said);
  const own = id ?? slug;
  if (slug === '') throw new Refusal('schedule-without-name');
  const twin = [...schedules.values()].find(
    (schedule) =>
      schedule.id !== id &&
      [schedule.id, schedule.name.es, schedule.name.en, ...schedule.aliases].some(
        (text) => toSlug(text) === slug,
      ),
  );
  if (twin) throw new Refusal('schedule-taken', { name: said, es: twin.name.es, en: twin.name.en });
  const known = id === null ? null : schedules.get(id);
  if (id !== null && known?.pack !== 'propio') throw new Refusal('schedule-not-own', { name: said });
  if (id !== null && (await isScheduleKept(institution, id)))
    throw new Refusal('schedule-kept', { name: said });
  const pack = join(institution.folder, 'packs', 'propio');
  const file = await writeSchedule(pack, {
    id: own,
    name: { es: said, en: said },
    aliases: known?.aliases ?? [],
    ...hours,
  });
  institution.ledger.trail.note('content-changed', { file: `packs/propio/${file}` });
  return own;
}
