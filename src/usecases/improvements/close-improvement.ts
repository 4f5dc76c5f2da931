import {
  type LocalText,
  type Person,
  Refusal,
  type Scope,
  type SegregationRule,
} from '../../kernel/index.ts';
import type { ImprovementRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { listStandardSetters } from './list-standard-setters.ts';
import { getActedOn, toReaches } from './reach-improvement.ts';

/** The proof that closes an improvement: what it says, whether that is enough, and all of it to be frozen. */
export interface ClosingProof {
  /** Whether the indicator went the way it should, beyond what chance does. */
  readonly worked: boolean;
  readonly sentence: LocalText;
  /** Plain data: texts, numbers, lists; kept with the closing as it is. */
  readonly result: Readonly<Record<string, unknown>>;
}

/** Works the proof of an improvement out from the facts as they are; refuses where that cannot be done. */
export type Prove = (institution: Institution, record: ImprovementRecord) => Promise<ClosingProof>;

/**
 * Closes an improvement by its proof, in the name of who verifies it. Refuses who may not by what they
 * did before (`verifier-barred`, S-1 to S-4), what is not finished, and `proof-not-enough`. Gives the
 * rules that an exception relaxed.
 */
export async function closeImprovement(
  institution: Institution,
  who: Person,
  scope: Scope,
  { id, note, seen }: { readonly id: number; readonly note: string; readonly seen: number },
  prove: Prove,
): Promise<readonly SegregationRule[]> {
  const { ledger } = institution;
  const record = getActedOn(institution, scope, id);
  const today = toLocalToday(institution);
  const listSetters = (indicator: string) => listStandardSetters(institution, indicator);
  const reaches = toReaches(institution);
  // Who may not learns that first: a proof takes a while, and would not change it.
  const company = ledger.people.company(today);
  const [refused] = ledger.improvements.judgeClosing(id, who.id, company, { listSetters, reaches });
  if (refused) throw refused;
  const { worked, sentence, result } = await prove(institution, record);
  if (!worked) throw new Refusal('proof-not-enough', { ...sentence });
  const draft = { note, result, listSetters };
  return ledger.as(who.id).improvements.close(id, draft, { today, reaches }, seen);
}
