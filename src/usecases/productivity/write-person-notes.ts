import type { LocalText } from '../../kernel/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { PersonUse, Standing } from './productivity-view.ts';

/** From this difference on, the usual time of the services is worth a sentence. */
const WORTH_SAYING = 0.05;

/** Who may be thought of too much or too little of: there the mix of services must be said. */
const JUDGED: readonly Standing[] = ['below', 'fast', 'over'];

/**
 * What must be known before judging a person's index: days away and lent, few cases, work without
 * capacity, and whether their services took more or less than they usually do.
 */
export function writePersonNotes(
  person: Omit<PersonUse, 'notes'>,
  small_sample: number,
): readonly LocalText[] {
  const { standing, presence, mix, services } = person;
  const notes: LocalText[] = [];
  if (standing === 'few') notes.push(sayFinding('person-few-cases', { n: services, minimum: small_sample }));
  if (standing === 'idle') notes.push(sayFinding('person-without-services'));
  if (standing === 'unknown') notes.push(sayFinding('person-without-capacity', { n: services }));
  const away = (presence?.away ?? []).reduce((sum, { days }) => sum + days, 0);
  if (presence && away > 0) {
    const kinds = presence.away.map(({ kind }) => kind).filter((kind) => kind !== '');
    notes.push(sayFinding('person-away', { days: away, posted: presence.posted, kinds }));
  }
  for (const { from, to, days } of presence?.loans ?? [])
    notes.push(sayFinding('person-lent', { from, to, days }));
  if (mix && mix.adjusted_index !== null && mix.expected_min > 0 && JUDGED.includes(standing)) {
    const ratio = mix.actual_min / mix.expected_min;
    if (Math.abs(ratio - 1) >= WORTH_SAYING)
      notes.push(
        sayFinding('person-mix', {
          n: mix.n,
          actual: mix.actual_min,
          expected: mix.expected_min,
          ratio,
          adjusted: mix.adjusted_index,
          fast: standing === 'fast',
        }),
      );
  }
  return notes;
}
