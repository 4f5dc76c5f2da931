import type { DatabaseSync } from 'node:sqlite';
import type { Company, Person, ProposalHistory, Role } from '../kernel/index.ts';
import { addDays, checkException, checkGrants, checkKeepers, Refusal, toScope } from '../kernel/index.ts';
import { removeFactor } from './accounts.ts';
import {
  annotatePoint,
  type Approval,
  checkDueMove,
  excludeRows,
  findBarred,
  moveDueDate,
  resetBaseline,
} from './apply-loop-proposal.ts';
import { insertException } from './exceptions.ts';
import { changeState, checkNewPerson, insertPerson, readPerson, replaceGrants } from './people.ts';
import type { GrantDraft, PersonDraft, PersonRecord } from './person-record.ts';
import type { ProposalDraft } from './proposal-record.ts';
import type { RowImage } from './row-image.ts';
import { endSessionsOf } from './sessions.ts';
import { insertSetting } from './settings.ts';
import { insertToken } from './tokens.ts';

/** The longest an exception may last, in days. */
export const EXCEPTION_DAYS = 365;
/** The longest a token may last, in days. */
export const TOKEN_DAYS = 90;

const DAY_MS = 86_400_000;

/** What doing a proposal wrote, and the id of what it made. */
export interface Applied {
  readonly images: readonly RowImage[];
  readonly made: string | null;
}

interface Occasion {
  /** Id of the proposal that is being done. */
  readonly proposal: number;
  readonly decider: Person;
  readonly company: Company;
  readonly at: string;
}

function getSubject(db: DatabaseSync, id: string): PersonRecord {
  const record = readPerson(db, id);
  if (record === undefined) throw new Refusal('person-not-found', { person: id });
  return record;
}

const rolesOf = (grants: readonly { readonly role: Role }[]): Role[] => [
  ...new Set(grants.map(({ role }) => role)),
];

const toGrants = (draft: ProposalDraft): readonly GrantDraft[] => draft.payload['grants'] as GrantDraft[];
const toDraft = ({ payload }: ProposalDraft): PersonDraft => payload['person'] as PersonDraft;

/** What rules of segregation need to know of a proposal. */
export function toHistory(
  db: DatabaseSync,
  draft: ProposalDraft & { readonly proposed_by: string | null },
): ProposalHistory {
  const { kind, subject, proposed_by, payload } = draft;
  const about = { kind, subject, proposed_by };
  switch (kind) {
    case 'new-person': {
      const { grants, staff_name } = toDraft(draft);
      return { ...about, roles: rolesOf(grants), staff_name };
    }
    case 'change-roles':
    case 'disable-person':
    case 'enable-person':
    case 'clear-second-factor': {
      const { grants, staff_name } = getSubject(db, subject);
      const given = kind === 'change-roles' ? toGrants(draft) : [];
      return { ...about, roles: rolesOf([...grants, ...given]), staff_name };
    }
    default: {
      const names = (value: unknown) => (Array.isArray(value) ? { names: value as string[] } : undefined);
      const units = names(payload['units'])?.names;
      const processes = names(payload['processes'])?.names;
      const process_path = names(payload['process_path'])?.names;
      const barred = findBarred(db, draft);
      return {
        ...about,
        roles: [],
        staff_name: null,
        ...(units && { units }),
        ...(processes && { processes }),
        ...(process_path && { process_path }),
        ...(barred && { barred }),
      };
    }
  }
}

/** Refuses what could not be done, when it is proposed and again when it is approved. */
export function checkProposal(db: DatabaseSync, draft: ProposalDraft, company: Company): void {
  const { relaxed, today } = company;
  switch (draft.kind) {
    case 'new-person':
      checkNewPerson(db, toDraft(draft));
      checkGrants(toDraft(draft).grants, relaxed);
      break;
    case 'change-roles':
      getSubject(db, draft.subject);
      checkGrants(toGrants(draft), relaxed);
      break;
    case 'disable-person':
    case 'enable-person': {
      const wanted = draft.kind === 'disable-person' ? 'active' : 'disabled';
      if (getSubject(db, draft.subject).state !== wanted) {
        throw new Refusal('person-already-so', { person: draft.subject });
      }
      break;
    }
    case 'clear-second-factor':
      getSubject(db, draft.subject);
      break;
    case 'give-token': {
      const owner = company.people.find(({ id }) => id === draft.payload['person']);
      if (owner === undefined) throw new Refusal('person-not-found', { person: draft.subject });
      // Never more than its owner: a token loads data, so its owner must.
      if (toScope(owner, 'load-data', today) === null) throw new Refusal('token-owner-loads-nothing');
      const days = Number(draft.payload['days']);
      if (!(days >= 1 && days <= TOKEN_DAYS)) throw new Refusal('token-too-long', { most: TOKEN_DAYS });
      break;
    }
    case 'make-exception':
      checkException(
        draft.payload['rules'] as string[],
        today,
        String(draft.payload['until']),
        addDays(today, EXCEPTION_DAYS),
      );
      break;
    case 'move-due-date':
      checkDueMove(db, draft);
      break;
    case 'change-setting':
    case 'undo-import':
    case 'change-indicator':
    case 'change-standard':
    case 'annotate-point':
    case 'reset-baseline':
    case 'exclude-rows':
    case 'close-period':
    case 'restate-period':
      break;
    default: {
      const never: never = draft.kind;
      throw new Error(`unknown proposal ${never}`);
    }
  }
}

/** Does what was approved inside the caller's transaction; what is done on data or comes from it is done by its own verb after. */
export function applyProposal(
  db: DatabaseSync,
  draft: ProposalDraft & { readonly proposed_by: string | null },
  { decider, company, at, proposal }: Occasion,
): Applied {
  const { subject, payload } = draft;
  const { today } = company;
  const approval: Approval = {
    proposal,
    proposed_by: draft.proposed_by,
    approved_by: decider.id === draft.proposed_by ? null : decider.id,
    at,
  };
  const subjectPerson = company.people.find(({ id }) => id === subject);
  switch (draft.kind) {
    case 'new-person': {
      const { id, images } = insertPerson(db, toDraft(draft), at, today);
      return { images, made: id };
    }
    case 'change-roles': {
      const kept = rolesOf(toGrants(draft));
      const losing = rolesOf(getSubject(db, subject).grants).filter((role) => !kept.includes(role));
      if (subjectPerson) checkKeepers(subjectPerson, losing, decider, company);
      return { images: replaceGrants(db, subject, toGrants(draft), at, today), made: null };
    }
    case 'disable-person':
      if (subjectPerson) checkKeepers(subjectPerson, rolesOf(subjectPerson.grants), decider, company);
      return { images: changeState(db, subject, 'disabled', at), made: null };
    case 'enable-person':
      return { images: changeState(db, subject, 'active', at), made: null };
    case 'clear-second-factor':
      return {
        images: [
          ...removeFactor(db, subject, at),
          ...endSessionsOf(db, subject, at, 'second-factor-removed'),
        ],
        made: null,
      };
    case 'give-token': {
      const expires_at = new Date(Date.parse(at) + Number(payload['days']) * DAY_MS).toISOString();
      const token = { person_id: String(payload['person']), name: String(payload['name']), expires_at };
      const image = insertToken(db, token, at);
      return { images: [image], made: image.row['id'] as string };
    }
    case 'make-exception': {
      const exception = {
        rules: payload['rules'] as string[],
        reason: draft.reason,
        from: today,
        until: String(payload['until']),
      };
      const by = {
        signed_by: draft.proposed_by ?? decider.id,
        approved_by: decider.id === draft.proposed_by ? null : decider.id,
        latest: addDays(today, EXCEPTION_DAYS),
      };
      return { images: [insertException(db, exception, by, at)], made: null };
    }
    case 'change-setting':
      return { images: [insertSetting(db, subject, payload['value'], at)], made: null };
    case 'annotate-point':
      return { images: annotatePoint(db, draft, approval), made: null };
    case 'reset-baseline':
      return { images: resetBaseline(db, draft, approval), made: null };
    case 'exclude-rows':
      return { images: excludeRows(db, draft, approval), made: null };
    case 'move-due-date':
      return { images: moveDueDate(db, draft), made: null };
    case 'undo-import':
    case 'change-indicator':
    case 'change-standard':
    case 'close-period':
    case 'restate-period':
      return { images: [], made: null };
    default: {
      const never: never = draft.kind;
      throw new Error(`unknown proposal ${never}`);
    }
  }
}
