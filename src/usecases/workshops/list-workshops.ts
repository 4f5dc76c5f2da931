import { divide, type LocalText, type Person, rational, type Scope, toNumber } from '../../kernel/index.ts';
import type { WorkshopRecord } from '../../ledger/index.ts';
import { sayWorkshop, sayWorkshops } from '../../sentences/index.ts';
import { countWorkshop, listReachedPeople, type WorkshopCounts } from './count-workshop.ts';
import { type Place, seesWorkshop } from './reach-workshop.ts';

/** A workshop on a list. */
export interface WorkshopCard extends WorkshopCounts {
  readonly id: number;
  readonly date: string;
  readonly topic: string;
  readonly place: string;
  readonly units: readonly string[] | null;
  readonly indicators: readonly { readonly id: string; readonly name: LocalText }[];
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly sentence: LocalText;
  /** Whether the reader came and has still to take the test. */
  readonly may_take: boolean;
  /** What the reader won; null where they took no test. */
  readonly own_points: number | null;
}

export interface WorkshopList {
  readonly sentence: LocalText;
  readonly workshops: readonly WorkshopCard[];
}

/** A workshop as somebody sees it on a list, counted over the people they reach. */
export function toWorkshopCard(
  { content }: Place,
  who: Person | null,
  scope: Scope,
  record: WorkshopRecord,
): WorkshopCard {
  const { id, date, topic, place, units, indicators, held_at, cancelled_at } = record;
  const state = cancelled_at === null ? (held_at === null ? 'planned' : 'held') : 'cancelled';
  const counts = countWorkshop(listReachedPeople(record, scope, who?.id ?? null), record);
  const mine = record.people.find(({ person_id }) => who !== null && person_id === who.id);
  const own = { attended: mine?.attended ?? false, points: mine?.points ?? null };
  const asked = record.test.length > 0 && state === 'held' && record.planned_by !== who?.id;
  return {
    id,
    date,
    topic,
    place,
    units,
    indicators: indicators.map((each) => ({
      id: each,
      name: content.catalogue.sheets.get(each)?.name ?? { es: each, en: each },
    })),
    state,
    ...counts,
    sentence: sayWorkshop({ state, ...counts, own: scope.staff_name === null ? null : own }),
    may_take: asked && mine !== undefined && mine.attended && mine.answers === null,
    own_points: mine?.points ?? null,
  };
}

/** The workshops within reach: those to come first, the nearest on top; then the others, latest first. */
export function listWorkshops(place: Place, who: Person | null, scope: Scope): WorkshopList {
  const cards = place.ledger.workshops
    .list()
    .filter((record) => seesWorkshop(place, scope, record))
    .map((record) => toWorkshopCard(place, who, scope, record));
  const planned = cards.filter(({ state }) => state === 'planned').toReversed();
  const held = cards.filter(({ state }) => state === 'held');
  const total = (name: 'attended' | 'expected') => held.reduce((sum, card) => sum + card[name], 0);
  const [attended, expected] = [total('attended'), total('expected')];
  const share = divide(rational(BigInt(attended)), rational(BigInt(expected)));
  const own = scope.staff_name !== null;
  return {
    sentence: sayWorkshops({
      planned: planned.length,
      held: held.length,
      attended,
      expected,
      // Of oneself alone, a share says nothing.
      share: own || share === null ? null : toNumber(share),
      mine: cards.filter(({ may_take }) => may_take).length,
    }),
    workshops: [...planned, ...cards.filter(({ state }) => state !== 'planned')],
  };
}
