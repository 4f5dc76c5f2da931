import type { CalendarVersion, LocalText } from '../../kernel/index.ts';
import { EXCEPTION_DAYS } from '../../ledger/index.ts';
import { printWeek } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { COUNTRIES } from './countries.ts';
import { listCountryHolidays } from './country-holidays.ts';
import { listOptionalPacks } from './optional-packs.ts';
import { PASSWORD_LENGTH } from './password-rules.ts';
import type { ChosenWords, InstitutionKind } from './profile.ts';

const KINDS: readonly {
  readonly id: InstitutionKind;
  readonly name: LocalText;
  readonly words: ChosenWords;
}[] = [
  {
    id: 'banco',
    name: { es: 'Banco', en: 'Bank' },
    words: { client: 'cliente', unit: 'agencia', staff: 'ejecutivo' },
  },
  {
    id: 'cooperativa',
    name: { es: 'Cooperativa de ahorro y crédito', en: 'Savings and credit cooperative' },
    words: { client: 'socio', unit: 'oficina', staff: 'asesor' },
  },
  {
    id: 'microfinanciera',
    name: { es: 'Microfinanciera', en: 'Microfinance institution' },
    words: { client: 'cliente', unit: 'oficina', staff: 'asesor' },
  },
];

/** The hours of a version in words; empty where it has none. */
function toHours(version: CalendarVersion | undefined): LocalText {
  return version === undefined
    ? { es: '', en: '' }
    : { es: printWeek(version.week, 'es'), en: printWeek(version.week, 'en') };
}

/** What is chosen in a first run, and whether one is needed. */
export async function describeStart({
  ledger,
  content,
  folder,
}: Pick<Institution, 'ledger' | 'content' | 'folder'>) {
  const needed = !ledger.people.any();
  // Packs are read from disk again for it, and anybody may ask: only while there is something to choose.
  const packs = needed ? await listOptionalPacks(folder) : [];
  return {
    needed,
    kinds: KINDS.map((kind) => ({ ...kind })),
    countries: COUNTRIES.map((country) => ({
      ...country,
      holidays: listCountryHolidays(content.catalogue, country).length > 0,
    })),
    packs: packs.map(({ id, name, sheets, processes, usual }) => ({
      id,
      name,
      indicators: sheets,
      processes,
      usual,
    })),
    calendars: [...content.catalogue.calendars.values()].map(({ id, name, time_zone, versions }) => ({
      id,
      name: name ?? { es: id, en: id },
      zone: time_zone,
      country: COUNTRIES.find(({ zone }) => zone === time_zone)?.id ?? null,
      hours: toHours(versions.at(-1)),
    })),
    exception_days: EXCEPTION_DAYS,
    password_length: { ...PASSWORD_LENGTH },
  };
}
