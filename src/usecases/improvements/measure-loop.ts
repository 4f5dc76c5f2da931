import { type LocalText, type Person, Refusal, type Scope } from '../../kernel/index.ts';
import { sayLoop } from '../../sentences/index.ts';
import { getStretch } from '../get-stretch.ts';
import { toLocalToday } from '../local-today.ts';
import { toDayCounter } from './count-days.ts';
import { type LoopFigures, toLoopFigures } from './loop-figures.ts';
import { type Place, seesImprovement } from './reach-improvement.ts';
import { type ImprovementCard, toCard } from './to-card.ts';

/** The loop over some time, with what stands still now. */
export interface LoopView extends LoopFigures {
  /** `2026-01..2026-12`, of the opening of the improvements. */
  readonly period: string;
  readonly sentence: LocalText;
  /** What stands still, the longest first. */
  readonly still: readonly ImprovementCard[];
}

/** The twelve months that end with today's. */
function toLastYear(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const last = today.slice(0, 7);
  const from = month === 12 ? `${year}-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}`;
  return `${from}..${last}`;
}

/**
 * The improvements that were opened in a period and somebody may see, as a loop: how many came how far, how
 * long it took and where they stay behind. Refuses `period-unreadable`.
 */
export function measureLoop(
  place: Place,
  who: Person | null,
  scope: Scope,
  { period }: { readonly period: string | null },
): LoopView {
  const today = toLocalToday(place);
  const counter = toDayCounter(place, today);
  const stretch = getStretch(period ?? toLastYear(today));
  if (stretch.from >= stretch.to) throw new Refusal('period-unreadable', { period: stretch.text });
  const seen = place.ledger.improvements
    .list()
    .filter((record) => seesImprovement(place, who, scope, record));
  const opened = seen.filter(({ opened_at }) => {
    const date = counter.dateOf(opened_at);
    return date >= stretch.from && date < stretch.to;
  });
  const figures = toLoopFigures(opened, counter.dateOf);
  const counts = {
    opened: figures.opened,
    decided: figures.decided,
    adopted: figures.adopted,
    rejected: figures.rejected.part,
    implemented: figures.implemented.part,
    told: figures.told_clients.part,
    bottleneck: figures.bottleneck,
  };
  return {
    ...figures,
    period: stretch.text,
    sentence: { es: sayLoop(counts, 'es'), en: sayLoop(counts, 'en') },
    still: seen
      .map((record) => toCard(place, record, counter))
      .filter(({ still }) => still)
      .toSorted((a, b) => b.still_days - a.still_days || a.id - b.id),
  };
}
