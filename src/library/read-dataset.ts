import type { Column, ColumnType, Dataset, Lookup, RowRule } from '../kernel/index.ts';
import { toSlug } from '../kernel/index.ts';
import type { Entry, Reading } from './entry.ts';
import { readOneThing } from './entry.ts';
import type { Spot } from './fields.ts';
import { Fields } from './fields.ts';
import { findNearestName } from './nearest-name.ts';

const TYPES = [
  'text',
  'reference',
  'code',
  'instant',
  'date',
  'duration',
  'integer',
  'decimal',
  'boolean',
] as const satisfies readonly ColumnType[];
const DURATION_UNITS = ['s', 'min', 'h', 'day'] as const;
const DECIMAL_UNITS = ['money', 'number'] as const;

/** Words of the indicator language: a column called so could not be named in a formula. */
const RESERVED = new Set(
  'measure limit and or not in is empty within where yes no count sum mean share median percentile min max distinct'.split(
    ' ',
  ),
);

const KNOWN = [
  'name',
  'key',
  'date',
  'opens',
  'closes',
  'weight',
  'derived',
  'columns',
  'rules',
  'lookups',
] as const;

/** Reads one declared table of facts; its lookups into other data sets are checked with all packs read. */
export function readDataset(reading: Reading): Entry<Dataset> {
  return readOneThing(reading, 'dataset', KNOWN, (fields, id) => {
    const columns = (fields.need('columns')?.entries() ?? []).map(({ key, value }) => readColumn(key, value));
    checkAliases(fields, columns);
    const nameColumn = (field: string, types: readonly ColumnType[]): string | null => {
      const spot = fields.find(field);
      return spot === null ? null : checkColumn(spot, columns, types);
    };
    const key = (fields.need('key')?.list() ?? []).map((spot) => checkColumn(spot, columns, []));
    const lookups = (fields.find('lookups')?.entries() ?? []).map(({ key: name, value }) =>
      readLookup(name, value, columns),
    );
    return {
      id,
      pack: reading.pack,
      name: fields.local('name'),
      columns,
      key,
      date: nameColumn('date', ['instant', 'date']),
      opens: nameColumn('opens', ['instant', 'date']),
      closes: nameColumn('closes', ['instant', 'date']),
      weight: nameColumn('weight', ['integer', 'decimal']),
      derived: fields.flag('derived', false),
      rules: fields.list('rules').map(readRule),
      lookups,
    };
  });
}

function readColumn(name: string, spot: Spot): Column {
  const fields = new Fields(spot, [
    'type',
    'label',
    'required',
    'aliases',
    'date_aliases',
    'time_aliases',
    'of',
    'codes',
    'measured_in',
  ]);
  if (!/^[a-z][a-z0-9_]*$/.test(name)) spot.add('bad-column-name', { name }, toSlug(name).replace(/-/g, '_'));
  else if (RESERVED.has(name)) spot.add('reserved-name', { name });
  const type = fields.choice('type', TYPES);
  const onlyFor = (field: string, types: readonly ColumnType[]): void => {
    if (!types.includes(type))
      fields.find(field)?.add('field-not-for-type', { field, type, types: [...types] });
  };
  onlyFor('of', ['reference']);
  onlyFor('codes', ['code']);
  onlyFor('measured_in', ['duration', 'decimal']);
  onlyFor('date_aliases', ['instant']);
  onlyFor('time_aliases', ['instant']);
  return {
    name,
    type,
    label: fields.local('label'),
    required: fields.flag('required', false),
    aliases: fields.texts('aliases'),
    date_aliases: fields.texts('date_aliases'),
    time_aliases: fields.texts('time_aliases'),
    of: type === 'reference' ? fields.text('of') : null,
    codes: type === 'code' ? fields.text('codes') : null,
    measured_in:
      type === 'duration'
        ? fields.choice('measured_in', DURATION_UNITS)
        : type === 'decimal'
          ? fields.choice('measured_in', DECIMAL_UNITS, 'number')
          : null,
  };
}

/** Two columns that answer to the same header would make every import a guess. */
function checkAliases(fields: Fields, columns: readonly Column[]): void {
  const owner = new Map<string, string>();
  for (const column of columns) {
    for (const alias of [column.name, ...column.aliases]) {
      const slug = toSlug(alias);
      const other = owner.get(slug);
      if (other !== undefined && other !== column.name) {
        fields.find('columns')?.add('alias-taken', { alias, first: other, second: column.name });
      }
      owner.set(slug, column.name);
    }
  }
}

function checkColumn(spot: Spot, columns: readonly Column[], types: readonly ColumnType[]): string {
  const name = spot.text();
  const column = columns.find((each) => each.name === name);
  if (column === undefined) {
    const names = columns.map((each) => each.name);
    spot.add('unknown-name', { kind: 'column', name }, findNearestName(name, names));
  } else if (types.length > 0 && !types.includes(column.type)) {
    spot.add('column-of-other-type', { name, type: column.type, types: [...types] });
  }
  return name;
}

function readRule(spot: Spot): RowRule {
  const fields = new Fields(spot, ['code', 'check', 'otherwise', 'text']);
  return {
    code: fields.id('code'),
    check: fields.text('check'),
    otherwise: fields.choice('otherwise', ['quarantine', 'flag']),
    text: fields.local('text'),
  };
}

function readLookup(name: string, spot: Spot, columns: readonly Column[]): Lookup {
  const fields = new Fields(spot, ['label', 'from', 'by', 'take', 'at']);
  if (columns.some((column) => column.name === name)) {
    spot.add('alias-taken', { alias: name, first: name, second: name });
  }
  const by = fields.need('by');
  const at = fields.find('at');
  return {
    name,
    label: fields.local('label'),
    from: fields.text('from'),
    by: by === null ? '' : checkColumn(by, columns, []),
    take: fields.text('take'),
    at: at === null ? null : checkColumn(at, columns, ['instant', 'date']),
  };
}
