import type { Language, Params } from '../../kernel/index.ts';
import { printNumber } from '../print-number.ts';
import { readNumber, readText } from '../read-param.ts';
import type { Sentences } from './sentence-entry.ts';

const list = (params: Params, name: string): string => {
  const value = params[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
};

const ROLES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  case: { es: 'el caso', en: 'the case' },
  activity: { es: 'la actividad', en: 'the activity' },
  time: { es: 'la fecha y hora', en: 'the time' },
  resource: { es: 'la persona', en: 'the person' },
  lifecycle: { es: 'el inicio o el fin', en: 'the start or end' },
};

const roles = (params: Params, language: Language): string => {
  const value = params['roles'];
  const names = (Array.isArray(value) ? value : []).map(
    (role) => ROLES[String(role)]?.[language] ?? String(role),
  );
  return names.join(language === 'es' ? ' y ' : ' and ');
};

const hint = (params: Params, es: boolean): string => {
  const value = String(params['hint'] ?? '');
  if (value === '') return '';
  return es ? ` ¿Quiso decir «${value}»?` : ` Did you mean “${value}”?`;
};

const line = (params: Params, language: Language): string =>
  printNumber(readNumber(params, 'line'), language);

/** What is said of event logs that are not read, and of what is asked of them. */
export const logSentences: Sentences = {
  'log-not-xes': {
    es: (p) =>
      `${readText(p, 'file')} es XML pero no un registro de eventos XES: no empieza por «log». Expórtelo como XES o como CSV.`,
    en: (p) =>
      `${readText(p, 'file')} is XML but no XES event log: it does not begin with “log”. Export it as XES or as CSV.`,
  },
  'log-xml-broken': {
    es: (p) =>
      `${readText(p, 'file')} está mal formado en la línea ${line(p, 'es')}: ahí el XML no cierra lo que abrió. Expórtelo de nuevo.`,
    en: (p) =>
      `${readText(p, 'file')} is malformed at line ${line(p, 'en')}: there the XML does not close what it opened. Export it again.`,
  },
  'log-xml-ended': {
    es: (p) =>
      `${readText(p, 'file')} se corta en la línea ${line(p, 'es')}, antes de su final. Vuelva a copiarlo o a exportarlo.`,
    en: (p) =>
      `${readText(p, 'file')} is cut at line ${line(p, 'en')}, before its end. Copy it or export it again.`,
  },
  'log-gzip-broken': {
    es: (p) =>
      `${readText(p, 'file')} está comprimido y no se puede abrir entero: se copió a medias o se dañó. Vuelva a copiarlo.`,
    en: (p) =>
      `${readText(p, 'file')} is packed and cannot be opened whole: it was half copied or damaged. Copy it again.`,
  },
  'log-too-large': {
    es: (p) =>
      `${readText(p, 'file')} ocupa más de ${printNumber(readNumber(p, 'most_gb'), 'es')} GB descomprimido. Expórtelo por partes, por ejemplo un año cada vez.`,
    en: (p) =>
      `${readText(p, 'file')} takes more than ${printNumber(readNumber(p, 'most_gb'), 'en')} GB unpacked. Export it in parts, a year at a time for example.`,
  },
  'log-no-events': {
    es: (p) =>
      `${readText(p, 'file')} no tiene ningún evento con caso, actividad y fecha. Revise que sea un registro de eventos: una fila por cada cosa que pasó.`,
    en: (p) =>
      `${readText(p, 'file')} has no event with case, activity and time. Check that it is an event log: a row for each thing that happened.`,
  },
  'log-columns-missing': {
    es: (p) =>
      `En ${readText(p, 'file')} no se sabe qué columna dice ${roles(p, 'es')}. Columnas: ${list(p, 'columns')}. Indíquelas, o en la línea de órdenes en un archivo --map: columns: {case: …, activity: …, time: …}.`,
    en: (p) =>
      `In ${readText(p, 'file')} it is not known which column tells ${roles(p, 'en')}. Columns: ${list(p, 'columns')}. Name them, or on the command line in a --map file: columns: {case: …, activity: …, time: …}.`,
  },
  'log-column-unknown': {
    es: (p) =>
      `${readText(p, 'file')} no tiene la columna «${readText(p, 'column')}». Columnas: ${list(p, 'columns')}.`,
    en: (p) =>
      `${readText(p, 'file')} has no column “${readText(p, 'column')}”. Columns: ${list(p, 'columns')}.`,
  },
  'log-card-number': {
    es: (p) =>
      `${readText(p, 'file')} tiene un número de tarjeta en la línea ${line(p, 'es')} (${readText(p, 'masked')}). No se guarda nada de él: quítelos y vuelva a traerlo.`,
    en: (p) =>
      `${readText(p, 'file')} has a card number at line ${line(p, 'en')} (${readText(p, 'masked')}). Nothing of it is kept: take them out and bring it again.`,
  },
  'log-procedure-unknown': {
    es: (p) =>
      `No hay un procedimiento «${readText(p, 'procedure')}».${hint(p, true)} Hay: ${list(p, 'procedures')}.`,
    en: (p) =>
      `There is no procedure “${readText(p, 'procedure')}”.${hint(p, false)} There are: ${list(p, 'procedures')}.`,
  },
  'log-steps-without-procedure': {
    es: (p) =>
      `${readText(p, 'file')} dice qué actividad es cada paso (steps), pero no de qué procedimiento. Agregue procedure: y su nombre.`,
    en: (p) =>
      `${readText(p, 'file')} says which activity is which step (steps), but not of which procedure. Add procedure: and its name.`,
  },
  'log-not-found': {
    es: () => 'Ese registro ya no está: se quitó o nunca se guardó. Vuelva a la lista de registros.',
    en: () => 'That log is no longer there: it was taken out or never kept. Go back to the list of logs.',
  },
  'log-draft-not-found': {
    es: () => 'El archivo subido ya no está: pasó más de un día sin guardarlo. Súbalo otra vez.',
    en: () =>
      'The uploaded file is no longer there: more than a day passed without keeping it. Upload it again.',
  },
  'log-without-name': {
    es: () => 'El registro necesita un nombre con el que se lo reconozca.',
    en: () => 'The log needs a name by which it is recognised.',
  },
  'log-empty': {
    es: () =>
      'Todavía no se ha trabajado ningún caso de este procedimiento. Cuando se abra el primero, su registro aparece aquí solo.',
    en: () =>
      'No case of this procedure has been worked yet. When the first one is opened, its log appears here by itself.',
  },
};
