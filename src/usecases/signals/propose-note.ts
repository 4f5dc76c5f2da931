import { parsePeriod, type Person, Refusal, type Scope } from '../../kernel/index.ts';
import type { ProposalDraft, SeriesDimensions } from '../../ledger/index.ts';
import { toSeriesKey } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { toProcessPath } from '../process-path.ts';
import { getReached } from '../reach-indicators.ts';

/** What came of proposing: waiting, or done under an exception; and who may decide it today. */
export interface ProposedNote {
  readonly proposal: number;
  readonly applied: boolean;
  readonly deciders: readonly string[];
}

export interface NoteInput {
  readonly indicator: string;
  /** Empty for the whole. */
  readonly dimensions: SeriesDimensions;
  readonly period: string;
  /** The cause of the point, or why limits are taken anew. */
  readonly reason: string;
  /** What `propose-annotation` reaches. */
  readonly scope: Scope;
  readonly today: string;
}

/** Proposes the special cause of a point; `excluded`: it sets no limit any more. */
export function proposeCause(
  institution: Institution,
  who: Person,
  input: NoteInput & { readonly excluded: boolean },
): ProposedNote {
  const { excluded, period } = input;
  return propose(institution, who, input, 'annotate-point', { period, excluded });
}

/** Proposes that limits be taken anew from a period on. */
export function proposeBaseline(institution: Institution, who: Person, input: NoteInput): ProposedNote {
  return propose(institution, who, input, 'reset-baseline', { from_period: input.period });
}

/**
 * Refuses (`out-of-scope`) an indicator or unit the person does not reach, and of who reaches some units alone the
 * whole, which is not theirs; and (`period-unreadable`) a period that is none.
 */
function propose(
  institution: Institution,
  who: Person,
  { indicator: id, dimensions, period, reason, scope, today }: NoteInput,
  kind: ProposalDraft['kind'],
  what: Readonly<Record<string, unknown>>,
): ProposedNote {
  const { content, ledger } = institution;
  const { id: indicator } = getReached(content, id, scope);
  const unit = dimensions['unit'] ?? null;
  if (scope.units !== null && (unit === null || !scope.units.includes(unit)))
    throw new Refusal('out-of-scope', { what: unit ?? indicator });
  if (!parsePeriod(period)) throw new Refusal('period-unreadable', { period });
  const sheet = content.catalogue.sheets.get(indicator)!;
  const payload = {
    indicator,
    dimensions,
    ...what,
    name: sheet.name,
    ...(unit === null ? {} : { unit }),
    process_path: toProcessPath(content, sheet.process),
  };
  // One proposal waits for each point: of the same series and period a second is refused.
  const subject = `${toSeriesKey(indicator, dimensions)} ${period}`;
  const { proposals } = ledger.as(who.id);
  const { proposal } = proposals.propose({ kind, subject, payload, reason }, today);
  const applied = proposal.decision === 'approved';
  const company = ledger.people.company(today);
  const deciders = applied
    ? []
    : company.people.filter((person) => ledger.proposals.judge(proposal, person, company) === null);
  return { proposal: proposal.id, applied, deciders: deciders.map(({ name }) => name) };
}
