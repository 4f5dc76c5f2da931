import type { DatabaseSync } from 'node:sqlite';
import type { Company, Person, ProposalHistory, ProposalKind, SegregationRule } from '../kernel/index.ts';
import { checkDecider, checkProposer, findRelaxedBar, Refusal } from '../kernel/index.ts';
import { applyProposal, type Applied, checkProposal, toHistory } from './apply-proposal.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { readCompany } from './people.ts';
import { type Decision, type ProposalDraft, type ProposalRecord, toProposal } from './proposal-record.ts';
import { insertRow, nextId, prepareOnce, updateRows } from './row-image.ts';

/** What came of proposing or deciding. */
export interface Outcome {
  readonly proposal: ProposalRecord;
  /** The id of what it made: a person, a token; null for none. */
  readonly made: string | null;
}

/** What one person proposes and another decides. Rules are looked at inside the transaction that writes. */
export interface Proposals {
  /** All, latest first; those open or decided where it is asked. */
  readonly list: (filter?: {
    readonly open?: boolean;
    readonly kind?: ProposalKind;
    readonly subject?: string;
  }) => readonly ProposalRecord[];
  readonly find: (id: number) => ProposalRecord | undefined;
  /**
   * Proposes in the name of the ledger's actor. Where only an exception to S-5 lets anybody decide,
   * it is decided and done at once. Refuses who may not (`not-allowed`, `own-roles`), what could not
   * be done anyway, and a second one on the same thing (`proposal-open`).
   */
  readonly propose: (draft: ProposalDraft, today: string) => Outcome;
  /** Decides in the name of the ledger's actor, and does what was proposed where the ledger can. */
  readonly decide: (id: number, decision: Decision, reason: string, today: string) => Outcome;
  /** Why that person may not approve it, as a refusal; null when they may. */
  readonly judge: (proposal: ProposalRecord, decider: Person, company: Company) => Refusal | null;
}

function getActor(company: Company, actor: string | null): Person {
  const person = company.people.find(({ id }) => id === actor);
  if (person === undefined) throw new Refusal('not-signed-in');
  return person;
}

function getProposal(db: DatabaseSync, id: number): ProposalRecord {
  const row = prepareOnce(db, 'SELECT * FROM proposals WHERE id = ?').get(id);
  if (row === undefined) throw new Refusal('proposal-not-found', { proposal: id });
  return toProposal(row);
}

/** The exception that relaxes a rule: what the decision names. */
function findRelaxing(db: DatabaseSync, today: string, rule: SegregationRule): number | null {
  const row = prepareOnce(
    db,
    `SELECT id FROM exceptions WHERE ended_at IS NULL AND from_date <= ? AND until_date >= ?
     AND rules LIKE ? ORDER BY id DESC LIMIT 1`,
  ).get(today, today, `%"${rule}"%`);
  return (row?.['id'] ?? null) as number | null;
}

/** True when the proposer may decide alone; false when somebody else must. */
function decidesAlone(history: ProposalHistory, proposer: Person, company: Company): boolean {
  try {
    return checkDecider(history, proposer, company);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export function toProposals(store: LedgerDatabase): Proposals {
  const { db, actor } = store;
  const insert = (draft: ProposalDraft, at: string) =>
    insertRow(db, 'proposals', {
      id: nextId(db, 'proposals'),
      kind: draft.kind,
      subject: draft.subject,
      payload: toCanonicalJson(draft.payload),
      reason: draft.reason,
      proposed_by: actor,
      proposed_at: at,
      decision: null,
      decided_by: null,
      decided_at: null,
      decision_reason: null,
      relaxed_by: null,
    }).row;
  const settle = (id: number, decision: Decision, reason: string, relaxed_by: number | null, at: string) =>
    updateRows(
      db,
      'proposals',
      { id },
      { decision, decided_by: actor, decided_at: at, decision_reason: reason, relaxed_by },
    );
  const propose = (draft: ProposalDraft, today: string): Outcome => {
    const plan = store.read(() => {
      const company = readCompany(db, today);
      const history = toHistory(db, { ...draft, proposed_by: actor });
      return decidesAlone(history, getActor(company, actor), company);
    });
    return store.write(plan ? 'decided-alone' : 'proposed', (at) => {
      const company = readCompany(db, today);
      const proposer = getActor(company, actor);
      const history = toHistory(db, { ...draft, proposed_by: actor });
      checkProposer(history, proposer, company);
      const open = 'SELECT id FROM proposals WHERE kind = ? AND subject = ? AND decision IS NULL';
      const twin = prepareOnce(db, open).get(draft.kind, draft.subject);
      if (twin !== undefined) throw new Refusal('proposal-open', { proposal: twin['id'] as number });
      checkProposal(db, draft, company);
      const proposal = toProposal(insert(draft, at));
      if (!plan || !checkDecider(history, proposer, company)) {
        const row = prepareOnce(db, 'SELECT * FROM proposals WHERE id = ?').get(proposal.id) ?? {};
        return {
          payload: { writes: [{ table: 'proposals', row }] },
          result: { proposal, made: null },
        };
      }
      const done = applyProposal(db, proposal, { proposal: proposal.id, decider: proposer, company, at });
      const settled = settle(proposal.id, 'approved', '', findRelaxing(db, today, 'S-5'), at);
      return {
        payload: { writes: [...settled, ...done.images] },
        result: { proposal: getProposal(db, proposal.id), made: done.made },
      };
    });
  };
  const decide = (id: number, decision: Decision, reason: string, today: string): Outcome =>
    store.write(decision, (at) => {
      const proposal = getProposal(db, id);
      if (proposal.decision !== null) throw new Refusal('proposal-decided', { proposal: id });
      const company = readCompany(db, today);
      const decider = getActor(company, actor);
      let done: Applied = { images: [], made: null };
      let relaxing: SegregationRule | undefined;
      if (decision === 'withdrawn') {
        if (proposal.proposed_by !== actor) throw new Refusal('not-own-proposal', { proposal: id });
      } else {
        const history = toHistory(db, proposal);
        const alone = checkDecider(history, decider, company);
        relaxing = alone ? 'S-5' : findRelaxedBar(history, decider, company);
        if (decision === 'approved') {
          checkProposal(db, proposal, company);
          done = applyProposal(db, proposal, { proposal: id, decider, company, at });
        }
      }
      const exception = relaxing === undefined ? null : findRelaxing(db, today, relaxing);
      const settled = settle(id, decision, reason, exception, at);
      return {
        payload: { writes: [...settled, ...done.images] },
        result: { proposal: getProposal(db, id), made: done.made },
      };
    });
  return {
    list: ({ open, kind, subject } = {}) =>
      store.read(() =>
        prepareOnce(
          db,
          `SELECT * FROM proposals WHERE (? IS NULL OR (decision IS NULL) = ?)
           AND kind = coalesce(?, kind) AND subject = coalesce(?, subject) ORDER BY id DESC`,
        )
          .all(open === undefined ? null : Number(open), Number(open ?? false), kind ?? null, subject ?? null)
          .map(toProposal),
      ),
    find: (id) =>
      store.read(() => {
        const row = prepareOnce(db, 'SELECT * FROM proposals WHERE id = ?').get(id);
        return row === undefined ? undefined : toProposal(row);
      }),
    propose,
    decide,
    judge: (proposal, decider, company) =>
      store.read(() => {
        try {
          checkDecider(toHistory(db, proposal), decider, company);
          return null;
        } catch (error) {
          if (error instanceof Refusal) return error;
          throw error;
        }
      }),
  };
}
