import type { Language, Params } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

/** Parts of a procedure with their article, and the same as many. */
const PARTS: Readonly<Record<string, Readonly<Record<Language, readonly [string, string]>>>> = {
  action: { es: ['una acción', 'las acciones'], en: ['an action', 'the actions'] },
  actor: { es: ['un actor', 'los actores'], en: ['an actor', 'the actors'] },
  node: { es: ['un nodo', 'los nodos'], en: ['a node', 'the nodes'] },
  state: { es: ['un estado', 'los estados'], en: ['a state', 'the states'] },
  step: { es: ['un paso', 'los pasos'], en: ['a step', 'the steps'] },
};

const TYPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  boolean: { es: 'sí o no', en: 'yes or no' },
  choice: { es: 'opciones', en: 'choices' },
  date: { es: 'fecha', en: 'date' },
  integer: { es: 'número entero', en: 'whole number' },
  'long-text': { es: 'texto largo', en: 'long text' },
  money: { es: 'dinero', en: 'money' },
  staff: { es: 'persona de la institución', en: 'person of the staff' },
  text: { es: 'texto', en: 'text' },
};

function text(params: Params, name: string): string {
  const value = params[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

function type(params: Params, language: Language): string {
  return TYPES[text(params, 'type')]?.[language] ?? text(params, 'type');
}

function part(params: Params, language: Language): readonly [string, string] {
  return PARTS[text(params, 'part')]?.[language] ?? [text(params, 'part'), text(params, 'part')];
}

const EXAMPLES: Readonly<Record<string, string>> = { h: '24 h', min: '6', days: '15' };

/** What can be wrong in a procedure, in the cases worked by it, in a deadline and in the map of processes. */
export const procedureSentences: Sentences = {
  // The document.
  'not-in-procedure': {
    es: (p) =>
      text(p, 'names') === ''
        ? `«${text(p, 'name')}» no es ${part(p, 'es')[0]} de este procedimiento, que todavía no tiene ${part(p, 'es')[1].replace(/^l[ao]s /, '')}; escriba eso primero`
        : `«${text(p, 'name')}» no es ${part(p, 'es')[0]} de este procedimiento; ${part(p, 'es')[1]} son: ${text(p, 'names')}`,
    en: (p) =>
      text(p, 'names') === ''
        ? `“${text(p, 'name')}” is not ${part(p, 'en')[0]} of this procedure, which has no ${part(p, 'en')[1].replace('the ', '')} yet; write them first`
        : `“${text(p, 'name')}” is not ${part(p, 'en')[0]} of this procedure; ${part(p, 'en')[1]} are: ${text(p, 'names')}`,
  },
  'name-twice': {
    es: (p) => `«${text(p, 'name')}» ya es el nombre de otro en este procedimiento; cambie uno de los dos`,
    en: (p) => `“${text(p, 'name')}” is already the name of another in this procedure; change one of the two`,
  },
  'node-without-kind': {
    es: (p) =>
      `no se sabe qué es este nodo; empiece con una de estas palabras y su nombre: ${text(p, 'kinds')} (por ejemplo «step: informa»)`,
    en: (p) =>
      `it is not known what this node is; begin with one of these words and its name: ${text(p, 'kinds')} (for example “step: informa”)`,
  },
  'procedure-without-node': {
    es: (p) =>
      text(p, 'kind') === 'start'
        ? 'el procedimiento no dice con qué empieza; añada un nodo «start»'
        : 'el procedimiento no dice con qué termina; añada un nodo «end»',
    en: (p) =>
      text(p, 'kind') === 'start'
        ? 'the procedure does not say what it begins with; add a node “start”'
        : 'the procedure does not say what it ends with; add a node “end”',
  },
  'two-starts': {
    es: () => 'el procedimiento tiene más de un comienzo; deje uno y convierta los otros en pasos',
    en: () => 'the procedure has more than one beginning; leave one and make the others steps',
  },
  'leads-to-start': {
    es: (p) =>
      `no se puede volver al comienzo «${text(p, 'node')}»; lleve al primer paso o a la primera decisión`,
    en: (p) =>
      `one cannot go back to the beginning “${text(p, 'node')}”; lead to the first step or the first decision`,
  },
  'decision-with-one-branch': {
    es: (p) => `la decisión «${text(p, 'node')}» tiene una sola respuesta; añada la otra o hágala un paso`,
    en: (p) => `the decision “${text(p, 'node')}” has a single answer; add the other or make it a step`,
  },
  'procedure-runs-out': {
    es: (p) =>
      `después de «${text(p, 'node')}» no hay nada escrito; diga a dónde sigue con «next» o añada un nodo «end»`,
    en: (p) =>
      `nothing is written after “${text(p, 'node')}”; say where it goes on with “next” or add a node “end”`,
  },
  'node-not-reached': {
    es: (p) => `ningún camino desde el comienzo llega a «${text(p, 'node')}»; enlácelo con «next» o quítelo`,
    en: (p) => `no way from the beginning comes to “${text(p, 'node')}”; lead to it with “next” or remove it`,
  },
  'activity-of-two-steps': {
    es: (p) =>
      `«${text(p, 'name')}» nombra a la vez los pasos «${text(p, 'first')}» y «${text(p, 'second')}», y en un registro no se sabría cuál fue; dé a cada uno su nombre`,
    en: (p) =>
      `“${text(p, 'name')}” names both the steps “${text(p, 'first')}” and “${text(p, 'second')}”, and in a log one could not tell which it was; give each its own name`,
  },

  // What is asked.
  'bad-field-id': {
    es: (p) =>
      `«${text(p, 'value')}» no sirve como nombre de un campo; use minúsculas sin tilde, números y guion bajo, y ninguna palabra de las condiciones`,
    en: (p) =>
      `“${text(p, 'value')}” cannot name a field; use lower case without accents, digits and low lines, and no word of the conditions`,
  },
  'only-for-choices': {
    es: (p) => `«${text(p, 'name')}» es solo para un campo de opciones; quítelo o escriba «type: choice»`,
    en: (p) => `“${text(p, 'name')}” is only for a field of choices; remove it or write “type: choice”`,
  },
  'agreed-field-of-other-type': {
    es: (p) =>
      `el programa lee el campo «${text(p, 'field')}» y espera que sea de ${type(p, 'es')} (${text(p, 'type')}); cambie el tipo o dele otro nombre`,
    en: (p) =>
      `the program reads the field “${text(p, 'field')}” and expects it to be of ${type(p, 'en')} (${text(p, 'type')}); change the type or give it another name`,
  },
  'agreed-field-of-other-choices': {
    es: (p) =>
      `el programa lee el campo «${text(p, 'field')}» y no conoce la opción «${text(p, 'value')}»; conoce: ${text(p, 'choices')}`,
    en: (p) =>
      `the program reads the field “${text(p, 'field')}” and does not know the choice “${text(p, 'value')}”; it knows: ${text(p, 'choices')}`,
  },
  'field-of-two-types': {
    es: (p) =>
      `«${text(p, 'field')}» es de ${type(p, 'es')} en otra parte del procedimiento, y un campo tiene un solo tipo; póngale el mismo o cámbiele el nombre`,
    en: (p) =>
      `“${text(p, 'field')}” is of ${type(p, 'en')} elsewhere in the procedure, and a field has one type; give it the same or another name`,
  },
  'unknown-in-promise': {
    es: (p) =>
      `la promesa nombra «${text(p, 'name')}» entre llaves, y no es un campo; entre llaves puede ir: ${text(p, 'known')}`,
    en: (p) =>
      `the promise names “${text(p, 'name')}” between braces, and it is no field; between braces may stand: ${text(p, 'known')}`,
  },
  'bad-prefix': {
    es: (p) =>
      `«${text(p, 'value')}» no sirve para empezar los números de los casos; use de una a cuatro letras mayúsculas, por ejemplo R`,
    en: (p) =>
      `“${text(p, 'value')}” cannot begin the numbers of the cases; use one to four capital letters, for example R`,
  },

  // How it flows.
  'waits-without-waiting': {
    es: (p) =>
      `«${text(p, 'state')}» dice qué se espera, pero su reloj no espera; escriba «clock: waits» o quite «waits_for»`,
    en: (p) =>
      `“${text(p, 'state')}” says what is waited for, but its clock does not wait; write “clock: waits” or remove “waits_for”`,
  },
  'final-state-with-clock': {
    es: (p) => `en «${text(p, 'state')}» ya no queda nada por hacer, y su reloj debe estar detenido`,
    en: (p) => `in “${text(p, 'state')}” nothing more is to be done, and its clock must be stopped`,
  },
  'case-without-end': {
    es: () => 'ningún estado termina el caso; escriba «final: true» en el estado con que se cierra',
    en: () => 'no state ends the case; write “final: true” in the state that closes it',
  },
  'state-not-reached': {
    es: (p) => `ninguna acción lleva al estado «${text(p, 'state')}»; añada una que lleve a él o quítelo`,
    en: (p) => `no action leads to the state “${text(p, 'state')}”; add one that does or remove it`,
  },
  'state-without-way-out': {
    es: (p) =>
      `desde el estado «${text(p, 'state')}» ningún camino lleva a cerrar el caso; añada una acción que salga de él`,
    en: (p) =>
      `from the state “${text(p, 'state')}” no way leads to closing the case; add an action out of it`,
  },
  'bad-hour-of-day': {
    es: (p) => `«${text(p, 'value')}» no es una hora del día; escriba por ejemplo '22:00'`,
    en: (p) => `“${text(p, 'value')}” is not an hour of the day; write for example '22:00'`,
  },
  'action-not-of-batch': {
    es: (p) =>
      `el proceso nocturno no puede hacer «${text(p, 'action')}»; añada «batch» a quienes la hacen («by»)`,
    en: (p) => `the nightly batch may not do “${text(p, 'action')}”; add “batch” to those who do it (“by”)`,
  },
  'action-not-from-state': {
    es: (p) =>
      `«${text(p, 'action')}» no sale del estado «${text(p, 'state')}», cuyos casos toma el proceso nocturno; añádalo a su «from»`,
    en: (p) =>
      `“${text(p, 'action')}” does not start from the state “${text(p, 'state')}”, whose cases the nightly batch takes; add it to its “from”`,
  },

  // Deadlines.
  'deadline-without-amount': {
    es: (p) =>
      `el plazo no dice cuánto es, o lo dice de dos maneras; escriba una sola de: ${text(p, 'counts')}`,
    en: (p) =>
      `the deadline does not say how long it is, or says it in two ways; write only one of: ${text(p, 'counts')}`,
  },
  'bad-deadline-amount': {
    es: (p) =>
      `«${text(p, 'value')}» no es un plazo; escriba un número entero de 1 a ${text(p, 'most')}, por ejemplo ${EXAMPLES[text(p, 'unit')] ?? ''}`,
    en: (p) =>
      `“${text(p, 'value')}” is not a deadline; write a whole number from 1 to ${text(p, 'most')}, for example ${EXAMPLES[text(p, 'unit')] ?? ''}`,
  },
  'bad-country': {
    es: (p) => `«${text(p, 'value')}» no es un país en dos letras mayúsculas; escriba por ejemplo EC`,
    en: (p) => `“${text(p, 'value')}” is not a country in two capital letters; write for example EC`,
  },
  'ends-before-it-begins': {
    es: (p) =>
      `termina el ${text(p, 'until')}, antes de empezar el ${text(p, 'from')}; corrija una de las dos fechas`,
    en: (p) =>
      `it ends on ${text(p, 'until')}, before it begins on ${text(p, 'from')}; correct one of the two dates`,
  },

  // The map.
  'process-under-cycle': {
    es: (p) =>
      `en el mapa «${text(p, 'process')}» termina debajo de sí mismo (${text(p, 'trail')}); corrija «under»`,
    en: (p) =>
      `on the map “${text(p, 'process')}” ends up under itself (${text(p, 'trail')}); correct “under”`,
  },
};
