import type { CapacityView } from '../../../charts/index.ts';
import type { Language } from '../../../kernel/index.ts';
import { printVerdict } from '../../../sentences/index.ts';
import type { ApiAnswer } from '../../app/api.ts';

type Answer = ApiAnswer<'get /api/productivity'>;
type Words = Pick<CapacityView, 'name' | 'noun'>;

/** People of a unit as bars; whoever is not compared has no verdict there. */
export function toPeopleView(
  { people, standard }: Answer,
  words: Words,
  language: Language,
  say: (standing: Answer['people'][number]['standing']) => string,
): CapacityView {
  return {
    ...words,
    rows: people.map((row) => {
      const judged = ['below', 'within', 'over'].includes(row.standing);
      return {
        name: row.person,
        share: row.index,
        used_min: row.minutes ?? 0,
        capacity_min: row.capacity_min ?? 0,
        n: row.services,
        floor: standard?.floor ?? null,
        ceiling: standard?.ceiling ?? null,
        verdict: judged ? row.verdict : 'no-data',
        verdict_text: judged ? printVerdict(row.verdict, language) : say(row.standing),
        small: row.standing === 'few',
        note: row.notes[0]?.[language] ?? '',
      };
    }),
  };
}

/** Places as bars, the fullest first. */
export function toUnitsView({ units, standard }: Answer, words: Words, language: Language): CapacityView {
  return {
    ...words,
    rows: units.map((row) => ({
      name: row.name[language],
      share: row.index,
      used_min: row.minutes ?? 0,
      capacity_min: row.capacity_min ?? 0,
      n: row.services,
      floor: standard?.floor ?? null,
      ceiling: standard?.ceiling ?? null,
      verdict: row.verdict,
      verdict_text: printVerdict(row.verdict, language),
      small: row.warnings.some(({ code }) => code === 'small-sample'),
      note: '',
    })),
  };
}
