import type { Language, Person } from '../../kernel/index.ts';
import type { Decision, GrantDraft, PersonDraft, ProposalDraft } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { type ShownProposal, showProposal } from './list-proposals.ts';
import { PROVIDER_KEY, type ProviderSetting, saveProviderSecret } from './provider-setting.ts';
import { issueRecovery, type RecoveryCode } from './recovery-code.ts';
import { toLogin } from './sign-in.ts';

type Place = Pick<Institution, 'folder' | 'ledger' | 'content' | 'ports'>;

/** What came of proposing. */
export interface Proposed {
  readonly proposal: number;
  /** Done at once: only where an exception lets its proposer decide alone. */
  readonly applied: boolean;
}

/** Proposes in somebody's name what another will decide. Rules are looked at where it is written. */
export function proposeChange(place: Place, who: Person, draft: ProposalDraft): Proposed {
  const { proposal } = place.ledger.as(who.id).proposals.propose(draft, toLocalToday(place));
  return { proposal: proposal.id, applied: proposal.decision === 'approved' };
}

/** Proposes somebody new. */
export function proposePerson(place: Place, who: Person, draft: PersonDraft, reason: string): Proposed {
  const email = draft.email === null ? null : toLogin(draft.email);
  const person = { ...draft, email, login: toLogin(draft.login) };
  return proposeChange(place, who, {
    kind: 'new-person',
    subject: person.login,
    payload: { person },
    reason,
  });
}

/** Proposes other roles for somebody. */
export function proposeRoles(
  place: Place,
  who: Person,
  subject: string,
  { grants, reason }: { readonly grants: readonly GrantDraft[]; readonly reason: string },
): Proposed {
  return proposeChange(place, who, { kind: 'change-roles', subject, payload: { grants }, reason });
}

/** Proposes an import token for somebody who loads data. */
export function proposeToken(
  place: Place,
  who: Person,
  {
    reason,
    ...payload
  }: { readonly person: string; readonly name: string; readonly days: number; readonly reason: string },
): Proposed {
  const subject = `${payload.person} ${payload.name}`;
  return proposeChange(place, who, { kind: 'give-token', subject, payload, reason });
}

/** Proposes that rules of segregation be relaxed until a date. */
export function proposeException(
  place: Place,
  who: Person,
  {
    rules,
    until,
    reason,
  }: { readonly rules: readonly string[]; readonly until: string; readonly reason: string },
): Proposed {
  const sorted = [...new Set(rules)].sort();
  const payload = { rules: sorted, until };
  return proposeChange(place, who, { kind: 'make-exception', subject: sorted.join(' '), payload, reason });
}

/** Proposes the identity provider people may sign in with, or none. Its secret is kept in `keys/` at once. */
export function proposeProvider(
  place: Place,
  who: Person,
  provider: (ProviderSetting & { readonly secret: string | null }) | null,
  reason: string,
): Proposed {
  const { secret, ...value } = provider ?? { secret: null };
  const payload = { value: provider === null ? null : value };
  const proposed = proposeChange(place, who, {
    kind: 'change-setting',
    subject: PROVIDER_KEY,
    payload,
    reason,
  });
  if (secret !== null) saveProviderSecret(place.folder, secret);
  return proposed;
}

/** Approves, rejects or withdraws a proposal in somebody's name; of a new person it gives the code to hand over. */
export function decideProposal(
  place: Place,
  who: Person,
  id: number,
  {
    decision,
    reason,
    language,
  }: { readonly decision: Decision; readonly reason: string; readonly language: Language },
): { readonly proposal: ShownProposal; readonly code: RecoveryCode | null } {
  const today = toLocalToday(place);
  const { proposal, made } = place.ledger.as(who.id).proposals.decide(id, decision, reason, today);
  const isNew = proposal.kind === 'new-person' && made !== null && made !== who.id;
  return {
    proposal: showProposal(place, proposal, who, language),
    code: isNew ? issueRecovery(place, made, who.id) : null,
  };
}
