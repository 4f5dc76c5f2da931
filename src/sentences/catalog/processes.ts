import type { Language, Params } from '../../kernel/index.ts';
import { printCount } from '../print-count.ts';
import { printDate } from '../print-date.ts';
import { printInPeriod } from '../print-period.ts';
import { readNumber, readText } from '../read-param.ts';
import { capitalize } from '../sentence-case.ts';
import type { Sentences } from './sentence-entry.ts';

const given = (params: Params, name: string): string => String(params[name] ?? '');
const processes = (n: number, language: Language): string =>
  printCount(n, language === 'es' ? ['proceso', 'procesos'] : ['process', 'processes'], language);

/** `En junio de 2011, 2 de 27 procesos no cumplen; 14 no tienen indicador y 3 no tienen datos`. */
function sayMap(params: Params, language: Language): string {
  const es = language === 'es';
  const number = (name: string) => readNumber(params, name);
  const [all, failing, without, silent] = [
    number('processes'),
    number('failing'),
    number('without'),
    number('silent'),
  ];
  if (number('seen') === 0 || number('hidden') === all)
    return es
      ? `${processes(all, 'es')}. Sus cifras las ve quien responde por cada uno`
      : `${processes(all, 'en')}. Their figures are seen by whoever answers for each`;
  const period = given(params, 'period');
  const when = period === '' ? '' : `${capitalize(printInPeriod(period, language))}, `;
  const seen = all - number('hidden');
  const measured = seen - without;
  if (measured === 0)
    return es
      ? `${processes(seen, 'es')}, y todavía ninguno tiene indicador`
      : `${processes(seen, 'en')}, and none has an indicator yet`;
  const first = es
    ? failing === 0
      ? `ninguno de ${processes(measured, 'es')} con indicador incumple`
      : `${failing} de ${processes(measured, 'es')} con indicador no ${failing > 1 ? 'cumplen' : 'cumple'}`
    : `${failing === 0 ? 'none' : failing} of ${processes(measured, 'en')} with an indicator ${failing > 1 ? 'are' : 'is'} not met`;
  const rest = es
    ? [
        ...(without > 0 ? [`${without} más no ${without === 1 ? 'tiene' : 'tienen'} ninguno`] : []),
        ...(silent > 0 ? [`${silent} no ${silent === 1 ? 'tiene' : 'tienen'} datos`] : []),
      ].join(' y ')
    : [
        ...(without > 0 ? [`${without} more ${without === 1 ? 'has' : 'have'} none`] : []),
        ...(silent > 0 ? [`${silent} ${silent === 1 ? 'has' : 'have'} no data`] : []),
      ].join(' and ');
  return capitalize(`${when}${first}${rest === '' ? '' : `; ${rest}`}`);
}

const STATES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  met: { es: 'este proceso cumple', en: 'this process is met' },
  'met-with-alert': { es: 'este proceso cumple con alerta', en: 'this process is met with an alert' },
  'not-met': { es: 'este proceso no cumple', en: 'this process is not met' },
  'no-data': { es: 'este proceso no tiene datos', en: 'this process has no data' },
};

/** How one process is: its own indicators, and the complaints about it. */
function sayProcess(params: Params, language: Language): string {
  const es = language === 'es';
  const [state, period] = [readText(params, 'state'), given(params, 'period')];
  if (state === 'hidden')
    return es
      ? 'Sus cifras las ve quien responde por este proceso'
      : 'Its figures are seen by whoever answers for this process';
  const words = STATES[state]?.[language];
  if (words === undefined || period === '')
    return es ? 'Ningún indicador mide este proceso todavía' : 'No indicator measures this process yet';
  const [own, failing] = [readNumber(params, 'indicators'), readNumber(params, 'failing')];
  const complaints = readNumber(params, 'complaints');
  const count = es
    ? own === 0 || (failing === 0 && state === 'not-met')
      ? ', por lo que hay debajo de él'
      : failing === 0
        ? ''
        : `: ${failing} de ${printCount(own, ['indicador', 'indicadores'], 'es')}`
    : own === 0 || (failing === 0 && state === 'not-met')
      ? ', by what is under it'
      : failing === 0
        ? ''
        : `: ${failing} of ${printCount(own, ['indicator', 'indicators'], 'en')}`;
  const told = es
    ? printCount(complaints, ['reclamo', 'reclamos'], 'es')
    : printCount(complaints, ['complaint', 'complaints'], 'en');
  const about = complaints < 0 ? '' : es ? `; hubo ${told}` : `; there were ${told}`;
  return `${capitalize(printInPeriod(period, language))}, ${words}${count}${about}`;
}

function sayProcedure(params: Params, language: Language): string {
  const es = language === 'es';
  const [steps, actors, cases] = [
    readNumber(params, 'steps'),
    readNumber(params, 'actors'),
    readNumber(params, 'cases'),
  ];
  const what = es
    ? `${printCount(steps, ['paso', 'pasos'], 'es')} entre ${printCount(actors, ['participante', 'participantes'], 'es')}`
    : `${printCount(steps, ['step', 'steps'], 'en')} between ${printCount(actors, ['party', 'parties'], 'en')}`;
  if (readNumber(params, 'timed') === 0) return what;
  const log = given(params, `log_${language}`);
  if (log !== '') {
    const counted = printCount(cases, es ? ['caso', 'casos'] : ['case', 'cases'], language);
    const [from, to] = ['from', 'to'].map((key) => printDate(readText(params, key).slice(0, 10), language));
    return es
      ? `${what}. Bajo cada paso, el tiempo desde el anterior que la mitad de las veces no se pasó, en el registro traído «${log}»: ${counted}, del ${from} al ${to}. Aquí no hay casos atendidos con qué medirlo`
      : `${what}. Under each step, the time since the one before that was not exceeded half of the times, in the log brought “${log}”: ${counted}, from ${from} to ${to}. No case attended here measures it`;
  }
  const when = printInPeriod(readText(params, 'period'), language);
  return es
    ? `${what}. Bajo cada paso, el tiempo desde el anterior que la mitad de los casos no pasó: ${printCount(cases, ['caso abierto', 'casos abiertos'], 'es')} ${when}`
    : `${what}. Under each step, the time since the one before that half of the cases did not exceed: ${printCount(cases, ['case opened', 'cases opened'], 'en')} ${when}`;
}

/** Sentences of the process map, of a process and of its procedure. */
export const processSentences: Sentences = {
  'process-map': { es: (p) => sayMap(p, 'es'), en: (p) => sayMap(p, 'en') },
  'process-page': { es: (p) => sayProcess(p, 'es'), en: (p) => sayProcess(p, 'en') },
  'procedure-page': { es: (p) => sayProcedure(p, 'es'), en: (p) => sayProcedure(p, 'en') },
  'process-not-found': {
    es: (p) => `No hay ningún proceso «${given(p, 'process')}». Búsquelo en el mapa de procesos`,
    en: (p) => `There is no process “${given(p, 'process')}”. Look for it on the process map`,
  },
  'characterisation-line-missing': {
    es: (p) => `Falta «${given(p, 'es')}». Escríbalo y guarde de nuevo`,
    en: (p) => `“${given(p, 'en')}” is missing. Write it and save again`,
  },
  'characterisation-before-last': {
    es: (p) =>
      `La última versión rige desde el ${printDate(readText(p, 'last'), 'es')}. La nueva debe regir desde un día posterior: lo anterior queda como estuvo`,
    en: (p) =>
      `The last version holds from ${printDate(readText(p, 'last'), 'en')}. The new one has to hold from a later day: what was before stays as it was`,
  },
  'characterisation-same': {
    es: () => 'Nada cambió: es lo mismo que dice la versión vigente',
    en: () => 'Nothing changed: it says what the version in force says',
  },
  'process-name-missing': {
    es: () => 'Falta el nombre del proceso. Escríbalo como lo llaman en su institución.',
    en: () => 'The name of the process is missing. Write it as your institution calls it.',
  },
  'process-taken': {
    es: (p) => `Ya hay un proceso que se llama así: «${p['es']}». Elíjalo, o escriba otro nombre.`,
    en: (p) => `There is a process of that name already: “${p['en']}”. Choose it, or write another name.`,
  },
  'process-parent-unknown': {
    es: (p) => `«${p['parent']}» no es una familia de procesos. Elija una de la lista.`,
    en: (p) => `“${p['parent']}” is no family of processes. Choose one of the list.`,
  },
  'characterisation-moved': {
    es: () =>
      'Alguien guardó otra versión mientras usted escribía. Vuelva a cargar la página, léala y escriba sobre ella',
    en: () =>
      'Somebody saved another version while you were writing. Load the page again, read it and write upon it',
  },
  'characterisation-indicator-unknown': {
    es: (p) => `El indicador «${given(p, 'indicator')}» no existe. Elija uno de la lista`,
    en: (p) => `The indicator “${given(p, 'indicator')}” does not exist. Choose one of the list`,
  },
};
