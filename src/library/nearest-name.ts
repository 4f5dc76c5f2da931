import { distance } from 'fastest-levenshtein';
import { toSlug } from '../kernel/index.ts';

/** Spanish words an author may write for a field or a value, and the word the files use. */
const SPANISH: Readonly<Record<string, string | readonly string[]>> = {
  agencia: 'unit',
  aprobado: 'outcome',
  calendario: 'calendar',
  clase: 'class',
  clave: 'key',
  codigo: 'code',
  codigos: 'codes',
  columnas: 'columns',
  critico: 'critical',
  datos: 'datasets',
  desde: 'from',
  direccion: 'direction',
  domingo: 'sunday',
  entre: 'between',
  'error-historico': 'historical_error',
  estandar: 'standards',
  estandares: 'standards',
  etiqueta: 'label',
  excepto: 'except',
  fecha: 'date',
  feriados: 'holidays',
  frecuencia: 'frequency',
  fuente: 'source',
  hasta: 'to',
  horario: 'schedule',
  horarios: 'schedules',
  horas: 'h',
  indicador: 'indicator',
  indicadores: 'indicators',
  interpretacion: 'interpretation',
  jueves: 'thursday',
  licencia: 'licence',
  limite: 'limit',
  lunes: 'monday',
  martes: 'tuesday',
  maximo: ['at-most', 'ceiling'],
  medida: 'measure',
  miercoles: 'wednesday',
  minimo: ['at-least', 'floor'],
  minutos: 'min',
  nombre: 'name',
  objetivo: 'objective',
  obligatorio: 'required',
  padre: 'parent',
  paquete: 'pack',
  piso: 'floor',
  poblacion: 'population',
  proceso: 'process',
  procesos: 'processes',
  proveedor: 'supplier',
  referencias: 'references',
  reglas: 'rules',
  responsable: 'responsible',
  sabado: 'saturday',
  techo: 'ceiling',
  tipo: 'type',
  tolerancia: 'tolerance',
  'unidad-de-medida': 'measure_unit',
  usuarios: 'users',
  valores: 'values',
  viernes: 'friday',
  hours: 'h',
  hour: 'h',
  hrs: 'h',
  hora: 'h',
  minutes: 'min',
  minute: 'min',
  mins: 'min',
  minuto: 'min',
  dias: 'day',
  dia: 'day',
  days: 'day',
  d: 'day',
  m: 'min',
  segundos: 's',
  seconds: 's',
};

/**
 * The name among `names` that `text` was probably meant to be, or undefined when none is near.
 * Compared without accents and case; a Spanish word for a field finds the field.
 *
 * @example findNearestName('estandar', ['standards', 'formula']) // 'standards'
 */
export function findNearestName(text: string, names: Iterable<string>): string | undefined {
  const slug = toSlug(text);
  const translated = Object.hasOwn(SPANISH, slug) ? [SPANISH[slug] ?? []].flat() : [];
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    if (translated.includes(name)) return name;
    const apart = distance(slug, toSlug(name));
    if (apart < least) {
      least = apart;
      nearest = name;
    }
  }
  return least <= Math.max(1, Math.floor(slug.length * 0.4)) ? nearest : undefined;
}
