import type { Verdict } from '../../kernel/index.ts';
import { printVerdict } from '../../sentences/index.ts';
import { useLanguage } from './language.ts';
import { StateBadge } from './state-badge.tsx';

const TONES = { met: 'met', 'not-met': 'bad', 'met-with-alert': 'alert', 'no-data': 'none' } as const;

/** One shape per verdict, so that it is told apart without colour: circle, diamond, triangle, dash. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  met: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z',
  'not-met': 'M6 .5 11.500 6 6 11.500.5 6Z',
  'met-with-alert': 'M6 1 11.500 11H.5Z',
  'no-data': 'M1 5h10v2H1Z',
};

/** The shape of a verdict alone, for dense tables and legends; give it a word nearby. */
export function VerdictShape({ verdict, size = 10 }: { readonly verdict: Verdict; readonly size?: number }) {
  const tone = TONES[verdict];
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={SHAPES[verdict]} fill={`var(--c-${tone})`} />
    </svg>
  );
}

interface VerdictBadgeProps {
  readonly verdict: Verdict;
  /** It is met while its mean hides slow cases: said, and looked at like an alert. */
  readonly hidesTail?: boolean;
}

/** A verdict: its word, its shape, its colour. */
export function VerdictBadge({ verdict, hidesTail = false }: VerdictBadgeProps) {
  const language = useLanguage();
  const look = hidesTail && verdict === 'met' ? 'met-with-alert' : verdict;
  return (
    <StateBadge tone={TONES[look]}>
      <VerdictShape verdict={look} />
      {printVerdict(verdict, language, hidesTail)}
    </StateBadge>
  );
}
