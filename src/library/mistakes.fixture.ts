import type { Mistake } from './mistake.fixture.ts';
import { GOOD } from './pack-writer.fixture.ts';
import { SHEET, SHEET_MISTAKES } from './sheet-mistakes.fixture.ts';

const ALIASES = `note: &a x\nprocesses: {p: {name: P, aliases: [${Array(101).fill('*a').join(', ')}]}}\n`;

export const MISTAKES: readonly Mistake[] = [
  // Form of the file.
  ['an open quote', 'codes/x.yaml', 'codes: x\nname: "A\n', { code: 'bad-yaml', line: 3 }],
  ['an open brace', 'codes/x.yaml', 'codes: x\nvalues: {a: {label: A}\n', { code: 'bad-indent', line: 3 }],
  ['a tab', 'codes/x.yaml', 'codes: x\nvalues:\n\ta: {label: A}\n', { code: 'tab-indent', line: 3 }],
  ['bad indent', 'codes/x.yaml', 'codes: x\nvalues: {\na: {label: A}}\n', { code: 'bad-indent', line: 3 }],
  ['a colon', 'codes/x.yaml', 'codes: x\nname: Uno: dos\n', { code: 'colon-in-text', line: 2 }],
  ['a key twice', 'codes/x.yaml', 'codes: x\nname: A\nname: B\n', { code: 'repeated-field', line: 3 }],
  ['two documents', 'codes/x.yaml', 'codes: x\n---\ncodes: y\n', { code: 'several-documents', line: 1 }],
  ['nothing', 'codes/x.yaml', '# nada\n', { code: 'empty-content-file', line: 1 }],
  ['Windows-1252', 'codes/x.yaml', Uint8Array.of(0x6e, 0xf3), { code: 'content-not-utf8', line: 1 }],
  ['a lost anchor', 'codes/x.yaml', 'codes: x\nname: *a\n', { code: 'unknown-anchor', line: 2 }],
  ['too many aliases', 'processes/x.yaml', ALIASES, { code: 'too-many-aliases', line: 2 }],
  ['other ending', 'codes/x.txt', 'hola', { code: 'unread-file', line: 1, severity: 'warning' }],
  [
    'Spanish folder',
    'indicadores/x.yaml',
    'a: 1',
    {
      code: 'unread-folder',
      line: 1,
      severity: 'warning',
      hint: 'indicators',
      file: 'packs/prueba/indicadores',
    },
  ],
  [
    'file name',
    'codes/otro.yaml',
    'codes: x\nvalues: {a: {label: A}}\n',
    { code: 'file-name-differs', line: 1, severity: 'warning', hint: 'x.yaml' },
  ],

  // Fields.
  [
    'Spanish field',
    'indicators/plazo.yaml',
    ['standards:', 'estandar:'],
    { code: 'unknown-content-field', line: 24, hint: 'standards', path: 'estandar' },
  ],
  [
    'misspelt field',
    'indicators/plazo.yaml',
    ['    limit: 48 h', '    limti: 48 h'],
    { code: 'unknown-content-field', line: 28, hint: 'limit', path: 'standards[0].limti' },
  ],
  [
    'comma in braces',
    'indicators/plazo.yaml',
    [
      '  sin-fin:\n    where: fin is empty\n',
      '  sin-fin:\n   {where: not same_day(inicio, fin), text: T}\n  o:\n',
    ],
    { code: 'comma-in-braces', line: 22 },
  ],
  [
    'missing field',
    'indicators/plazo.yaml',
    ['objective: Saber si se cumple\n', ''],
    { code: 'missing-content-field', line: 1, path: 'objective' },
  ],
  [
    'empty text',
    'indicators/plazo.yaml',
    ['objective: Saber si se cumple', 'objective: {es: , en: }'],
    { code: 'missing-text', line: 4 },
  ],
  [
    'one language only',
    'indicators/plazo.yaml',
    ['{es: Plazo, en: Term}', '{es: Plazo}'],
    { code: 'missing-language', line: 3, severity: 'warning' },
  ],
  [
    'a list for a text',
    'indicators/plazo.yaml',
    ['formula: sum(measure) / sum(limit)', 'formula: [a, b]'],
    { code: 'not-a-text', line: 19 },
  ],
  [
    'a map for a list',
    'datasets/tramites.yaml',
    ['key: [numero]', 'key: {a: numero}'],
    { code: 'not-a-list', line: 3 },
  ],
  [
    'a text for a map',
    'indicators/plazo.yaml',
    ['variables:\n  inicio: Hora de inicio', 'variables: inicio'],
    { code: 'not-a-map', line: 14 },
  ],
  ['an id with spaces', 'codes/x.yaml', 'codes: Mi código\n', { code: 'bad-id', line: 1, hint: 'Mi-codigo' }],
  [
    'no as boolean',
    'datasets/tramites.yaml',
    ['required: true, label: Número', 'required: no, label: Número'],
    { code: 'bad-boolean', line: 6, hint: 'false' },
  ],
  [
    'day first',
    'indicators/plazo.yaml',
    ['2012-01-01', '31/01/2012'],
    { code: 'date-not-iso', line: 29, hint: '2012-01-31', path: 'standards[1].from' },
  ],
  [
    'a month',
    'indicators/plazo.yaml',
    ['2012-01-01', '2012-01'],
    { code: 'date-not-iso', line: 29, hint: '2012-01-01' },
  ],
  ['no such day', 'holidays/fiestas.yaml', ['2011-05-27', '2011-02-29'], { code: 'date-not-iso', line: 4 }],
  ['no number', 'schedules/normal.yaml', ['420', 'siete'], { code: 'number-not-plain', line: 3 }],
  [
    'negative',
    'standard-minutes/tiempos.yaml',
    ['minutes: 6', 'minutes: -6'],
    { code: 'number-not-plain', line: 4 },
  ],
  ['not whole', 'schedules/normal.yaml', ['420', '420.5'], { code: 'not-whole', line: 3 }],
  [
    'decimal comma',
    'indicators/plazo.yaml',
    ['2.5 %', '2,5 %'],
    { code: 'decimal-comma-in-content', line: 33, hint: '2.5 %' },
  ],
  ['no ratio', 'indicators/plazo.yaml', ['2.5 %', 'poco'], { code: 'bad-ratio', line: 33 }],
  ['a ratio over one', 'indicators/plazo.yaml', ['2.5 %', '2.5'], { code: 'share-over-one', line: 33 }],
  [
    'unknown class',
    'indicators/plazo.yaml',
    ['class: operativo', 'class: operative'],
    { code: 'unknown-choice', line: 7, hint: 'operativo' },
  ],
  [
    'unknown unit',
    'indicators/plazo.yaml',
    ['limit: 24 h', 'limit: 24 horas'],
    { code: 'unit-not-known', line: 32, hint: '24 h', path: 'standards[1].limit' },
  ],
  [
    'unit of the measure',
    'indicators/plazo.yaml',
    ['measure_unit: h', 'measure_unit: horas'],
    { code: 'unit-not-known', line: 18, hint: 'h' },
  ],
  [
    'no unit',
    'indicators/plazo.yaml',
    ['limit: 24 h', 'limit: 24'],
    { code: 'quantity-without-unit', line: 32 },
  ],

  // Names of other things.
  [
    'unknown process',
    'indicators/plazo.yaml',
    ['process: clave', 'process: claves'],
    { code: 'unknown-name', line: 6, hint: 'clave', path: 'process' },
  ],
  [
    'a process by its alias',
    'standard-minutes/tiempos.yaml',
    ['process: clave', 'process: SOL. CLAVE'],
    { code: 'unknown-name', line: 2, hint: 'clave' },
  ],
  [
    'unknown population',
    'indicators/plazo.yaml',
    ['population: cerrados', 'population: cerrado'],
    { code: 'unknown-name', line: 16, hint: 'cerrados' },
  ],
  [
    'unknown data set',
    'populations/cerrados.yaml',
    ['dataset: tramites', 'dataset: tramite'],
    { code: 'unknown-name', line: 3, hint: 'tramites' },
  ],
  [
    'unknown data set in the sheet',
    'indicators/plazo.yaml',
    ['population: cerrados', 'population: {dataset: tramits}'],
    { code: 'unknown-name', line: 16, hint: 'tramites', path: 'population.dataset' },
  ],
  [
    'unknown code list',
    'datasets/tramites.yaml',
    ['codes: estado', 'codes: estados'],
    { code: 'unknown-name', line: 8, hint: 'estado', path: 'columns.estado.codes' },
  ],
  [
    'unknown holidays',
    'calendars/oficina.yaml',
    ['[fiestas]', '[fiesta]'],
    { code: 'unknown-name', line: 7, hint: 'fiestas' },
  ],
  [
    'unknown key column',
    'datasets/tramites.yaml',
    ['[numero]', '[numeros]'],
    { code: 'unknown-name', line: 3, hint: 'numero' },
  ],
  [
    'unknown lookup source',
    'datasets/tramites.yaml',
    ['from: processes', 'from: procesos'],
    { code: 'unknown-name', line: 13, hint: 'processes' },
  ],
  [
    'unknown lookup column',
    'datasets/tramites.yaml',
    ['take: parent', 'take: padre'],
    { code: 'unknown-name', line: 13, hint: 'parent', path: 'lookups.familia.take' },
  ],
  [
    'unknown date column',
    'indicators/plazo.yaml',
    ['measure_unit: h', 'measure_unit: h\ndate: inicios'],
    { code: 'unknown-name', line: 19, hint: 'inicio' },
  ],
  [
    'unknown pack',
    'pack.yaml',
    ['version: 1', 'version: 1\nrequires: [bases]'],
    { code: 'unknown-name', line: 3 },
  ],
  [
    'unknown default calendar',
    'pack.yaml',
    ['version: 1', 'version: 1\nsettings: {default_calendar: oficinas}'],
    { code: 'unknown-name', line: 3, hint: 'oficina' },
  ],
  [
    'unknown parent',
    'processes/procesos.yaml',
    ['parent: tarjetas', 'parent: tarjeta'],
    { code: 'unknown-name', line: 6, hint: 'tarjetas' },
  ],
  [
    'a circle of processes',
    'processes/procesos.yaml',
    ['    name: Tarjetas', '    name: Tarjetas\n    parent: clave'],
    { code: 'process-cycle', line: 4, path: 'processes.tarjetas.parent' },
  ],
  [
    'defined twice',
    'indicators/plazo-2.yaml',
    GOOD['indicators/plazo.yaml'] ?? '',
    { code: 'already-defined', line: 1, file: SHEET },
  ],
  [
    'nothing to replace',
    'codes/x.yaml',
    'codes: x\nreplaces: true\nvalues: {a: {label: A}}\n',
    { code: 'nothing-to-replace', line: 1, severity: 'warning' },
  ],
  [
    'one alias for two codes',
    'codes/estado.yaml',
    ['    label: Abierto', '    label: Abierto\n    aliases: [CLOSED]'],
    { code: 'alias-taken', line: 7 },
  ],
  [
    'one alias for two processes',
    'processes/procesos.yaml',
    ['Sol. clave', 'tarjetas'],
    { code: 'alias-taken', line: 7 },
  ],
  [
    'one header for two columns',
    'datasets/tramites.yaml',
    ['label: Fin', 'label: Fin, aliases: [FECHA]'],
    { code: 'alias-taken', line: 6 },
  ],

  // Data sets.
  [
    'column with capitals',
    'datasets/tramites.yaml',
    ['  minutos:', '  Minutos totales:'],
    { code: 'bad-column-name', line: 11, hint: 'minutos_totales' },
  ],
  [
    'reserved column',
    'datasets/tramites.yaml',
    ['  minutos:', '  limit:'],
    { code: 'reserved-name', line: 11 },
  ],
  [
    'field of another type',
    'datasets/tramites.yaml',
    ['{type: instant, label: Fin}', '{type: instant, measured_in: min, label: Fin}'],
    { code: 'field-not-for-type', line: 10 },
  ],
  [
    'date that is none',
    'datasets/tramites.yaml',
    ['date: inicio', 'date: numero'],
    { code: 'column-of-other-type', line: 4 },
  ],
  [
    'sheet date that is none',
    'indicators/plazo.yaml',
    ['measure_unit: h', 'measure_unit: h\ndate: numero'],
    { code: 'column-of-other-type', line: 19 },
  ],

  // Calendars and schedules.
  [
    'unknown time zone',
    'calendars/oficina.yaml',
    ['America/Guayaquil', 'America/Quito'],
    { code: 'unknown-time-zone', line: 2, hint: 'America/Guayaquil' },
  ],
  [
    'versions out of order',
    'calendars/oficina.yaml',
    ['from: 2012-01-01', 'from: 2010-01-01'],
    { code: 'versions-out-of-order', line: 8 },
  ],
  [
    'exception of another version',
    'calendars/oficina.yaml',
    ['2012-12-24', '2011-12-24'],
    { code: 'exception-outside-version', line: 8, severity: 'warning' },
  ],
  [
    'hours backwards',
    'calendars/oficina.yaml',
    ['00:00-24:00', '16:00-09:00'],
    { code: 'bad-hours', line: 10 },
  ],
  ['minute 60', 'calendars/oficina.yaml', ['09:00-12:00', '09:60-12:00'], { code: 'bad-hours', line: 12 }],
  ['overlap', 'calendars/oficina.yaml', ['14:00-18:00', '12:00-18:00'], { code: 'hours-overlap', line: 6 }],
  [
    'unknown day',
    'calendars/oficina.yaml',
    ['monday', 'lunes'],
    { code: 'unknown-content-field', line: 6, hint: 'monday' },
  ],
  ['no time left', 'schedules/normal.yaml', ['420', '90'], { code: 'no-productive-time', line: 3 }],

  ...SHEET_MISTAKES,
  [
    'a breakdown that is not there',
    'indicators/plazo.yaml',
    ['version: 1\n', 'version: 1\nwatch: [agensia]\n'],
    { code: 'unknown-name', line: 3 },
  ],
  [
    'an indicator that leads and is not there',
    'indicators/plazo.yaml',
    ['version: 1\n', 'version: 1\nleading: plaso\n'],
    { code: 'unknown-name', line: 3 },
  ],
];
