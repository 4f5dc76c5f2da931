import type { Origin } from '../../kernel/index.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { useMay } from './session.ts';
import { type Texts, useTexts } from './words.ts';

const TEXTS = {
  es: { open: 'Abrir mejora' },
  en: { open: 'Open improvement' },
} satisfies Texts<string>;

interface OpenImprovementProps {
  readonly origin: Origin;
  readonly indicator?: string | undefined;
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly process?: string | undefined;
  /** Id of a procedure, or number of a case. */
  readonly subject?: string | undefined;
  /** What was seen, in the words of the screen. */
  readonly seen?: string | undefined;
  readonly size?: 'xs' | 'sm';
}

/** The way to the form of an improvement, with what this screen saw; nothing for whoever opens none. */
export function OpenImprovement(props: OpenImprovementProps) {
  const { origin, indicator, period, unit, process, subject, seen, size = 'sm' } = props;
  const t = useTexts(TEXTS);
  if (!useMay('open-improvement')) return null;
  const search = {
    origen: origin,
    ...(indicator && { indicador: indicator }),
    ...(period && { periodo: period }),
    ...(unit && { dimensiones: JSON.stringify({ unit }) }),
    ...(process && { proceso: process }),
    ...(subject && { sobre: subject }),
    ...(seen && { visto: seen }),
  };
  return (
    <LinkButton variant="default" size={size} to={{ to: '/mejoras/nueva', search }}>
      {t('open')}
    </LinkButton>
  );
}
