import type {
  Exception,
  KnownCause,
  Population,
  Rational,
  ReferenceValue,
  Sheet,
  Standard,
} from '../kernel/index.ts';
import {
  CAUSE_BRANCHES,
  compare,
  findUnit,
  FREQUENCIES,
  INDICATOR_CLASSES,
  INDICATOR_TYPES,
  multiply,
  ONE,
  parseDecimal,
  rational,
  UNITS,
} from '../kernel/index.ts';
import type { FilePlace } from './catalogue.ts';
import type { Entry, Reading } from './entry.ts';
import { readOneThing } from './entry.ts';
import type { Spot } from './fields.ts';
import { checkId, Fields } from './fields.ts';
import { findNearestName } from './nearest-name.ts';
import { parseRatio } from './plain-values.ts';

/** A sheet as written: its population is still the name of one, or stands in the sheet itself. */
export interface SheetDraft {
  readonly sheet: Sheet;
  /** Where the population is named, or null when it stands in the sheet. */
  readonly named: FilePlace | null;
}

const KNOWN = [
  'version',
  'code',
  'name',
  'objective',
  'aspect',
  'process',
  'class',
  'type',
  'frequency',
  'source',
  'supplier',
  'responsible',
  'users',
  'variables',
  'population',
  'date',
  'measure',
  'measure_unit',
  'formula',
  'except',
  'standards',
  'references',
  'causes',
  'watch',
  'leading',
  'interpretation',
];

/** Reads the technical sheet of one indicator. Formulas stay texts: the language room checks them. */
export function readSheet(reading: Reading): Entry<SheetDraft> {
  return readOneThing(reading, 'indicator', KNOWN, (fields, id) => {
    const name = fields.local('name');
    const where = fields.need('population');
    const named = where !== null && where.written !== undefined ? where : null;
    const inline = where !== null && named === null ? new Fields(where, POPULATION_FIELDS) : null;
    const measure = fields.textIf('measure');
    if (measure !== null && fields.find('measure_unit') === null) {
      fields.find('measure')?.add('measure-without-unit', { field: 'measure_unit' });
    }
    const interpretation = fields.need('interpretation');
    const words = interpretation && new Fields(interpretation, ['met', 'not_met', 'excess']);
    const nothing = { es: '', en: '' };
    const leading = fields.textIf('leading');
    const sheet: Sheet = {
      id,
      pack: reading.pack,
      code: fields.textIf('code'),
      version: fields.whole('version'),
      name,
      objective: fields.local('objective'),
      aspect: fields.local('aspect'),
      process: fields.text('process'),
      class: fields.choice('class', INDICATOR_CLASSES),
      type: fields.choice('type', INDICATOR_TYPES),
      frequency: fields.choice('frequency', FREQUENCIES),
      source: fields.local('source'),
      supplier: fields.local('supplier'),
      responsible: fields.local('responsible'),
      users: fields.local('users'),
      variables: (fields.need('variables')?.entries() ?? []).map(({ key, value }) => ({
        name: key,
        text: value.local(),
      })),
      population: inline
        ? readPopulationFields(inline, id, inline.localIf('name') ?? name)
        : { id: named?.text() ?? '', dataset: '', scope: null, where: null, name },
      date: fields.textIf('date'),
      measure,
      measure_unit: readUnit(fields.find('measure_unit')),
      formula: fields.text('formula'),
      except: (fields.find('except')?.entries() ?? []).map(({ key, value }) => readException(key, value)),
      standards: readStandards(fields),
      references: fields.list('references').map(readReference),
      causes: (fields.find('causes')?.entries() ?? []).map(({ key, value }) => readCause(key, value)),
      ...(fields.find('watch') === null ? {} : { watch: fields.list('watch').map((spot) => spot.text()) }),
      ...(leading === null ? {} : { leading }),
      interpretation: {
        met: words?.local('met') ?? nothing,
        not_met: words?.local('not_met') ?? nothing,
        excess: words?.localIf('excess') ?? null,
      },
      places: reading.source.places,
    };
    return { sheet, named: named?.place ?? null };
  });
}

const POPULATION_FIELDS = ['name', 'dataset', 'scope', 'where'];

function readPopulationFields(fields: Fields, id: string, name: Population['name']): Population {
  return {
    id,
    dataset: fields.text('dataset'),
    scope: fields.textIf('scope'),
    where: fields.textIf('where'),
    name,
  };
}

/** Reads a set of rows named once for all who count them. */
export function readPopulation(reading: Reading): Entry<Population> {
  return readOneThing(reading, 'population', POPULATION_FIELDS, (fields, id) =>
    readPopulationFields(fields, id, fields.local('name')),
  );
}

function readUnit(spot: Spot | null): string | null {
  if (spot === null) return null;
  const text = spot.text();
  const names = UNITS.map((unit) => unit.name);
  if (!names.includes(text))
    spot.add('unit-not-known', { unit: text, known: names }, findNearestName(text, names));
  return text;
}

function readException(code: string, spot: Spot): Exception {
  checkId(spot, code);
  const fields = new Fields(spot, ['where', 'text']);
  return { code, where: fields.text('where'), text: fields.local('text') };
}

function readStandards(fields: Fields): Standard[] {
  const spots = fields.need('standards')?.list() ?? [];
  const standards = spots.map(readStandard);
  standards.forEach((standard, index) => {
    const twin = standards.findIndex(
      (other) => other.from === standard.from && other.where === standard.where,
    );
    if (twin < index)
      spots[index]?.add('standard-twice', { from: standard.from, where: standard.where ?? '' });
  });
  return standards;
}

function readStandard(spot: Spot): Standard {
  const fields = new Fields(spot, [
    'from',
    'where',
    'direction',
    'floor',
    'ceiling',
    'limit',
    'tolerance',
    'historical_error',
  ]);
  const direction = fields.choice('direction', ['at-least', 'at-most', 'between']);
  const floor = readBound(fields.find('floor'));
  const ceiling = readBound(fields.find('ceiling'));
  // Which bounds a direction needs is not known while the direction is not.
  const isDirected = fields.find('direction')?.written === direction;
  if (isDirected && direction !== 'at-most' && fields.find('floor') === null) fields.need('floor');
  if (isDirected && direction !== 'at-least' && fields.find('ceiling') === null) fields.need('ceiling');
  if (floor !== null && ceiling !== null && isAbove(floor, ceiling)) {
    fields.find('floor')?.add('floor-above-ceiling', {
      floor: fields.find('floor')?.written ?? '',
      ceiling: fields.find('ceiling')?.written ?? '',
    });
  }
  const share = (field: string) => {
    const value = fields.ratioIf(field);
    if (value !== null && compare(value, ONE) > 0) {
      fields.find(field)?.add('share-over-one', { value: fields.find(field)?.written ?? '' });
    }
    return value;
  };
  const limit = fields.find('limit');
  if (limit !== null) checkQuantity(limit);
  return {
    from: fields.date('from'),
    where: fields.textIf('where'),
    direction,
    floor: floor?.value ?? null,
    ceiling: ceiling?.value ?? null,
    ...(floor && { floor_unit: floor.unit }),
    ...(ceiling && { ceiling_unit: ceiling.unit }),
    limit: limit?.written ?? null,
    tolerance: share('tolerance'),
    historical_error: share('historical_error'),
  };
}

interface WrittenBound {
  readonly value: Rational;
  /** `%`, the name of a unit, or null for a number alone. */
  readonly unit: string | null;
}

/** A floor or ceiling: a share (`95 %`, `0.95`), a plain number, or a quantity of the result's own unit (`72 h`). */
function readBound(spot: Spot | null): WrittenBound | null {
  if (spot === null) return null;
  const text = spot.text();
  const ratio = parseRatio(text);
  if (ratio !== undefined) return { value: ratio, unit: text.endsWith('%') ? '%' : null };
  const [, number = '', name = ''] = /^([\d.,]+)\s*([\p{L}_]+)$/u.exec(text) ?? [];
  const value = parseDecimal(number);
  const unit = findUnit(name);
  if (value !== undefined && unit !== undefined) return { value, unit: unit.name };
  if (/^\d+,\d+\s*%?$/.test(text) || (number.includes(',') && unit !== undefined)) {
    spot.add('decimal-comma-in-content', { value: text }, text.replace(',', '.'));
  } else if (value !== undefined) {
    const names = UNITS.map((each) => each.name);
    const near = findNearestName(name, names);
    spot.add('unit-not-known', { unit: name, known: ['%', ...names] }, near && `${number} ${near}`);
  } else spot.add('bad-bound', { value: text });
  return null;
}

/** Whether a floor passes its ceiling, where both are of one dimension; the language tells when they are not. */
function isAbove(floor: WrittenBound, ceiling: WrittenBound): boolean {
  const [low, high] = [floor, ceiling].map(({ unit }) =>
    findUnit(unit === null || unit === '%' ? 'ratio' : unit),
  );
  if (low === undefined || high === undefined || low.dimension !== high.dimension) return false;
  const [a, b] = [
    multiply(floor.value, rational(low.factor)),
    multiply(ceiling.value, rational(high.factor)),
  ];
  return compare(a, b) > 0;
}

/** A limit that is a bare quantity needs a known unit; any other text is an expression and not ours to read. */
function checkQuantity(spot: Spot): void {
  const text = spot.text();
  const match = /^([+-]?\d[\d.,]*)\s*([\p{L}_%]*)$/u.exec(text);
  if (!match) return;
  const [, number = '', unit = ''] = match;
  const names = ['%', ...UNITS.map((each) => each.name)];
  if (number.includes(',')) spot.add('decimal-comma-in-content', { value: text }, text.replace(',', '.'));
  else if (unit === '') spot.add('quantity-without-unit', { value: text }, `${number} h`);
  else if (!names.includes(unit)) {
    const near = findNearestName(unit, names.slice(1));
    spot.add('unit-not-known', { unit, known: names }, near && `${number} ${near}`);
  }
}

function readReference(spot: Spot): ReferenceValue {
  const fields = new Fields(spot, ['name', 'value', 'source', 'date']);
  const value = fields.find('value');
  if (value !== null) checkQuantity(value);
  return {
    name: fields.local('name'),
    value: fields.text('value'),
    source: fields.text('source'),
    date: fields.date('date'),
  };
}

function readCause(id: string, spot: Spot): KnownCause {
  checkId(spot, id);
  const fields = new Fields(spot, ['name', 'branch', 'corrective', 'preventive']);
  return {
    id,
    name: fields.local('name'),
    branch: fields.choice('branch', CAUSE_BRANCHES),
    corrective: fields.localIf('corrective'),
    preventive: fields.localIf('preventive'),
  };
}
