import { deed, type DeedWords } from './deed-words.ts';
import { printCount } from './print-count.ts';
import { printDate } from './print-date.ts';

/** What is done to alert rules, and the digests they lead to. */
export const ALERT_DEEDS: Readonly<Record<string, DeedWords>> = {
  'alert-rule-made': deed(
    'Aviso nuevo',
    'New alert',
    (p) => `escribió la regla de aviso «${p['name']}»`,
    (p) => `wrote the alert rule “${p['name']}”`,
  ),
  'alert-rule-changed': deed(
    'Aviso cambiado',
    'Alert changed',
    (p) => `cambió la regla de aviso «${p['name']}»`,
    (p) => `changed the alert rule “${p['name']}”`,
  ),
  'alert-rule-ended': deed(
    'Aviso quitado',
    'Alert removed',
    (p) => `quitó la regla de aviso «${p['name']}»`,
    (p) => `removed the alert rule “${p['name']}”`,
  ),
  'digests-written': deed(
    'Resúmenes del día',
    'Digests of the day',
    (p) =>
      `preparó el resumen del ${printDate(String(p['date']), 'es')} de ${printCount(Number(p['people']), ['persona', 'personas'], 'es')}`,
    (p) =>
      `prepared the digest of ${printDate(String(p['date']), 'en')} for ${printCount(Number(p['people']), ['person', 'people'], 'en')}`,
  ),
};
