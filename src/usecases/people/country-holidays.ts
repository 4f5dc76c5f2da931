import type { Catalogue, HolidayList } from '../../library/index.ts';
import type { Country } from './countries.ts';

/** The lists of national holidays there are for a country: those that its calendars keep. */
export function listCountryHolidays(
  { calendars, holidays }: Pick<Catalogue, 'calendars' | 'holidays'>,
  { zone }: Country,
): readonly HolidayList[] {
  const ids = [...calendars.values()]
    .filter(({ time_zone }) => time_zone === zone)
    .flatMap((calendar) => calendar.holidays ?? []);
  return [...new Set(ids)].flatMap((id) => holidays.get(id) ?? []);
}
