import type { Language, Person } from '../../kernel/index.ts';
import type { KnownHead } from '../../ledger/index.ts';
import { printNumber, sayProblem } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';

/** What a check of the chain found, in words. */
export interface ChainCheck {
  readonly entries: number;
  readonly head: string;
  readonly sound: boolean;
  readonly broken: readonly number[];
  readonly findings: readonly string[];
  readonly sentence: string;
}

/** The most findings told one by one. */
const MOST_TOLD = 100;

/**
 * Checks the chain and what it says of the tables, a slice at a time so that others are served
 * meanwhile, and leaves its own link. `known` is a length and head kept away from this machine.
 */
export async function checkChain(
  { ledger }: Pick<Institution, 'ledger'>,
  who: Person,
  known: KnownHead | null,
  language: Language,
): Promise<ChainCheck> {
  const { entries, head, broken, findings } = await ledger.verifyChainGently(known ?? undefined);
  const sound = findings.length === 0;
  ledger.as(who.id).trail.note('verified', { sound: sound ? 1 : 0, entries });
  const n = printNumber(entries, language);
  const es = sound
    ? `Se comprobaron ${n} operaciones: ninguna fue cambiada, borrada ni movida.`
    : `Se comprobaron ${n} operaciones y algo no es como se escribió: vea qué y restaure un respaldo.`;
  const en = sound
    ? `${n} operations were checked: none was changed, deleted or moved.`
    : `${n} operations were checked and something is not as it was written: see what, and restore a backup.`;
  return {
    entries,
    head,
    sound,
    broken,
    findings: findings.slice(0, MOST_TOLD).map((problem) => sayProblem(problem, language)),
    sentence: language === 'es' ? es : en,
  };
}
