import { type LocalText, type Rational, type Sheet, toNumber } from '../kernel/index.ts';

/** A sheet as plain data, field by field as its author writes them: what is kept of each version. */
export type Definition = Readonly<Record<string, unknown>>;

/** One field that differs between two versions of a sheet. */
export interface DefinitionChange {
  /** What changed, in words: `Estándar 1: límite`. */
  readonly label: string;
  /** First part of the field's path: `standards`, `formula`... */
  readonly field: string;
  /** The whole path, with what stands in it as numbers from 1: `standards 2 ceiling`. */
  readonly path: string;
  /** Null where there was nothing, or is nothing any more. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Fields of a sheet in the order in which they are told, and of what stands in them. */
const FIELDS: Readonly<Record<string, LocalText>> = {
  version: { es: 'Versión de la ficha', en: 'Version of the sheet' },
  formula: { es: 'Fórmula', en: 'Formula' },
  standards: { es: 'Estándar', en: 'Standard' },
  measure: { es: 'Medida', en: 'Measure' },
  measure_unit: { es: 'Unidad de la medida', en: 'Unit of the measure' },
  population: { es: 'Población', en: 'Population' },
  except: { es: 'Lo que queda fuera', en: 'What is left out' },
  date: { es: 'Fecha que lo pone en el período', en: 'Date that puts it in the period' },
  variables: { es: 'Variable', en: 'Variable' },
  code: { es: 'Código', en: 'Code' },
  name: { es: 'Nombre', en: 'Name' },
  objective: { es: 'Objetivo', en: 'Objective' },
  aspect: { es: 'Aspecto clave', en: 'Key aspect' },
  process: { es: 'Proceso', en: 'Process' },
  class: { es: 'Clase', en: 'Class' },
  type: { es: 'Tipo', en: 'Type' },
  frequency: { es: 'Frecuencia', en: 'Frequency' },
  source: { es: 'Fuente', en: 'Source' },
  supplier: { es: 'Quién entrega los datos', en: 'Who supplies the data' },
  responsible: { es: 'Responsable', en: 'Responsible' },
  users: { es: 'Usuarios', en: 'Users' },
  references: { es: 'Valor de referencia', en: 'Reference value' },
  interpretation: { es: 'Interpretación', en: 'Interpretation' },
  pack: { es: 'Paquete', en: 'Pack' },
};
const PARTS: Readonly<Record<string, LocalText>> = {
  from: { es: 'desde', en: 'from' },
  where: { es: 'condición', en: 'condition' },
  scope: { es: 'alcance', en: 'scope' },
  direction: { es: 'sentido', en: 'direction' },
  floor: { es: 'mínimo', en: 'minimum' },
  ceiling: { es: 'máximo', en: 'maximum' },
  limit: { es: 'límite', en: 'limit' },
  tolerance: { es: 'tolerancia', en: 'tolerance' },
  historical_error: { es: 'error histórico', en: 'historical error' },
  dataset: { es: 'conjunto de datos', en: 'data set' },
  name: { es: 'nombre', en: 'name' },
  text: { es: 'texto', en: 'text' },
  code: { es: 'código', en: 'code' },
  value: { es: 'valor', en: 'value' },
  source: { es: 'fuente', en: 'source' },
  date: { es: 'fecha', en: 'date' },
  met: { es: 'si cumple', en: 'when met' },
  not_met: { es: 'si no cumple', en: 'when not met' },
  excess: { es: 'si pasa del máximo', en: 'when above the maximum' },
};
/** What is kept as a word of the file, as people say it. */
const VALUES: Readonly<Record<string, LocalText>> = {
  'at-most': { es: 'menos es mejor', en: 'less is better' },
  'at-least': { es: 'más es mejor', en: 'more is better' },
};
const ORDER = Object.keys(FIELDS);

/** `standards 1 limit` is `Estándar 1: límite`. */
export function labelPath(path: string, language: 'es' | 'en'): string {
  const [field = '', ...rest] = path.split(' ');
  const [number, ...parts] = /^\d+$/.test(rest[0] ?? '') ? rest : [null, ...rest];
  const head = (FIELDS[field]?.[language] ?? field) + (number ? ` ${number}` : '');
  const tail = parts.map((part) => (part === null ? '' : (PARTS[part]?.[language] ?? part))).join(' ');
  return tail === '' ? head : `${head}: ${tail}`;
}

/** A bound as its author wrote it: `95 %`, `48 h`, `3`. */
function toAmount(value: Rational | null, unit: string | null | undefined): string | null {
  if (value === null) return null;
  if (unit === '%') return `${toNumber({ num: value.num * 100n, den: value.den })} %`;
  return unit ? `${toNumber(value)} ${unit}` : String(toNumber(value));
}

/**
 * The words and rules of a sheet without their places in files, so that moving a line is no change.
 * Known causes are not among them: they measure nothing, and one more is no new version.
 */
export function toDefinition(sheet: Sheet): Definition {
  const { places: _places, causes: _causes, standards, variables, ...plain } = sheet;
  return {
    ...plain,
    variables: Object.fromEntries(variables.map(({ name, text }) => [name, text])),
    standards: standards.map((standard) => ({
      from: standard.from,
      where: standard.where,
      direction: standard.direction,
      floor: toAmount(standard.floor, standard.floor_unit),
      ceiling: toAmount(standard.ceiling, standard.ceiling_unit),
      limit: standard.limit,
      tolerance: toAmount(standard.tolerance, '%'),
      historical_error: toAmount(standard.historical_error, '%'),
    })),
  };
}

function isText(value: unknown): value is LocalText {
  return typeof value === 'object' && value !== null && 'es' in value && 'en' in value;
}

/** Every leaf of a definition by its path; texts in one language. */
function flatten(value: unknown, language: 'es' | 'en', path: string, found: Map<string, string>): void {
  if (value === null || value === undefined || value === '') return;
  if (isText(value)) {
    if (value[language] !== '') found.set(path, value[language]);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) flatten(item, language, `${path} ${index + 1}`, found);
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) flatten(item, language, `${path} ${key}`.trim(), found);
  } else found.set(path, typeof value === 'string' ? value : JSON.stringify(value));
}

/** What differs between two versions of a sheet, in the order of its fields. */
export function compareDefinitions(
  before: Definition,
  after: Definition,
  language: 'es' | 'en',
): readonly DefinitionChange[] {
  const [old, now] = [new Map<string, string>(), new Map<string, string>()];
  flatten(before, language, '', old);
  flatten(after, language, '', now);
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths
    .filter((path) => old.get(path) !== now.get(path))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .map((path) => ({
      label: labelPath(path, language),
      field: path.split(' ')[0]!,
      path,
      from: sayValue(path, old.get(path), language),
      to: sayValue(path, now.get(path), language),
    }));
}

function sayValue(path: string, value: string | undefined, language: 'es' | 'en'): string | null {
  if (value === undefined) return null;
  return path.endsWith(' direction') ? (VALUES[value]?.[language] ?? value) : value;
}

function rankOf(path: string): number {
  const rank = ORDER.indexOf(path.split(' ')[0]!);
  return rank < 0 ? ORDER.length : rank;
}
