import type { ColumnType, Language } from '../../kernel/index.ts';

/** Words of an empty file to fill. */
export const TEMPLATE_WORDS = {
  es: {
    sheet: 'Columnas',
    column: 'Columna',
    what: 'Qué se escribe',
    required: '¿Obligatoria?',
    example: 'Ejemplo',
    allowed: 'Valores admitidos',
    yes: 'sí',
    no: 'no',
    key: 'identifica la fila',
    key_part: 'parte de lo que identifica la fila',
  },
  en: {
    sheet: 'Columns',
    column: 'Column',
    what: 'What to write',
    required: 'Required?',
    example: 'Example',
    allowed: 'Allowed values',
    yes: 'yes',
    no: 'no',
    key: 'identifies the row',
    key_part: 'part of what identifies the row',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** What is written in a column of each type. */
export const TYPE_WORDS: Readonly<Record<Language, Readonly<Record<ColumnType, string>>>> = {
  es: {
    text: 'texto',
    reference: 'nombre, siempre escrito igual',
    code: 'uno de los valores admitidos',
    instant: 'fecha y hora',
    date: 'fecha',
    duration: 'tiempo, en número',
    integer: 'número entero',
    decimal: 'número, o porcentaje con %',
    boolean: 'sí o no',
  },
  en: {
    text: 'text',
    reference: 'name, always written alike',
    code: 'one of the allowed values',
    instant: 'date and time',
    date: 'date',
    duration: 'time, as a number',
    integer: 'whole number',
    decimal: 'number, or percentage with %',
    boolean: 'yes or no',
  },
};
