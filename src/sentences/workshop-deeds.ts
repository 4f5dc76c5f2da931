import { because, deed, type DeedWords } from './deed-words.ts';
import { printCount } from './print-count.ts';
import { printDate } from './print-date.ts';

/** What is done to workshops, by the kind of its link. */
export const WORKSHOP_DEEDS: Readonly<Record<string, DeedWords>> = {
  'workshop-planned': deed(
    'Taller planeado',
    'Workshop planned',
    (p) => `planeó el taller «${p['topic']}» para el ${printDate(String(p['date']), 'es')}`,
    (p) => `planned the workshop “${p['topic']}” for ${printDate(String(p['date']), 'en')}`,
  ),
  'workshop-cancelled': deed(
    'Taller suspendido',
    'Workshop cancelled',
    (p) => `suspendió el taller «${p['topic']}»${because(p, 'motivo')}`,
    (p) => `cancelled the workshop “${p['topic']}”${because(p, 'reason')}`,
  ),
  'workshop-attendance': deed(
    'Asistencia a un taller',
    'Attendance of a workshop',
    (p) =>
      `anotó quién vino al taller «${p['topic']}» (${printCount(Number(p['attended']), ['persona', 'personas'], 'es')})`,
    (p) =>
      `recorded who came to the workshop “${p['topic']}” (${printCount(Number(p['attended']), ['person', 'people'], 'en')})`,
  ),
  'workshop-test': deed(
    'Prueba de un taller',
    'Test of a workshop',
    (p) => `hizo la prueba del taller «${p['topic']}»`,
    (p) => `took the test of the workshop “${p['topic']}”`,
  ),
};
