import {
  type CodeList,
  type Column,
  type ColumnType,
  type Dataset,
  type LocalText,
  type Process,
  rational,
  type Sheet,
  type Standard,
} from '../kernel/index.ts';
import type { Vocabulary } from './vocabulary.ts';

const text = (es: string, en = es): LocalText => ({ es, en });

function column(name: string, type: ColumnType, more: Partial<Column> = {}): Column {
  const nothing = { of: null, codes: null, measured_in: null };
  return {
    name,
    type,
    label: text(name),
    required: false,
    aliases: [],
    date_aliases: [],
    time_aliases: [],
    ...nothing,
    ...more,
  };
}

function dataset(id: string, columns: readonly Column[], more: Partial<Dataset> = {}): Dataset {
  const nothing = { opens: null, closes: null, weight: null, rules: [], lookups: [], derived: false };
  return { id, pack: 'fixture', name: text(id), columns, key: [], date: null, ...nothing, ...more };
}

function codeList(id: string, ids: readonly string[]): CodeList {
  return { id, pack: 'fixture', codes: ids.map((code) => ({ id: code, label: text(code), aliases: [] })) };
}

function process(id: string, parent: string | null): Process {
  return {
    id,
    pack: 'fixture',
    parent,
    name: text(id),
    aliases: [],
    critical: false,
    rules: [],
    band: null,
    under: parent,
    mixed: false,
    characterisations: [],
  };
}

const DATASETS: readonly Dataset[] = [
  dataset(
    'requests',
    [
      column('request_id', 'text'),
      column('process', 'code', { codes: 'process' }),
      column('unit', 'reference', { of: 'unit' }),
      column('person', 'reference', { of: 'person' }),
      column('client', 'reference', { of: 'client' }),
      column('opened_at', 'instant', { label: text('Ingreso', 'Opened') }),
      column('closed_at', 'instant', { label: text('Cierre', 'Closed') }),
      column('due_on', 'date'),
      column('status', 'code', { codes: 'status' }),
      column('handling_min', 'duration', { measured_in: 'min' }),
      column('amount', 'decimal', { measured_in: 'money' }),
      column('pages', 'integer'),
    ],
    {
      date: 'opened_at',
      opens: 'opened_at',
      closes: 'closed_at',
      lookups: [
        {
          name: 'schedule',
          label: text('Horario'),
          from: 'assignments',
          by: 'person',
          take: 'schedule',
          at: 'opened_at',
        },
        {
          name: 'standard_minutes',
          label: text('Minutos'),
          from: 'standard-minutes',
          by: 'process',
          take: 'minutes',
          at: 'opened_at',
        },
        {
          name: 'segment',
          label: text('Segmento'),
          from: 'clients',
          by: 'client',
          take: 'segment',
          at: null,
        },
      ],
    },
  ),
  dataset(
    'complaints',
    [
      column('received_at', 'instant'),
      column('reason', 'reference', { of: 'reason' }),
      column('quantity', 'integer'),
      column('loss', 'decimal', { measured_in: 'money' }),
      column('solved', 'boolean'),
    ],
    { date: 'received_at', weight: 'quantity' },
  ),
  dataset('branch-visits', [column('visited_at', 'instant'), column('visitors', 'integer')], {
    date: 'visited_at',
  }),
  dataset('clients', [column('client', 'reference'), column('segment', 'text')]),
  dataset('capacity', [column('date', 'date'), column('minutes', 'duration', { measured_in: 'min' })], {
    date: 'date',
    derived: true,
  }),
];

/** Names small enough to keep in mind: five data sets, three processes, one code list. */
export const VOCABULARY: Vocabulary = {
  datasets: new Map(DATASETS.map((item) => [item.id, item])),
  codes: new Map([['status', codeList('status', ['abierto', 'cerrado', 'anulado'])]]),
  processes: new Map(
    [process('tarjetas', null), process('entrega-pin', 'tarjetas'), process('prestamos', null)].map(
      (item) => [item.id, item],
    ),
  ),
  schedules: new Map(),
  populations: new Map(),
};

export const REQUESTS = VOCABULARY.datasets.get('requests')!;

/** A standard that wants at most 100 %, from 2010 on. */
export function makeStandard(more: Partial<Standard> = {}): Standard {
  return {
    from: '2010-01-01',
    where: null,
    direction: 'at-most',
    floor: null,
    ceiling: rational(1n),
    limit: null,
    tolerance: null,
    historical_error: null,
    ...more,
  };
}

/** A sheet over the requests whose texts stand at line 10 of its file, one line apart, from column 10 on. */
export function makeSheet(more: Partial<Sheet> = {}): Sheet {
  const paths = ['formula', 'measure', 'measure_unit', 'date', 'population', 'standards[0].limit'];
  const nothing = text('x');
  return {
    id: 'plazo',
    pack: 'fixture',
    code: null,
    version: 1,
    name: nothing,
    objective: nothing,
    aspect: nothing,
    process: 'tarjetas',
    class: 'operativo',
    type: 'eficacia',
    frequency: 'mensual',
    source: nothing,
    supplier: nothing,
    responsible: nothing,
    users: nothing,
    variables: [],
    population: { id: 'todos', dataset: 'requests', scope: null, where: null, name: nothing },
    date: null,
    measure: null,
    measure_unit: null,
    formula: 'count()',
    except: [],
    standards: [makeStandard()],
    references: [],
    causes: [],
    interpretation: { met: nothing, not_met: nothing, excess: null },
    places: new Map(paths.map((path, index) => [path, { file: 'plazo.yaml', line: 10 + index, column: 10 }])),
    ...more,
  };
}
