import type { Frequency, Language, LocalText, Sheet } from '../kernel/index.ts';
import { writeStandard } from './write-standard.ts';

/** One of the ten requirements of an indicator, answered by its sheet. */
export interface Requirement {
  readonly key:
    | 'name'
    | 'objective'
    | 'standard'
    | 'responsible'
    | 'aspect'
    | 'frequency'
    | 'source'
    | 'compliance'
    | 'evolution'
    | 'users';
  readonly label: string;
  readonly text: string;
}

const LABELS: Readonly<Record<Requirement['key'], LocalText>> = {
  name: { es: 'Nombre', en: 'Name' },
  objective: { es: 'Objetivo', en: 'Objective' },
  standard: { es: 'Valores objetivo (estándar)', en: 'Target values (standard)' },
  responsible: { es: 'Responsable', en: 'Responsible' },
  aspect: { es: 'Aspecto clave del negocio', en: 'Key business aspect' },
  frequency: { es: 'Frecuencia', en: 'Frequency' },
  source: { es: 'Fuente y quién entrega los datos', en: 'Source and who supplies the data' },
  compliance: { es: 'Mide el grado de cumplimiento', en: 'Measures degree of compliance' },
  evolution: { es: 'Mide la evolución o el estado', en: 'Measures evolution or state' },
  users: { es: 'Llega a sus usuarios en tiempo y forma', en: 'Reaches its users in time and form' },
};

const FREQUENCIES: Readonly<Record<Frequency, LocalText>> = {
  diaria: { es: 'Diaria', en: 'Daily' },
  semanal: { es: 'Semanal', en: 'Weekly' },
  mensual: { es: 'Mensual', en: 'Monthly' },
  trimestral: { es: 'Trimestral', en: 'Quarterly' },
  semestral: { es: 'Semestral', en: 'Every six months' },
  anual: { es: 'Anual', en: 'Yearly' },
};

const UNTOLD: LocalText = { es: 'Sin declarar en la ficha.', en: 'Not stated in the sheet.' };

/** How the result is held against its standard, by the last one declared. */
function writeCompliance(sheet: Sheet, language: Language): string {
  const last = sheet.standards.at(-1);
  if (last === undefined) return '';
  const { direction, floor, ceiling } = last;
  if (direction === 'at-least' && floor !== null && ceiling !== null)
    return language === 'es'
      ? 'Compara el resultado con su mínimo y su máximo: entre los dos cumple; por encima del máximo, con alerta.'
      : 'Compares the result with its minimum and its maximum: between the two is met; above the maximum, with an alert.';
  const texts: Readonly<Record<typeof direction, LocalText>> = {
    'at-most': {
      es: 'Compara el resultado con su máximo: menos es mejor; justo en el máximo cumple.',
      en: 'Compares the result with its maximum: less is better; exactly at the maximum is met.',
    },
    'at-least': {
      es: 'Compara el resultado con su mínimo: más es mejor; justo en el mínimo cumple.',
      en: 'Compares the result with its minimum: more is better; exactly at the minimum is met.',
    },
    between: {
      es: 'Compara el resultado con su rango: dentro de él, con los dos extremos, cumple.',
      en: 'Compares the result with its range: inside it, both ends included, is met.',
    },
  };
  return texts[direction][language];
}

function writeSource(sheet: Sheet, language: Language): string {
  const [source, supplier] = [sheet.source[language], sheet.supplier[language]];
  if (supplier === '') return source;
  const ended = source.replace(/\.$/, '');
  const who = `${language === 'es' ? 'Entrega' : 'Supplied by'}: ${supplier.replace(/\.$/, '')}.`;
  return source === '' ? who : `${ended}. ${who}`;
}

function writeEvolution(language: Language): string {
  return language === 'es'
    ? 'El estado de cada período y su evolución, con límites habituales cuando hay períodos suficientes.'
    : 'The state of each period and its evolution, with usual limits once there are enough periods.';
}

/**
 * The ten requirements of an indicator in the order of the thesis, each answered in words. One that
 * the sheet leaves empty says so.
 *
 * @param unit of the indicator's result, for standards written without one
 */
export function writeRequirements(sheet: Sheet, unit: string, language: Language): readonly Requirement[] {
  const answers: Readonly<Record<Requirement['key'], string>> = {
    name: sheet.code === null ? sheet.name[language] : `${sheet.code} · ${sheet.name[language]}`,
    objective: sheet.objective[language],
    standard: sheet.standards.map((standard) => writeStandard(standard, unit, language)).join(' '),
    responsible: sheet.responsible[language],
    aspect: sheet.aspect[language],
    frequency: FREQUENCIES[sheet.frequency][language],
    source: writeSource(sheet, language),
    compliance: writeCompliance(sheet, language),
    evolution: writeEvolution(language),
    users: sheet.users[language],
  };
  return (Object.keys(LABELS) as Requirement['key'][]).map((key) => ({
    key,
    label: LABELS[key][language],
    text: answers[key].trim() === '' ? UNTOLD[language] : answers[key],
  }));
}
