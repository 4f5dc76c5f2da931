import { type LocalText, type Person, type Scope, type Stage, STAGES } from '../../kernel/index.ts';
import type { ImprovementRecord } from '../../ledger/index.ts';
import { sayBoard } from '../../sentences/index.ts';
import { toLocalToday } from '../local-today.ts';
import { reachUnits } from '../reach-units.ts';
import { toDayCounter } from './count-days.ts';
import { type Place, seesImprovement, toPath } from './reach-improvement.ts';
import { type ImprovementCard, STILL_AFTER, toCard } from './to-card.ts';

/** Which improvements the board shows. */
export interface BoardFilter {
  /** This process and those under it. */
  readonly process?: string | undefined;
  readonly unit?: string | undefined;
  /** Those somebody opened, answers for, or has an action of. */
  readonly mine?: boolean | undefined;
}

/** The improvements by stage. */
export interface Board {
  readonly sentence: LocalText;
  /** The eight stages in their order; what has stood still longest is on top. */
  readonly columns: readonly { readonly stage: Stage; readonly cards: readonly ImprovementCard[] }[];
  readonly postponed: readonly ImprovementCard[];
  /** Closed and rejected, the latest first. */
  readonly ended: readonly ImprovementCard[];
  /** Processes and units of those within reach, to filter by. */
  readonly processes: readonly { readonly id: string; readonly name: LocalText }[];
  readonly units: readonly string[];
}

const MOST_ENDED = 50;

/** Whether somebody has to do with it: opened it, or answers for its stage or an action still to be done. */
function isMine(record: ImprovementRecord, who: Person): boolean {
  return (
    record.opened_by === who.id ||
    record.stages.at(-1)?.owner === who.id ||
    record.actions.some(({ responsible, state }) => responsible === who.id && state === 'planned')
  );
}

/** What asks for somebody comes first: overdue actions or stage, then what has stood still longest. */
function compareCards(a: ImprovementCard, b: ImprovementCard): number {
  return (
    b.still_days - a.still_days ||
    Number(b.overdue) - Number(a.overdue) ||
    b.actions.overdue - a.actions.overdue ||
    b.days_in_stage - a.days_in_stage ||
    a.id - b.id
  );
}

/** The improvements that somebody may see, by stage. Refuses (`out-of-scope`) a unit outside. */
export function listBoard(place: Place, who: Person | null, scope: Scope, filter: BoardFilter): Board {
  reachUnits(scope, filter.unit ?? null);
  const seen = place.ledger.improvements
    .list()
    .filter((record) => seesImprovement(place, who, scope, record));
  const counter = toDayCounter(place, toLocalToday(place));
  const { process, unit, mine = false } = filter;
  const cards = seen
    .filter((record) => process === undefined || toPath(place, record).includes(process))
    .filter(({ units }) => unit === undefined || units === null || units.includes(unit))
    .filter((record) => !mine || (who !== null && isMine(record, who)))
    .map((record) => toCard(place, record, counter));
  const open = cards.filter(({ state }) => state === 'open').toSorted(compareCards);
  const processes = new Map(
    seen.flatMap(({ process: id }) =>
      id === null ? [] : [[id, place.content.catalogue.processes.get(id)?.name ?? { es: id, en: id }]],
    ),
  );
  return {
    sentence: sayBoard({
      open: open.length,
      still: open.filter(({ still }) => still).length,
      overdue: open.reduce((sum, { actions }) => sum + actions.overdue, 0),
      still_after: STILL_AFTER,
    }),
    columns: STAGES.map((stage) => ({ stage, cards: open.filter((card) => card.stage === stage) })),
    postponed: cards.filter(({ state }) => state === 'postponed'),
    ended: cards.filter(({ state }) => state === 'closed' || state === 'rejected').slice(0, MOST_ENDED),
    processes: [...processes]
      .map(([id, name]) => ({ id, name }))
      .toSorted((a, b) => a.name.es.localeCompare(b.name.es, 'es')),
    units: [...new Set(seen.flatMap(({ units }) => units ?? []))].toSorted((a, b) =>
      a.localeCompare(b, 'es'),
    ),
  };
}
