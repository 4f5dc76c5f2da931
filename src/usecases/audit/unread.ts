import {
  type Language,
  LANGUAGES,
  type LocalText,
  parsePeriod,
  type Permission,
  type Person,
  Refusal,
  toScope,
} from '../../kernel/index.ts';
import { nameResult, sayReminder, sayUnread } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { reachIndicators } from '../reach-indicators.ts';

type Place = Pick<Institution, 'ledger' | 'content' | 'ports'>;

/** A result and those who should have read it. */
export interface ResultReaders {
  /** `inicio`, `informe`, or the id of an indicator. */
  readonly subject: string;
  readonly name: LocalText;
  readonly read: number;
  /** How many reach it. */
  readonly of: number;
  /** Names of those who have not read it, in order. */
  readonly missing: readonly string[];
}

export interface Unread {
  readonly period: string;
  readonly sentence: LocalText;
  /** The least read first. */
  readonly results: readonly ResultReaders[];
  /** What to send to those who read nothing of the period; empty where there is nobody. */
  readonly reminder: string;
}

/** Results that are no indicator, with what opens each. */
const PAGES = { inicio: 'see-indicators', informe: 'read-report' } as const satisfies Readonly<
  Record<string, Permission>
>;

function nameBoth(subject: string): LocalText {
  const [es, en] = LANGUAGES.map((language) => nameResult(subject, language) ?? subject);
  return { es: es!, en: en! };
}

/**
 * Of each result of a period, who of those who reach it has not read it, by what the ledger keeps of
 * readings, and a reminder for those who read nothing. Refuses `period-unreadable`.
 */
export function listUnread(place: Place, asked: string, language: Language): Unread {
  const period = parsePeriod(asked)?.text;
  if (period === undefined) throw new Refusal('period-unreadable', { period: asked });
  const { content, ledger } = place;
  const today = toLocalToday(place);
  const { people } = ledger.people.company(today);
  const read = new Set(ledger.readings.readersOf(period).map((each) => JSON.stringify(each)));
  const hasRead = ({ id }: Person, subject: string) => read.has(JSON.stringify({ subject, person_id: id }));
  const reach = people.map((person) => {
    const scope = toScope(person, 'see-indicators', today);
    return {
      person,
      ids: new Set(scope === null ? [] : reachIndicators(content, scope).map(({ id }) => id)),
    };
  });
  const toReaders = (subject: string, name: LocalText, able: readonly Person[]): ResultReaders => {
    const missing = able.filter((person) => !hasRead(person, subject));
    const names = missing.map((person) => person.name).toSorted((a, b) => a.localeCompare(b, 'es'));
    return { subject, name, read: able.length - missing.length, of: able.length, missing: names };
  };
  const pages = Object.entries(PAGES).map(([subject, permission]) =>
    toReaders(
      subject,
      nameBoth(subject),
      people.filter((person) => toScope(person, permission, today) !== null),
    ),
  );
  const sheets = [...content.indicators.keys()].flatMap((id) => {
    const name = content.catalogue.sheets.get(id)?.name;
    const able = reach.filter(({ ids }) => ids.has(id)).map(({ person }) => person);
    return name === undefined ? [] : [toReaders(id, name, able)];
  });
  const results = [...pages, ...sheets]
    .filter(({ of }) => of > 0)
    .toSorted((a, b) => b.missing.length - a.missing.length || (a.subject < b.subject ? -1 : 1));
  const idle = reach.filter(
    ({ person, ids }) =>
      ids.size > 0 && ![...Object.keys(PAGES), ...ids].some((each) => hasRead(person, each)),
  );
  const names = idle.map(({ person }) => person.name).toSorted((a, b) => a.localeCompare(b, 'es'));
  const counts = { period, idle: names.length, of: reach.filter(({ ids }) => ids.size > 0).length };
  return {
    period,
    sentence: { es: sayUnread(counts, 'es'), en: sayUnread(counts, 'en') },
    results,
    reminder: names.length === 0 ? '' : sayReminder({ period, names }, language),
  };
}
