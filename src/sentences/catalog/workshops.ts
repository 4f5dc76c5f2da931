import { printDate } from '../print-date.ts';
import type { Sentences } from './sentence-entry.ts';

/** Workshops: what is refused of planning, attendance and test. */
export const workshopSentences: Sentences = {
  'workshop-not-found': {
    es: () => 'Ese taller no existe. Vuelva a la lista de talleres y ábralo desde ahí.',
    en: () => 'There is no such workshop. Go back to the list of workshops and open it from there.',
  },
  'workshop-cancelled': {
    es: ({ topic }) => `El taller «${topic}» se suspendió y ya no cambia. Planee otro.`,
    en: ({ topic }) => `The workshop “${topic}” was cancelled and changes no more. Plan another one.`,
  },
  'workshop-held': {
    es: ({ topic }) =>
      `El taller «${topic}» ya se dio: tiene asistencia anotada, así que no se puede suspender.`,
    en: ({ topic }) => `The workshop “${topic}” was held: attendance is recorded, so it cannot be cancelled.`,
  },
  'workshop-not-yet': {
    es: ({ date }) =>
      `Este taller es el ${printDate(String(date), 'es')}: la asistencia se anota desde ese día.`,
    en: ({ date }) =>
      `This workshop is on ${printDate(String(date), 'en')}: attendance is recorded from that day on.`,
  },
  'workshop-own-test': {
    es: () =>
      'Usted planeó este taller y conoce las respuestas: su prueba no contaría. Que la hagan quienes vinieron.',
    en: () =>
      'You planned this workshop and know the answers: your test would not count. Let those who came take it.',
  },
  'workshop-not-attended': {
    es: ({ topic }) =>
      `Usted no consta entre quienes vinieron al taller «${topic}». Si vino, pida a quien lo dio que anote su asistencia.`,
    en: ({ topic }) =>
      `You are not among those who came to the workshop “${topic}”. If you came, ask whoever held it to record it.`,
  },
  'workshop-test-taken': {
    es: ({ topic }) => `Usted ya hizo la prueba del taller «${topic}»: se hace una sola vez.`,
    en: ({ topic }) => `You have taken the test of the workshop “${topic}”: it is taken once.`,
  },
  'workshop-answers-missing': {
    es: () => 'Falta responder alguna pregunta. Elija una respuesta en cada una y envíe otra vez.',
    en: () => 'Some question has no answer. Choose one in each and send again.',
  },
  'workshop-test-shape': {
    es: () =>
      'La prueba lleva de tres a cinco preguntas, o ninguna; cada una con dos respuestas distintas o más y una sola correcta.',
    en: () =>
      'The test has three to five questions, or none; each with two different answers or more and a single right one.',
  },
  'workshop-points-wrong': {
    es: ({ name, of }) => `Los aciertos de ${name} van de 0 a ${of}, y solo se anotan de quien vino.`,
    en: ({ name, of }) => `The right answers of ${name} go from 0 to ${of}, and only for who came.`,
  },
  'workshop-nobody': {
    es: () => 'La lista está vacía. Marque quién vino, o escriba los nombres de quienes no tienen cuenta.',
    en: () => 'The list is empty. Mark who came, or write the names of those without an account.',
  },
  'workshop-name-twice': {
    es: ({ name }) => `${name} está dos veces en la lista. Deje una.`,
    en: ({ name }) => `${name} is twice on the list. Leave one.`,
  },
};
