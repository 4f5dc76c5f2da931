import { type Person, Refusal } from '../../kernel/index.ts';
import type { Figures } from '../figures.ts';
import type { Institution } from '../institution.ts';
import { findSignals, type SignalsInput } from './find-signals.ts';

/**
 * Notes in somebody's name that they saw a signal: it is not told to them again until it changes. Refuses
 * (`signal-not-found`) one that is not there in that month any more, or that they do not reach; seeing it twice
 * writes nothing.
 */
export async function markSignalSeen(
  institution: Institution,
  figures: Figures,
  input: SignalsInput,
  { who, key, reason }: { readonly who: Person; readonly key: string; readonly reason: string },
): Promise<void> {
  const { lines } = await findSignals(institution, figures, { ...input, who });
  const line = lines.find((each) => each.key === key);
  if (!line) throw new Refusal('signal-not-found');
  if (line.seen_at !== null) return;
  const { side, period, sigmas, name, part } = line;
  const say = (language: 'es' | 'en') =>
    part === null ? name[language] : `${name[language]}, ${part[language]}`;
  const mark = `${side} ${period} ${sigmas.toFixed(2)}`;
  institution.ledger.as(who.id).signals.mark(key, mark, reason, { es: say('es'), en: say('en') });
}
