import { printNumber } from '../print-number.ts';
import { readNumber } from '../read-param.ts';
import type { ParamValue } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

const list = (value: ParamValue | undefined): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? value.join(', ') : String(value);

/** What the technical sheet and the rows behind it have to say. */
export const sheetSentences: Sentences = {
  'identity-protected': {
    es: (p) =>
      `No se puede buscar por ${p['dimension'] === 'client' ? 'cliente' : 'persona'}: su identidad está protegida. Use el número del requerimiento u otro filtro.`,
    en: (p) =>
      `You cannot search by ${p['dimension'] === 'client' ? 'client' : 'person'}: their identity is protected. Use the request number or another filter.`,
  },
  'page-too-long': {
    es: (p) =>
      `Se pueden pedir de 1 a ${printNumber(readNumber(p, 'most'), 'es')} filas por página y se pidieron ${printNumber(readNumber(p, 'limit'), 'es')}.`,
    en: (p) =>
      `From 1 to ${printNumber(readNumber(p, 'most'), 'en')} rows fit on a page and ${printNumber(readNumber(p, 'limit'), 'en')} were asked for.`,
  },
  'dataset-not-read': {
    es: (p) => `El indicador ${p['indicator']} no lee «${p['dataset']}». Lee: ${list(p['datasets'])}.`,
    en: (p) =>
      `Indicator ${p['indicator']} does not read “${p['dataset']}”. It reads: ${list(p['datasets'])}.`,
  },
  'fact-not-found': {
    es: () =>
      'Esa fila no está detrás de este resultado, o no es de lo que usted puede ver. Vuelva a la lista de filas y elija una.',
    en: () =>
      'That row is not behind this result, or is not within what you may see. Go back to the list of rows and choose one.',
  },
  'reason-too-short': {
    es: (p) =>
      `Diga por qué necesita ver la identidad, con ${printNumber(readNumber(p, 'least'), 'es')} letras o más: el motivo queda en el registro de auditoría.`,
    en: (p) =>
      `Say why you need to see the identity, in ${printNumber(readNumber(p, 'least'), 'en')} letters or more: the reason stays in the audit trail.`,
  },
  'pairs-unreadable': {
    es: (p) => `No se entiende el filtro «${p['text']}». Se escribe dimensión:valor, por ejemplo unit:Norte.`,
    en: (p) =>
      `The filter “${p['text']}” was not understood. It is written dimension:value, for example unit:Norte.`,
  },
};
