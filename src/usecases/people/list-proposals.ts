import { type Language, type Person, PROPOSAL_KINDS, toScope } from '../../kernel/index.ts';
import type { ProposalRecord } from '../../ledger/index.ts';
import { sayProposal, sayRefusal } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';

/** A proposal as a screen shows it to somebody. */
export interface ShownProposal extends Omit<ProposalRecord, 'relaxed_by'> {
  /** What would change, in words. */
  readonly sentence: string;
  readonly proposed_by_name: string | null;
  readonly decided_by_name: string | null;
  readonly may_approve: boolean;
  readonly why_not: string | null;
  readonly own: boolean;
}

type Place = Pick<Institution, 'ledger' | 'content' | 'ports'>;

/** Whether somebody's roles let them see a proposal: those who propose or decide its kind, who audit, and its own. */
function maySee(proposal: ProposalRecord, who: Person, today: string): boolean {
  const { propose, approve } = PROPOSAL_KINDS[proposal.kind];
  const audits = who.grants.some(({ role }) => role === 'auditor');
  const concerned = [propose, approve].some((permission) => toScope(who, permission, today) !== null);
  return audits || concerned || proposal.proposed_by === who.id;
}

/** What a proposal would change, in words. */
export function describeProposal(place: Place, proposal: ProposalRecord, language: Language): string {
  const { kind, subject, payload } = proposal;
  const about = typeof payload['person'] === 'string' ? payload['person'] : subject;
  const name = place.ledger.people.find(about)?.name ?? subject;
  return sayProposal({ kind, subject: name, payload }, language);
}

/** A proposal as somebody sees it. */
export function showProposal(
  place: Place,
  proposal: ProposalRecord,
  who: Person,
  language: Language,
): ShownProposal {
  const { ledger } = place;
  const { relaxed_by: _relaxed, ...rest } = proposal;
  const nameOf = (id: string | null) => (id === null ? null : (ledger.people.find(id)?.name ?? id));
  const open = proposal.decision === null;
  const refused = open
    ? ledger.proposals.judge(proposal, who, ledger.people.company(toLocalToday(place)))
    : null;
  return {
    ...rest,
    sentence: describeProposal(place, proposal, language),
    proposed_by_name: nameOf(proposal.proposed_by),
    decided_by_name: nameOf(proposal.decided_by),
    may_approve: open && refused === null,
    why_not: refused === null ? null : sayRefusal(refused.code, refused.params, language),
    own: open && proposal.proposed_by === who.id,
  };
}

/** The proposals somebody may see: those open, decided, their own, or theirs to decide. */
export function listProposals(
  place: Place,
  who: Person,
  state: 'open' | 'decided' | 'mine' | 'to-decide' | undefined,
  language: Language,
): ShownProposal[] {
  const today = toLocalToday(place);
  const { proposals } = place.ledger;
  const open = state === 'decided' ? false : state === 'open' || state === 'to-decide' ? true : undefined;
  return proposals
    .list({ open })
    .filter((proposal) => maySee(proposal, who, today))
    .filter((proposal) => state !== 'mine' || proposal.proposed_by === who.id)
    .map((proposal) => showProposal(place, proposal, who, language))
    .filter(({ may_approve }) => state !== 'to-decide' || may_approve);
}

/** How many proposals wait for somebody. */
export function countToDecide({ ledger, ...place }: Place, who: Person): number {
  const open = ledger.proposals.list({ open: true });
  if (open.length === 0) return 0;
  const company = ledger.people.company(toLocalToday(place));
  return open.filter((proposal) => ledger.proposals.judge(proposal, who, company) === null).length;
}
