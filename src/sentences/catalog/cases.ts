import type { Language, Params } from '../../kernel/index.ts';
import { printInstant } from '../print-date.ts';
import type { Sentences } from './sentence-entry.ts';

const say = (p: Params, name: string): string => String(p[name] ?? '');
const list = (p: Params, name: string): string => {
  const value = p[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
};
const stop = (text: string): string => text.replace(/[.\s]+$/, '');
const moment = (p: Params, language: Language): string => {
  const at = say(p, 'at');
  return at === '' ? '' : printInstant(`${at.slice(0, 16)}:00Z`, language);
};
/** A time already on the wall clock of the institution. */
const local = (p: Params, name: string, language: Language): string =>
  say(p, name) === '' ? '' : printInstant(say(p, name), language);
const whoEs = (p: Params): string => say(p, 'by') || 'Alguien';
const whoEn = (p: Params): string => say(p, 'by') || 'Somebody';

/** What is refused to those who open, work and follow cases. */
export const casesSentences: Sentences = {
  'procedure-not-found': {
    es: (p) =>
      `No hay un procedimiento «${say(p, 'procedure')}» por el que se abran casos. Elija uno de la lista`,
    en: (p) =>
      `There is no procedure “${say(p, 'procedure')}” that cases are opened by. Choose one of the list`,
  },
  'case-not-found': {
    es: (p) => `No hay ningún caso ${say(p, 'number')}. Revise el número: son letras, el año y seis cifras`,
    en: (p) => `There is no case ${say(p, 'number')}. Check the number: letters, the year and six digits`,
  },
  'case-moved': {
    es: (p) =>
      `${whoEs(p)} hizo algo con el caso ${say(p, 'number')} después de lo que usted vio (${moment(p, 'es')}). Mire cómo quedó y decida de nuevo`,
    en: (p) =>
      `${whoEn(p)} did something to case ${say(p, 'number')} after what you saw (${moment(p, 'en')}). See how it is now and decide again`,
  },
  'case-about-you': {
    es: (p) =>
      `El caso ${say(p, 'number')} se refiere, o puede referirse, a usted, así que lo debe ver otra persona. Quien supervisa puede precisar de quién se trata`,
    en: (p) =>
      `Case ${say(p, 'number')} is, or may be, about you, so somebody else has to see to it. Whoever supervises can settle whom it is about`,
  },
  'core-number-taken': {
    es: (p) =>
      `El número ${say(p, 'core_number')} del sistema central ya es del caso ${say(p, 'number')}. Revise si se equivocó de número, o siga en ese caso`,
    en: (p) =>
      `Number ${say(p, 'core_number')} of the core system is already that of case ${say(p, 'number')}. Check the number, or go on in that case`,
  },
  'case-search-by-number': {
    es: () => 'Su rol busca casos por su número, como R-2026-000001. Por cliente busca quien los atiende',
    en: () =>
      'Your role looks for cases by their number, such as R-2026-000001. Those who work them look by client',
  },
  'key-used': {
    es: () => 'Esto ya se envió antes con otros datos. Vuelva a cargar la página y empiece de nuevo',
    en: () => 'This was sent before with other data. Reload the page and begin again',
  },
  'secret-typed': {
    es: (p) =>
      say(p, 'what') === 'card'
        ? `En «${say(p, 'es')}» hay un número de tarjeta, y eso aquí no se guarda nunca. Bórrelo; si hace falta, escriba solo las cuatro últimas cifras`
        : `En «${say(p, 'es')}» parece haber una clave o un PIN, y eso aquí no se guarda nunca. Bórrelo, y pida al cliente que la cambie si la dijo`,
    en: (p) =>
      say(p, 'what') === 'card'
        ? `“${say(p, 'en')}” has a card number, and that is never kept here. Delete it; write the last four digits alone if needed`
        : `“${say(p, 'en')}” seems to have a PIN or a password, and that is never kept here. Delete it, and ask the client to change it if they told it`,
  },
  'policy-refuses': {
    es: (p) => stop(say(p, 'es')),
    en: (p) => stop(say(p, 'en')),
  },
  'field-missing': {
    es: (p) => `Falta contestar «${say(p, 'es')}»`,
    en: (p) => `“${say(p, 'en')}” still has to be answered`,
  },
  'field-unknown': {
    es: (p) => `El formulario no tiene ningún dato «${say(p, 'es')}». Vuelva a cargar la página`,
    en: (p) => `The form has no “${say(p, 'en')}”. Reload the page`,
  },
  'field-wrong': {
    es: (p) => `Lo escrito en «${say(p, 'es')}» no es de la clase que se pide. Corríjalo`,
    en: (p) => `What is in “${say(p, 'en')}” is not of the kind asked for. Correct it`,
  },
  'date-past': {
    es: (p) => `La fecha de «${say(p, 'es')}» ya pasó. Escriba la de hoy o una posterior`,
    en: (p) => `The date of “${say(p, 'en')}” is in the past. Write today's or a later one`,
  },
  'field-too-long': {
    es: (p) => `«${say(p, 'es')}» es demasiado largo. Resúmalo`,
    en: (p) => `“${say(p, 'en')}” is too long. Shorten it`,
  },
  'choice-unknown': {
    es: (p) => `En «${say(p, 'es')}» se escogió algo que no está en la lista. Escoja otra vez`,
    en: (p) => `Something that is not in the list was chosen in “${say(p, 'en')}”. Choose again`,
  },
  'paper-missing': {
    es: (p) => `Falta recibir: ${list(p, 'es')}. Sin esos papeles el caso no se abre`,
    en: (p) => `Still to be received: ${list(p, 'en')}. Without those papers the case is not opened`,
  },
  'step-missing': {
    es: (p) => `Falta confirmar el paso «${say(p, 'es')}» en su orden`,
    en: (p) => `Step “${say(p, 'en')}” has to be confirmed in its turn`,
  },
  'channel-unknown': {
    es: (p) => `No hay ningún canal «${say(p, 'channel')}». Los que hay son: ${list(p, 'channels')}`,
    en: (p) => `There is no channel “${say(p, 'channel')}”. There are: ${list(p, 'channels')}`,
  },
  'unit-unknown': {
    es: (p) => `No hay ninguna agencia «${say(p, 'unit')}» que reciba casos. Escoja una de la lista`,
    en: (p) => `There is no branch “${say(p, 'unit')}” that takes cases. Choose one of the list`,
  },
  'act-unknown': {
    es: (p) => `El procedimiento no tiene ningún acto «${say(p, 'action')}». Vuelva a cargar la página`,
    en: (p) => `The procedure has no act “${say(p, 'action')}”. Reload the page`,
  },
  'act-not-now': {
    es: (p) => `«${say(p, 'es')}» no se puede hacer con un caso en estado «${say(p, 'state_es')}»`,
    en: (p) => `“${say(p, 'en')}” cannot be done to a case in state “${say(p, 'state_en')}”`,
  },
  'act-not-yours': {
    es: (p) => `«${say(p, 'es')}» le toca a otro rol. Pídaselo a quien lo tiene`,
    en: (p) => `“${say(p, 'en')}” belongs to another role. Ask somebody who has it`,
  },
  'act-not-opener': {
    es: (p) => `«${say(p, 'es')}» no lo hace la misma persona que abrió el caso. Pídaselo a otra`,
    en: (p) => `“${say(p, 'en')}” is not done by the person who opened the case. Ask somebody else`,
  },
  'note-empty': {
    es: () => 'La nota está vacía. Escriba algo, o el número que le dio el sistema central',
    en: () => 'The note is empty. Write something, or the number the core gave it',
  },
  'batch-unknown': {
    es: (p) => `El procedimiento «${say(p, 'procedure')}» no tiene proceso nocturno`,
    en: (p) => `Procedure “${say(p, 'procedure')}” has no nightly batch`,
  },
  'batch-time-wrong': {
    es: () => 'La fecha y la hora del proceso no se entienden. Escríbalas como 2026-11-22T22:00',
    en: () => 'The date and time of the batch are not understood. Write them as 2026-11-22T22:00',
  },
  'batch-in-future': {
    es: () => 'El proceso no pudo terminar en una hora que todavía no llega. Revise la fecha y la hora',
    en: () => 'The batch cannot have ended at a time still to come. Check its date and time',
  },
  'batch-reason-missing': {
    es: (p) => `Falta el motivo por el que no entró el caso ${say(p, 'number')}`,
    en: (p) => `The reason why case ${say(p, 'number')} did not enter is missing`,
  },
  'batch-not-waiting': {
    es: (p) => `El caso ${say(p, 'number')} no es de los que esperan a este proceso. Quítelo de la lista`,
    en: (p) => `Case ${say(p, 'number')} is not one of those that wait for this batch. Take it off the list`,
  },
  'batch-too-late': {
    es: (p) =>
      `El caso ${say(p, 'number')} empezó a esperar el ${local(p, 'entered', 'es')}, después del proceso del ${local(p, 'ran', 'es')}: no pudo fallar en él. Quítelo de la lista o corrija la hora`,
    en: (p) =>
      `Case ${say(p, 'number')} began to wait on ${local(p, 'entered', 'en')}, after the batch of ${local(p, 'ran', 'en')}: it cannot have failed in it. Take it off the list or correct the time`,
  },
  'client-missing': {
    es: () => 'Falta el número de quien pide. Sin él no se abre una solicitud',
    en: () => 'The number of whoever asks is missing. No request is opened without it',
  },
  'discard-reason-missing': {
    es: () => 'Falta el motivo por el que se deja la atención. Escójalo o escríbalo',
    en: () => 'The reason why the attention is left is missing. Choose one or write it',
  },
  'reply-not-awaited': {
    es: () =>
      'En este momento no se espera nada de usted en este caso. Vuelva a verlo: puede que ya haya cambiado',
    en: () => 'Nothing is awaited from you in this case right now. See it again: it may have changed',
  },
  'reply-empty': {
    es: () => 'Escriba lo que quiere contestar',
    en: () => 'Write what you want to reply',
  },
  'replies-enough': {
    es: () =>
      'Ya escribió varias veces y lo estamos leyendo. Si hace falta algo más, se lo diremos en esta página',
    en: () =>
      'You have written several times and we are reading it. Should anything else be needed, this page will tell',
  },
  'follow-wrong': {
    es: () =>
      'No hay un caso con ese número y ese código. Revise los dos en su comprobante; si perdió el código, pregunte en su agencia con su documento',
    en: () =>
      'There is no case with that number and that code. Check both on your receipt; if you lost the code, ask at your branch with your identity document',
  },
  'rating-too-early': {
    es: () => 'Podrá calificar la atención cuando su caso tenga respuesta',
    en: () => 'You can rate the handling once your case has an answer',
  },
  'rated-already': {
    es: () => 'Ya calificó la atención de este caso. Gracias',
    en: () => 'You have rated the handling of this case already. Thank you',
  },
};
