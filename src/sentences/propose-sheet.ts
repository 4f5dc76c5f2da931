import type { FormKind, LocalText } from '../kernel/index.ts';

/** Words of a sheet that a person may keep or change, so that nobody is stopped by an empty field. */
export interface ProposedWords {
  readonly objective: LocalText;
  readonly aspect: LocalText;
  readonly source: LocalText;
  readonly supplier: LocalText;
  readonly responsible: LocalText;
  readonly users: LocalText;
  readonly variables: readonly { readonly name: string; readonly text: LocalText }[];
  readonly met: LocalText;
  readonly not_met: LocalText;
}

interface KindWords {
  readonly objective: LocalText;
  readonly aspect: LocalText;
  readonly met: LocalText;
  readonly not_met: LocalText;
  readonly variables: readonly { readonly name: string; readonly text: LocalText }[];
}

const BY_KIND: Readonly<Record<FormKind, KindWords>> = {
  plazo: {
    objective: {
      es: 'Comprobar que lo que pide el cliente termina dentro del plazo ofrecido.',
      en: 'To check that what the client asks for ends within the promised term.',
    },
    aspect: { es: 'Oportunidad del servicio', en: 'Timeliness of service' },
    met: {
      es: 'En promedio, se termina dentro del plazo ofrecido.',
      en: 'On average it ends within the promised term.',
    },
    not_met: {
      es: 'En promedio, se tarda más de lo ofrecido. Busque en qué paso se espera.',
      en: 'On average it takes longer than promised. Look for the step where it waits.',
    },
    variables: [
      { name: 'inicio', text: { es: 'Momento en que empieza', en: 'Moment it starts' } },
      { name: 'fin', text: { es: 'Momento en que termina', en: 'Moment it ends' } },
    ],
  },
  efectividad: {
    objective: {
      es: 'Comprobar que los casos terminan como se espera.',
      en: 'To check that cases end as expected.',
    },
    aspect: { es: 'Calidad del servicio', en: 'Quality of service' },
    met: { es: 'Los casos terminan como se espera.', en: 'Cases end as expected.' },
    not_met: {
      es: 'Más casos fallan de lo admitido. Sepárelos por motivo y por agencia antes de decidir.',
      en: 'More cases fail than accepted. Separate them by reason and by branch before deciding.',
    },
    variables: [
      {
        name: 'cumplen',
        text: { es: 'Casos del período que cumplen', en: 'Cases of the period that comply' },
      },
      { name: 'total', text: { es: 'Todos los casos del período', en: 'All the cases of the period' } },
    ],
  },
  productividad: {
    objective: {
      es: 'Saber cuánto de la capacidad instalada se ocupa en atender a los clientes.',
      en: 'To know how much of the installed capacity goes into serving clients.',
    },
    aspect: { es: 'Uso de la capacidad de atención', en: 'Use of service capacity' },
    met: {
      es: 'La capacidad se ocupa dentro de lo esperado.',
      en: 'Capacity is used within what is expected.',
    },
    not_met: {
      es: 'Sobra capacidad. Averigüe por qué antes de concluir.',
      en: 'There is idle capacity. Find out why before concluding.',
    },
    variables: [
      {
        name: 'minutos_trabajados',
        text: { es: 'Minutos de atención del período', en: 'Handling minutes of the period' },
      },
      {
        name: 'capacidad_instalada',
        text: {
          es: 'Minutos productivos según los horarios, menos las ausencias',
          en: 'Productive minutes by schedule, less absences',
        },
      },
    ],
  },
  volumen: {
    objective: {
      es: 'Saber cuánto se hace en el período.',
      en: 'To know how much is done in the period.',
    },
    aspect: { es: 'Actividad del servicio', en: 'Activity of the service' },
    met: { es: 'El volumen es el esperado.', en: 'The volume is the expected one.' },
    not_met: {
      es: 'El volumen se aparta de lo esperado. Compare con los meses anteriores y entre agencias.',
      en: 'The volume departs from what is expected. Compare with earlier months and among branches.',
    },
    variables: [{ name: 'casos', text: { es: 'Casos del período', en: 'Cases of the period' } }],
  },
  razon: {
    objective: {
      es: 'Saber cuánto de una cosa hay por cada una de la otra.',
      en: 'To know how much there is of one thing for each of the other.',
    },
    aspect: { es: 'Resultado del proceso', en: 'Result of the process' },
    met: { es: 'La relación es la esperada.', en: 'The ratio is the expected one.' },
    not_met: {
      es: 'La relación se aparta de lo esperado. Mire cuál de las dos partes cambió.',
      en: 'The ratio departs from what is expected. Look at which of the two parts changed.',
    },
    variables: [
      { name: 'arriba', text: { es: 'Lo que va arriba de la división', en: 'What stands above the line' } },
      { name: 'abajo', text: { es: 'Lo que va debajo de la división', en: 'What stands below the line' } },
    ],
  },
};

/**
 * Words to begin a sheet with, by kind and data set: true enough to measure with, and meant to be
 * changed by who knows the process.
 */
export function proposeSheet(kind: FormKind, dataset: LocalText): ProposedWords {
  return {
    ...BY_KIND[kind],
    source: { es: `Registro: ${dataset.es.toLowerCase()}`, en: `Record: ${dataset.en.toLowerCase()}` },
    supplier: { es: 'Área que lleva el registro', en: 'Area that keeps the record' },
    responsible: { es: 'Jefe de agencia', en: 'Branch manager' },
    users: {
      es: 'Gerencia y dueño del proceso, en los cinco primeros días laborables del mes siguiente',
      en: 'Management and process owner, within the first five working days of the next month',
    },
  };
}
