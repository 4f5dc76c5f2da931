import type { Language, Params } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is asked for at each field of the form; the numbers of a path are left out. */
const FIELDS: Words = {
  name: { es: 'póngale un nombre', en: 'give it a name' },
  objective: { es: 'diga para qué se mide', en: 'say what it is measured for' },
  aspect: { es: 'diga a qué aspecto del negocio sirve', en: 'say which aspect of the business it serves' },
  process: { es: 'elija el proceso', en: 'choose the process' },
  dataset: { es: 'elija los datos', en: 'choose the data' },
  date: {
    es: 'elija la fecha que pone cada caso en un mes',
    en: 'choose the date that puts each case in a month',
  },
  source: { es: 'diga de dónde salen los datos', en: 'say where the data come from' },
  supplier: { es: 'diga quién entrega los datos', en: 'say who supplies the data' },
  responsible: { es: 'diga quién responde por el resultado', en: 'say who answers for the result' },
  users: { es: 'diga quién recibe el resultado y cuándo', en: 'say who receives the result and when' },
  scope: { es: 'complete o quite esta condición', en: 'complete or remove this condition' },
  where: { es: 'complete o quite esta condición', en: 'complete or remove this condition' },
  'calculation.measure': { es: 'elija qué tiempo se mide', en: 'choose which time is measured' },
  'calculation.measure.from': { es: 'elija la fecha en que empieza', en: 'choose the date it starts' },
  'calculation.measure.to': { es: 'elija la fecha en que termina', en: 'choose the date it ends' },
  'calculation.test': {
    es: 'diga qué condición debe cumplir un caso',
    en: 'say which condition a case must fulfil',
  },
  'calculation.minutes': {
    es: 'elija la columna con los minutos de atención',
    en: 'choose the column with the handling minutes',
  },
  'calculation.column': {
    es: 'elija qué columna se suma o promedia',
    en: 'choose the column to sum or average',
  },
  'calculation.above': {
    es: 'elija qué se cuenta o suma arriba',
    en: 'choose what is counted or added above',
  },
  'calculation.below': {
    es: 'elija qué se cuenta o suma abajo',
    en: 'choose what is counted or added below',
  },
  standards: { es: 'escriba el estándar', en: 'write the standard' },
  'standards.from': { es: 'escriba desde qué fecha rige', en: 'write the date it holds from' },
  'standards.floor': { es: 'escriba el mínimo', en: 'write the least' },
  'standards.ceiling': { es: 'escriba el máximo', en: 'write the most' },
  'standards.limit': { es: 'escriba el plazo de cada caso', en: 'write the term of each case' },
  except: { es: 'diga qué casos quedan fuera', en: 'say which cases stay out' },
  'except.text': { es: 'diga por qué quedan fuera', en: 'say why they stay out' },
  variables: {
    es: 'explique con palabras lo que entra en la fórmula',
    en: 'explain in words what enters the formula',
  },
  'interpretation.met': { es: 'diga qué significa que se cumpla', en: 'say what it means when it is met' },
  'interpretation.not_met': {
    es: 'diga qué significa que no se cumpla',
    en: 'say what it means when it is not met',
  },
};

function fieldOf(params: Params, language: Language): string {
  const path = String(params['field'] ?? '').replaceAll(/\.\d+(?=\.|$)/g, '');
  for (let name = path; name !== ''; name = name.includes('.') ? name.replace(/\.[^.]*$/, '') : '') {
    const words = FIELDS[name]?.[language];
    if (words !== undefined) return words;
  }
  return language === 'es' ? 'falta escribir algo aquí' : 'something is to be written here';
}

const CHANGES: Words = {
  formula: { es: 'la fórmula', en: 'the formula' },
  population: { es: 'qué casos cuentan', en: 'which cases count' },
  except: { es: 'qué casos quedan fuera', en: 'which cases stay out' },
  date: { es: 'la fecha que los pone en un mes', en: 'the date that puts them in a month' },
  standards: { es: 'un estándar de antes de hoy', en: 'a standard from before today' },
};

function changesOf(params: Params, language: Language): string {
  const { changes } = params;
  const names = Array.isArray(changes) ? changes.map(String) : [String(changes ?? '')];
  return names.map((name) => CHANGES[name]?.[language] ?? name).join(', ');
}

const UNITS: Words = {
  h: { es: 'h de reloj', en: 'h by the clock' },
  min: { es: 'min de reloj', en: 'min by the clock' },
  s: { es: 's de reloj', en: 's by the clock' },
  day: { es: 'días de reloj', en: 'days by the clock' },
  working_h: { es: 'horas laborables', en: 'working hours' },
  working_min: { es: 'minutos laborables', en: 'working minutes' },
};

function unitOf(params: Params, language: Language): string {
  const unit = String(params['unit'] ?? '');
  return UNITS[unit]?.[language] ?? unit;
}

function named(params: Params, language: Language): string {
  return String(params[language] ?? params['indicator'] ?? '');
}

/** What can be wrong when an indicator is made by a form, copied, retired or taken from the examples. */
export const authoringSentences: Sentences = {
  'form-missing': { es: (p) => fieldOf(p, 'es'), en: (p) => fieldOf(p, 'en') },
  'form-limit-other-clock': {
    es: (p) =>
      p['working'] === 'yes'
        ? `se mide tiempo laborable y el plazo son ${p['number']} ${unitOf(p, 'es')}, que corren también de noche y en feriados: no es lo mismo. Escriba el plazo en horas laborables, o mida con el reloj`
        : `se mide con el reloj y el plazo son ${p['number']} ${unitOf(p, 'es')}, que solo corren con la agencia abierta: no es lo mismo. Escriba el plazo en horas de reloj, o mida el tiempo laborable`,
    en: (p) =>
      p['working'] === 'yes'
        ? `working time is measured and the term is ${p['number']} ${unitOf(p, 'en')}, which also pass at night and on holidays: not the same. Write the term in working hours, or measure by the clock`
        : `the clock is measured and the term is ${p['number']} ${unitOf(p, 'en')}, which only pass while the branch is open: not the same. Write the term in hours by the clock, or measure working time`,
  },
  'form-limit-working-days': {
    es: (p) =>
      `${p['number']} días laborables no son ${p['number']} días de reloj (48 h no es 2 días laborables)${
        p['hours']
          ? `: con ${p['day']} h de atención por día son ${p['hours']} horas laborables`
          : ': multiplique por las horas de atención de un día y escríbalo en horas laborables'
      }${p['working'] === 'yes' ? '' : '. Elija también medir el tiempo laborable'}`,
    en: (p) =>
      `${p['number']} working days are not ${p['number']} days by the clock (48 h is not 2 working days)${
        p['hours']
          ? `: at ${p['day']} opening hours a day they are ${p['hours']} working hours`
          : ': multiply by the opening hours of a day and write it in working hours'
      }${p['working'] === 'yes' ? '' : '. Choose to measure working time too'}`,
  },
  'form-code-taken': {
    es: (p) => `el código ${p['code']} ya es de «${p['es']}»; escriba otro`,
    en: (p) => `the code ${p['code']} is that of “${p['en']}” already; write another`,
  },
  'form-changes-past': {
    es: (p) =>
      `cambia ${changesOf(p, 'es')}, y con eso lo ya dicho de meses anteriores. Si el estándar es nuevo, dele una fecha desde el ${p['today']}; si mide otra cosa, guárdelo como indicador nuevo; si corrige un error, escriba el motivo y otra persona lo aprueba`,
    en: (p) =>
      `it changes ${changesOf(p, 'en')}, and with it what was already said of earlier months. If the standard is new, give it a date from ${p['today']} on; if it measures something else, save it as a new indicator; if it corrects a mistake, write the reason and somebody else approves it`,
  },
  'form-two-deciders': {
    es: (p) =>
      `cambia ${changesOf(p, 'es')} de meses anteriores: cómo se cuenta lo aprueba el dueño del proceso, y el estándar la gerencia. Guárdelo en dos pasos, primero uno y luego el otro`,
    en: (p) =>
      `it changes ${changesOf(p, 'en')} of earlier months: how it is counted is approved by the process owner, and the standard by management. Save it in two steps, one after the other`,
  },
  'indicator-retired': {
    es: () =>
      'hubo un indicador con ese nombre y está fuera de uso; póngalo en uso otra vez, o use otro nombre',
    en: () =>
      'there was an indicator of that name and it is out of use; put it back in use, or use another name',
  },
  'retire-changes-past': {
    es: () =>
      'este indicador ocupa el lugar de otro que dice algo distinto de meses anteriores; cámbielo hasta que diga lo mismo, y así lo aprueba otra persona',
    en: () =>
      'this indicator takes the place of another that says something else of earlier months; change it until it says the same, so that somebody else approves it',
  },
  'indicator-waits': {
    es: () =>
      'este indicador tiene un cambio que espera decisión; espérela, o retire la propuesta antes de hacer otro',
    en: () =>
      'this indicator has a change that waits for a decision; wait for it, or withdraw the proposal before making another',
  },
  'text-of-other-indicator': {
    es: (p) =>
      `este archivo es de «${p['id']}» y aquí dice «${p['found']}»; para hacer otro indicador, cópielo`,
    en: (p) =>
      `this file is that of “${p['id']}” and here it says “${p['found']}”; to make another indicator, copy it`,
  },
  'indicator-name-unusable': {
    es: (p) => `con «${p['name']}» no se puede hacer un nombre de archivo; use letras o números`,
    en: (p) => `no file name can be made of “${p['name']}”; use letters or digits`,
  },
  'indicator-exists': {
    es: (p) => `ya hay un indicador «${named(p, 'es')}»; use otro nombre, o ábralo para cambiarlo`,
    en: (p) => `there is an indicator “${named(p, 'en')}” already; use another name, or open it to change it`,
  },
  'indicator-changed-meanwhile': {
    es: () =>
      'alguien cambió este indicador después de que usted lo abrió; ábralo otra vez y repita su cambio sobre lo nuevo',
    en: () =>
      'somebody changed this indicator after you opened it; open it again and repeat your change on what is new',
  },
  'indicator-not-own': {
    es: () =>
      'este indicador viene con un paquete y no se retira desde aquí; solo se retiran los del contenido propio',
    en: () => 'this indicator comes with a pack and is not retired here; only those of the own content are',
  },
  'indicator-not-retired': {
    es: (p) => `no hay un indicador retirado «${p['indicator']}»; vea la lista de retirados`,
    en: (p) => `there is no retired indicator “${p['indicator']}”; see the list of retired ones`,
  },
  'service-not-measurable': {
    es: (p) =>
      `el plazo de «${named(p, 'es')}» ya se mide, o ese servicio no está en los datos; vuelva a abrir la lista`,
    en: (p) =>
      `the term of “${named(p, 'en')}” is measured already, or that service is not in the data; open the list again`,
  },
  'service-term-wrong': {
    es: (p) =>
      `«${p['number']}» no sirve como plazo de «${named(p, 'es')}»: escriba un número mayor que cero, como 48 o 1,5`,
    en: (p) =>
      `“${p['number']}” is no term for “${named(p, 'en')}”: write a number above zero, such as 48 or 1.5`,
  },
  'indicator-needed': {
    es: (p) => `otro archivo lo necesita (${p['file']}); cambie primero ese`,
    en: (p) => `another file needs it (${p['file']}); change that one first`,
  },
  'retire-without-reason': {
    es: () => 'escriba por qué se retira: queda en el registro',
    en: () => 'write why it is retired: it is kept on record',
  },
  'column-unknown': {
    es: (p) =>
      `los datos «${p['dataset']}» no tienen una columna «${p['column']}»${p['hint'] ? `; quizá «${p['hint']}»` : ''}`,
    en: (p) =>
      `the data “${p['dataset']}” have no column “${p['column']}”${p['hint'] ? `; perhaps “${p['hint']}”` : ''}`,
  },
  'example-not-found': {
    es: (p) =>
      `no hay un ejemplo «${p['example']}»${p['hint'] ? `; quizá «${p['hint']}»` : '; vea la lista de ejemplos'}`,
    en: (p) =>
      `there is no example “${p['example']}”${p['hint'] ? `; perhaps “${p['hint']}”` : '; see the list of examples'}`,
  },
};
