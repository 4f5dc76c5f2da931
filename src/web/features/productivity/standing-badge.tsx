import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TEXTS } from './texts.ts';

export type PersonRow = ApiAnswer<'get /api/productivity'>['people'][number];

/** Only what calls for a look is coloured: who is not compared is not alarming. */
const TONES = {
  below: 'bad',
  over: 'alert',
  fast: 'info',
  within: 'met',
  few: 'none',
  idle: 'none',
  unknown: 'none',
} as const satisfies Readonly<Record<PersonRow['standing'], string>>;

/** Where a person stands, in words. */
export function StandingBadge({ standing }: { readonly standing: PersonRow['standing'] }) {
  const t = useTexts(TEXTS);
  return <StateBadge tone={TONES[standing]}>{t(standing)}</StateBadge>;
}
