import { deed, type DeedParams, type DeedWords } from './deed-words.ts';
import { printDate } from './print-date.ts';

const dateOf = (p: DeedParams, language: 'es' | 'en'): string => printDate(String(p['date'] ?? ''), language);

/** What is done in the committee and about the loop, by the kind of its link. */
export const COMMITTEE_DEEDS: Readonly<Record<string, DeedWords>> = {
  'committee-opened': deed(
    'Sesión de comité abierta',
    'Committee session opened',
    (p) => `abrió la sesión de comité del ${dateOf(p, 'es')}`,
    (p) => `opened the committee session of ${dateOf(p, 'en')}`,
  ),
  'committee-changed': deed(
    'Sesión de comité cambiada',
    'Committee session changed',
    (p) => `cambió lo que dice el acta del ${dateOf(p, 'es')}`,
    (p) => `changed what the minutes of ${dateOf(p, 'en')} say`,
  ),
  'committee-ended': deed(
    'Sesión de comité terminada',
    'Committee session ended',
    (p) => `terminó la sesión de comité del ${dateOf(p, 'es')}`,
    (p) => `ended the committee session of ${dateOf(p, 'en')}`,
  ),
  'loop-reviewed': deed(
    'Revisión del circuito',
    'Review of the loop',
    (p) => `revisó cómo funciona el circuito de mejora, el ${dateOf(p, 'es')}`,
    (p) => `reviewed how the improvement loop works, on ${dateOf(p, 'en')}`,
  ),
};
