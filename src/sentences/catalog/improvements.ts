import type { ImprovementState, Language, Params, Stage } from '../../kernel/index.ts';
import { nameInImprovement } from '../name-improvement.ts';
import { nameRule } from '../names.ts';
import { printDate } from '../print-date.ts';
import type { Sentences } from './sentence-entry.ts';

const say = (p: Params, name: string): string => String(p[name] ?? '');
const list = (p: Params, name: string): readonly string[] => {
  const value = p[name];
  return Array.isArray(value) ? value.map(String) : [];
};
const stage = (p: Params, name: string, language: Language): string =>
  nameInImprovement('stage', say(p, name) as Stage, language);
const state = (p: Params, language: Language): string =>
  nameInImprovement('state', say(p, 'state') as ImprovementState, language).toLowerCase();
const rules = (p: Params, language: Language): string =>
  list(p, 'rules')
    .map((rule) => nameRule(rule, language))
    .join('; ');
/** Who may, by name; and where nobody may, the way out. */
const freeEs = (p: Params, what: string): string =>
  list(p, 'names').length > 0
    ? `Quien puede ${what}: ${list(p, 'names').join(', ')}`
    : `Hoy nadie puede ${what}: dé el rol a otra persona, o pida a gerencia una excepción firmada y con fecha`;
const freeEn = (p: Params, what: string): string =>
  list(p, 'names').length > 0
    ? `Who may ${what}: ${list(p, 'names').join(', ')}`
    : `Nobody may ${what} today: give the role to somebody else, or ask management for a signed and dated exception`;
const quotedEs = (p: Params): string =>
  list(p, 'texts')
    .map((text) => `«${text}»`)
    .join(', ');
const quotedEn = (p: Params): string =>
  list(p, 'texts')
    .map((text) => `“${text}”`)
    .join(', ');

/** What is refused to those who open, work, decide and close improvements. */
export const improvementSentences: Sentences = {
  'improvement-not-found': {
    es: (p) => `No hay una mejora ${say(p, 'improvement')}. Búsquela en el tablero`,
    en: (p) => `There is no improvement ${say(p, 'improvement')}. Look for it on the board`,
  },
  'improvement-moved': {
    es: (p) =>
      `Alguien cambió la mejora «${say(p, 'title')}» mientras usted la miraba. Actualice la pantalla y vea qué cambió antes de seguir`,
    en: (p) =>
      `Somebody changed the improvement “${say(p, 'title')}” while you were looking at it. Refresh the screen and see what changed before going on`,
  },
  'improvement-ended': {
    es: (p) =>
      `La mejora «${say(p, 'title')}» está ${state(p, 'es')}. Vuelva a abrirla, con el motivo, para cambiarla`,
    en: (p) =>
      `The improvement “${say(p, 'title')}” is ${state(p, 'en')}. Reopen it, with the reason, to change it`,
  },
  'improvement-open': {
    es: () => 'Esta mejora sigue en curso, así que no hay nada que volver a abrir',
    en: () => 'This improvement is still under way, so there is nothing to reopen',
  },
  'improvement-needs-units': {
    es: () => 'Su rol llega a unas agencias. Diga de cuáles de ellas es esta mejora',
    en: () => 'Your role reaches some branches. Say which of them this improvement is about',
  },
  'stage-same': {
    es: (p) => `La mejora ya está en ${stage(p, 'stage', 'es')}. Elija otra etapa`,
    en: (p) => `The improvement is at ${stage(p, 'stage', 'en')} already. Choose another stage`,
  },
  'stage-needs-reason': {
    es: (p) =>
      `Pasar de ${stage(p, 'from', 'es')} a ${stage(p, 'to', 'es')} es volver atrás o saltarse una etapa. Escriba por qué`,
    en: (p) =>
      `Going from ${stage(p, 'from', 'en')} to ${stage(p, 'to', 'en')} is to go back or to leave a stage out. Write why`,
  },
  'stage-needs-decision': {
    es: () =>
      'Antes de seguir falta decidir: adoptar o adaptar la mejora. Tome la decisión, o pídala a quien la toma',
    en: () =>
      'A decision is missing before going on: to adopt or adapt the improvement. Take it, or ask whoever takes it',
  },
  'stage-owner-cannot': {
    es: (p) => `${say(p, 'name')} no llega a esta mejora con su rol. Elija a otra persona`,
    en: (p) => `${say(p, 'name')} does not reach this improvement with their role. Choose somebody else`,
  },
  'cause-not-found': {
    es: () => 'Esa causa ya no está en el análisis. Actualice la pantalla',
    en: () => 'That cause is no longer in the analysis. Refresh the screen',
  },
  'improvement-own': {
    es: (p) => `Quien abrió la mejora no la decide. ${freeEs(p, 'decidirla')}`,
    en: (p) => `Whoever opened the improvement does not decide it. ${freeEn(p, 'decide it')}`,
  },
  'decision-of-session': {
    es: () => 'Lo decidió una sesión del comité: se cambia en otra sesión, o lo cambia la gerencia.',
    en: () => 'A session of the committee decided it: another session changes it, or management does.',
  },
  'improvement-of-others': {
    es: (p) => {
      const decides = say(p, 'act') === 'decide';
      return `No le toca a su función. ${freeEs(p, decides ? 'decidirla' : 'comprobarla y cerrarla')}`;
    },
    en: (p) => {
      const decides = say(p, 'act') === 'decide';
      return `It is not for your role. ${freeEn(p, decides ? 'decide it' : 'verify and close it')}`;
    },
  },
  'postponed-without-date': {
    es: () => 'Al aplazar, diga hasta qué fecha: una que venga después de hoy',
    en: () => 'When postponing, say until which date: one after today',
  },
  'action-not-found': {
    es: () => 'Esa acción no existe. Actualice la pantalla',
    en: () => 'That action does not exist. Refresh the screen',
  },
  'action-ended': {
    es: () => 'Esa acción ya se hizo o se dejó, así que no se cambia. Escriba otra si hace falta',
    en: () =>
      'That action was done or dropped already, so it does not change. Write another if one is needed',
  },
  'action-of-another': {
    es: (p) =>
      `De «${say(p, 'text')}» responde otra persona, y ella dice que está hecha. Usted puede añadir evidencia`,
    en: (p) =>
      `Somebody else is responsible for “${say(p, 'text')}”, and they say that it is done. You may add evidence`,
  },
  'action-date-past': {
    es: (p) => `El ${printDate(say(p, 'date'), 'es')} ya pasó. Ponga una fecha de hoy en adelante`,
    en: (p) => `${printDate(say(p, 'date'), 'en')} is past. Set a date from today on`,
  },
  'action-date-same': {
    es: (p) => `La acción ya vence el ${printDate(say(p, 'date'), 'es')}. Ponga otra fecha`,
    en: (p) => `The action is due on ${printDate(say(p, 'date'), 'en')} already. Set another date`,
  },
  'responsible-cannot': {
    es: (p) =>
      `${say(p, 'name')} no puede responder por una acción de esta mejora con su rol. Elija a la supervisión de la agencia o a quien es dueño del proceso`,
    en: (p) =>
      `${say(p, 'name')} cannot be responsible for an action of this improvement with their role. Choose the supervisor of the branch or the owner of the process`,
  },
  'evidence-not-found': {
    es: () => 'Esa evidencia no existe. Actualice la pantalla',
    en: () => 'That evidence does not exist. Refresh the screen',
  },
  'evidence-accepted': {
    es: (p) => `Esa evidencia de «${say(p, 'text')}» ya se aceptó`,
    en: (p) => `That evidence of “${say(p, 'text')}” was accepted already`,
  },
  'evidence-own': {
    es: (p) => `Usted no acepta esta evidencia: ${rules(p, 'es')}. ${freeEs(p, 'aceptarla')}`,
    en: (p) => `You do not accept this evidence: ${rules(p, 'en')}. ${freeEn(p, 'accept it')}`,
  },
  'evidence-waits': {
    es: (p) => `Falta que alguien acepte la evidencia de ${quotedEs(p)}. Acéptela antes de cerrar la mejora`,
    en: (p) =>
      `The evidence of ${quotedEn(p)} waits for somebody to accept it. Accept it before closing the improvement`,
  },
  'actions-open': {
    es: (p) =>
      `Quedan acciones por hacer: ${quotedEs(p)}. Hágalas, o deje constancia de por qué no se harán, antes de cerrar`,
    en: (p) =>
      `There are actions to do: ${quotedEn(p)}. Do them, or put on record why they will not be done, before closing`,
  },
  'improvement-undecided': {
    es: () => 'La mejora no se ha decidido. Se cierra por su resultado una que se adoptó o se adaptó',
    en: () =>
      'The improvement has not been decided. One is closed by its result after it was adopted or adapted',
  },
  'improvement-unfinished': {
    es: (p) => `La mejora está en ${stage(p, 'stage', 'es')}. Llévela a Implementación antes de cerrarla`,
    en: (p) =>
      `The improvement is at ${stage(p, 'stage', 'en')}. Take it to Implementation before closing it`,
  },
  'proof-missing': {
    es: () =>
      'Una mejora se cierra solo por su indicador. Elija con qué indicador y qué meses se compara antes y después',
    en: () =>
      'An improvement is closed by its indicator alone. Choose by which indicator and which months before and after are compared',
  },
  'proof-not-enough': {
    es: (p) =>
      `El indicador no muestra todavía que la mejora funcionó: ${say(p, 'es').replace(/\.$/, '')}. Espere más meses, siga cambiando el proceso, o rechácela con su motivo`,
    en: (p) =>
      `The indicator does not show yet that the improvement worked: ${say(p, 'en').replace(/\.$/, '')}. Wait for more months, go on changing the process, or reject it with the reason`,
  },
  'verifier-barred': {
    es: (p) => `Usted no cierra esta mejora: ${rules(p, 'es')}. ${freeEs(p, 'cerrarla')}`,
    en: (p) => `You do not close this improvement: ${rules(p, 'en')}. ${freeEn(p, 'close it')}`,
  },
};
