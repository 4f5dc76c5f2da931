import {
  CARDS,
  CHANNELS,
  COMPLAINT_REASONS,
  DELIVERY_REASONS,
  NOT_ACTIVATED,
  PROCESSES,
  RURAL,
  toProcess,
} from './code.ts';
import { DAY_S, type Month, toWeekday } from './date.ts';
import { type GeneratedWorld, HOLIDAYS } from './generated-world.ts';
import { type Prng, toPrng } from './prng.ts';
import { toNotActivated, toUndelivered } from './story.ts';
import type { CardRow, ComplaintRow, DeliveryRow } from './world.ts';

/** Days of a month on which the bank is open. */
function listOpenDays(month: Month): number[] {
  const days: number[] = [];
  for (let day = month.first; day < month.end; day++)
    if (toWeekday(day) <= 5 && !HOLIDAYS.has(day)) days.push(day);
  return days;
}

/** The moment of fact `index` of `count`, spread over the open days, between 9:00 and 16:00. */
function toMoment(days: readonly number[], index: number, count: number, prng: Prng): number {
  const day = days[Math.floor((index * days.length) / count)] as number;
  return day * DAY_S + 9 * 3600 + prng.below(7 * 60) * 60;
}

/** Empty (one fact) four times of five, else two to six facts in one row. */
const toQuantity = (prng: Prng): number => (prng.below(5) < 4 ? 0 : 2 + prng.below(5));

/**
 * Statements sent in a month. Undelivered rows are placed by carrying what is owed from row to
 * row, so that the share of the month is reached to within one row.
 */
export function makeDeliveries(
  generated: GeneratedWorld,
  month: Month,
  firstNumber: number,
  rows: number,
  take: (row: DeliveryRow) => void,
): void {
  const prng = toPrng(`${generated.name} deliveries ${month.name}`);
  const days = listOpenDays(month);
  const share = toUndelivered(month.name);
  let owed = 0;
  for (let index = 0; index < rows; index++) {
    const issued_s = toMoment(days, index, rows, prng);
    const quantity = toQuantity(prng);
    const facts = quantity || 1;
    owed += facts * share;
    const back = owed >= facts && prng.below(3) > 0;
    if (back) owed -= facts;
    const unit = prng.below(generated.world.units.length);
    const reason = back ? prng.below(DELIVERY_REASONS.length) : -1;
    take({ number: firstNumber + index, issued_s, unit, reason, quantity });
  }
}

/** Cards issued in a month; gives how many cards its rows stand for. */
export function makeCards(
  generated: GeneratedWorld,
  month: Month,
  firstNumber: number,
  rows: number,
  take: (row: CardRow) => void,
): number {
  const prng = toPrng(`${generated.name} cards ${month.name}`);
  const days = listOpenDays(month);
  let cards = 0;
  for (let index = 0; index < rows; index++) {
    const issued_s = toMoment(days, index, rows, prng);
    const quantity = toQuantity(prng);
    cards += quantity || 1;
    take({ number: firstNumber + index, issued_s, unit: prng.below(generated.world.units.length), quantity });
  }
  return cards;
}

/** Families of complaints of other reasons: with the claims, cards come near 43 % and accounts near 30 %. */
const FAMILY_DRAW = [35, 34, 15, 16].flatMap((share, family) => Array.from({ length: share }, () => family));

/**
 * Complaints of a month: those of cards not activated in their share of the cards, the rest of
 * other reasons. Rural clients make none. One still unanswered at the cut has no closing.
 */
export function makeComplaints(
  generated: GeneratedWorld,
  month: Month,
  cards: number,
  firstNumber: number,
  rows: number,
  cut_s: number,
  take: (row: ComplaintRow) => void,
): void {
  const prng = toPrng(`${generated.name} complaints ${month.name}`);
  const days = listOpenDays(month);
  const { clients, units } = generated.world;
  const perUnit = Math.floor(clients.length / units.length);
  const inactive = Math.min(rows, Math.round(cards * toNotActivated(month.name)));
  for (let index = 0; index < rows; index++) {
    // Spread the claims of inactive cards evenly among the others.
    const claim = Math.floor(((index + 1) * inactive) / rows) > Math.floor((index * inactive) / rows);
    const received_s = toMoment(days, index, rows, prng);
    const unit = prng.below(units.length);
    let client = unit + units.length * prng.below(perUnit);
    while (clients[client]?.segment === RURAL) client = unit + units.length * prng.below(perUnit);
    const family = claim ? CARDS : (FAMILY_DRAW[prng.below(FAMILY_DRAW.length)] as number);
    const closed_s = received_s + (1 + prng.below(14)) * DAY_S;
    take({
      number: firstNumber + index,
      received_s,
      family,
      service: claim ? toProcess('activacion-tarjeta') : family === CARDS ? prng.below(PROCESSES.length) : -1,
      reason: claim ? NOT_ACTIVATED : 1 + prng.below(COMPLAINT_REASONS.length - 1),
      unit,
      channel: prng.below(CHANNELS.length),
      client,
      closed_s: closed_s <= cut_s ? closed_s : -1,
      quantity: 0,
    });
  }
}
