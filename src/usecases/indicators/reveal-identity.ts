import { Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import type { LocateInput } from './locate-fact.ts';
import { planPage } from './page-rows.ts';
import { identityOf } from './protect-identity.ts';

/** Letters of a reason that says something. */
const SHORTEST_REASON = 10;

/** A name behind a code. */
export interface Revealed {
  readonly column: string;
  readonly name: string;
}

/**
 * The names behind the codes of one fact, for who may ask and says why: reason, fact and person stay
 * in the audit trail before anything is shown. Refuses (`reason-too-short`), and (`fact-not-found`) a
 * fact that is not behind that figure, or not within what the person reaches.
 */
export async function revealIdentity(
  institution: Institution,
  input: LocateInput & { readonly reason: string },
): Promise<readonly Revealed[]> {
  const { seq, row, reason, ...rest } = input;
  if (reason.trim().length < SHORTEST_REASON)
    throw new Refusal('reason-too-short', { least: SHORTEST_REASON });
  const page = {
    state: 'all',
    key_has: null,
    order: { by: 'date', descending: false },
    offset: 0,
    limit: 1,
  } as const;
  const { plan } = await planPage(institution, { ...rest, ...page }, { seq, row });
  const [fact] = plan.dataset.derived ? [] : await institution.facts.duck.rows(plan.sql);
  if (!fact) throw new Refusal('fact-not-found', { indicator: input.indicator });
  const key = plan.keys
    .filter(({ name }) => identityOf(plan.dataset, name) === null)
    .map(({ sql_name }) => String(fact[sql_name] ?? ''))
    .join(' ');
  institution.ledger.trail.note('revealed', {
    key,
    dataset: plan.dataset.id,
    indicator: input.indicator,
    reason: reason.trim(),
  });
  return [...plan.keys, ...plan.attributes].flatMap(({ name, sql_name }) => {
    const value = fact[sql_name] ?? null;
    return identityOf(plan.dataset, name) === null || value === null
      ? []
      : [{ column: name, name: String(value) }];
  });
}
