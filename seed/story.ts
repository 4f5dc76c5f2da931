import { type ProcessId, toProcess } from './code.ts';

/** Something that was put into the demo world on purpose, to be found again by measuring. */
export interface Story {
  readonly id: string;
  /** First and last month in which it shows. */
  readonly from: string;
  readonly to: string;
  readonly process?: ProcessId;
  readonly unit?: string;
  readonly person?: string;
  readonly segment?: string;
  readonly text: { readonly es: string; readonly en: string };
}

export const OVERLOADED_UNIT = 'Guayaquil Sur';
export const SCHEDULE_CHANGE_PERSON = 'Nelson Tapia';
export const LOAN = { from: 'Quito Norte', to: 'Ibarra', person: 'Ana Almeida' } as const;
export const NO_SCHEDULE = { month: '2012-01', unit: 'Manta', person: 'Julia Vera (pasante)' } as const;
export const REAL_LIFE_MONTH = '2011-03';

/** The stories of the demo world (the large one has those of pace and load, at units of the same place). */
export const stories: readonly Story[] = [
  {
    id: 'debito-automatico-se-desvia',
    from: '2010-11',
    to: '2011-06',
    process: 'debito-automatico',
    text: {
      es: 'El débito automático tarda más cada mes durante ocho meses: de cerca de 96 % a cerca de 120 % del estándar. En julio de 2011 vuelve a 95 %.',
      en: 'Automatic debit gets slower each month for eight months: from about 96 % to about 120 % of its standard. In July 2011 it is back at 95 %.',
    },
  },
  {
    id: 'mal-mes-actualizacion-datos',
    from: '2012-02',
    to: '2012-02',
    process: 'actualizacion-datos',
    text: {
      es: 'Un solo mes malo: la actualización de datos llega a 155 % del estándar y al mes siguiente vuelve a lo habitual.',
      en: 'One bad month: data update reaches 155 % of its standard and is back to normal the month after.',
    },
  },
  {
    id: 'agencia-sobrecargada',
    from: '2011-09',
    to: '2012-02',
    unit: OVERLOADED_UNIT,
    text: {
      es: 'Las personas de una agencia trabajan cerca de 125 % de su capacidad durante seis meses.',
      en: 'The people of one agency work near 125 % of their capacity for six months.',
    },
  },
  {
    id: 'segmento-que-no-reclama',
    from: '2010-07',
    to: '2012-06',
    segment: 'rural',
    text: {
      es: 'Los clientes rurales hacen una cuarta parte de los requerimientos y ningún reclamo.',
      en: 'Rural clients make a quarter of the requests and not one complaint.',
    },
  },
  {
    id: 'abiertos-entre-meses',
    from: '2010-07',
    to: '2012-06',
    text: {
      es: 'Cada archivo mensual repite los requerimientos que quedaron abiertos en el anterior: cerrados, o todavía abiertos los que tardan más de un mes.',
      en: 'Each monthly file repeats the requests left open by the one before: closed, or still open where they take over a month.',
    },
  },
  {
    id: 'vacaciones-de-agosto',
    from: '2011-08',
    to: '2011-08',
    text: {
      es: 'Una de cada tres personas toma quince días de vacaciones en agosto (2010 y 2011); la capacidad baja y la productividad no.',
      en: 'One person in three takes fifteen days of holiday in August (2010 and 2011); capacity drops and productivity does not.',
    },
  },
  {
    id: 'cambio-de-horario',
    from: '2011-09',
    to: '2011-09',
    unit: 'Ambato',
    person: SCHEDULE_CHANGE_PERSON,
    text: {
      es: 'Una persona pasa del horario regular al especial el 15 de septiembre de 2011, a mitad del mes.',
      en: 'One person moves from the regular to the special schedule on 15 September 2011, inside the month.',
    },
  },
  {
    id: 'prestamo-a-otra-agencia',
    from: '2011-10',
    to: '2011-10',
    unit: LOAN.to,
    person: LOAN.person,
    text: {
      es: 'Una persona de Quito Norte atiende en Ibarra del 10 al 28 de octubre de 2011 y luego vuelve.',
      en: 'One person of Quito Norte works in Ibarra from 10 to 28 October 2011 and then returns.',
    },
  },
  {
    id: 'persona-sin-horario',
    from: NO_SCHEDULE.month,
    to: NO_SCHEDULE.month,
    unit: NO_SCHEDULE.unit,
    person: NO_SCHEDULE.person,
    text: {
      es: 'Una pasante atiende en Manta sin estar en la tabla de personal: no tiene productividad.',
      en: 'A trainee works in Manta without being in the staff table: no productivity for her.',
    },
  },
  {
    id: 'otra-zona-horaria',
    from: '2010-07',
    to: '2012-06',
    unit: 'Puerto Ayora',
    text: {
      es: 'Una agencia está en Galápagos, una hora antes que el continente.',
      en: 'One agency is in the Galapagos, one hour behind the mainland.',
    },
  },
  {
    id: 'archivo-de-la-vida-real',
    from: REAL_LIFE_MONTH,
    to: REAL_LIFE_MONTH,
    text: {
      es: 'Un mes llega como lo exporta una hoja de cálculo: Windows-1252, punto y coma, coma decimal, encabezados en español, día/mes/año y hora aparte, títulos arriba y una fila TOTAL abajo.',
      en: 'One month comes as a spreadsheet exports it: Windows-1252, semicolons, decimal comma, Spanish headers, day/month/year and hour apart, titles above and a TOTAL row below.',
    },
  },
];

const DRIFT = ['2010-11', '2010-12', '2011-01', '2011-02', '2011-03', '2011-04', '2011-05', '2011-06'];

/** Share of its standard that a process aims at in a month: 1.1 is ten per cent too slow. */
export function toPace(process: number, month: string): number {
  switch (process) {
    case toProcess('actualizacion-datos'):
      if (month === '2012-02') return 1.55;
      return month >= '2011-04' && month <= '2011-08' ? 1.1 : 0.97;
    case toProcess('prestamo-inmediato'):
      return 0.95;
    case toProcess('entrega-pin'):
      return month <= '2011-08' ? 1.08 : 0.96;
    case toProcess('debito-automatico'): {
      const step = DRIFT.indexOf(month);
      return step >= 0 ? 0.94 + (0.23 * step) / 7 : month < '2010-11' ? 0.92 : 0.95;
    }
    default:
      return 0.9;
  }
}

/** Share of the statements that come back. */
export function toUndelivered(month: string): number {
  return month >= '2011-02' && month <= '2011-08' ? 0.07 : 0.045;
}

/** Complaints of cards not activated for each card issued. */
export function toNotActivated(month: string): number {
  return month <= '2011-09' ? 0.03 : 0.02;
}

/** Whether the overloaded agency is so in a month. */
export function isOverloaded(month: string): boolean {
  return month >= '2011-09' && month <= '2012-02';
}
