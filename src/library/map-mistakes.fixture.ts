import type { Mistake } from './mistake.fixture.ts';

const PAIS = 'deadlines/pais.yaml';
const PROCESOS = 'processes/procesos.yaml';

/** Mistakes in the deadlines and the map of the pack `WORKED`. Lines count from 1 after the change. */
export const MAP_MISTAKES: readonly Mistake[] = [
  // Deadlines.
  [
    'a kind of institution that is none',
    PAIS,
    ['[banco]', '[bancos]'],
    { code: 'unknown-choice', line: 7, hint: 'banco' },
  ],
  [
    'a rule without amount',
    PAIS,
    ['    limit: {calendar-days: 15}\n', ''],
    { code: 'missing-content-field', line: 3 },
  ],
  [
    'a rule with an empty limit',
    PAIS,
    ['limit: {calendar-days: 15}', 'limit: {}'],
    { code: 'deadline-without-amount', line: 9 },
  ],
  [
    'a rule that counts otherwise',
    PAIS,
    ['{calendar-days: 15}', '{calendar-day: 15}'],
    { code: 'unknown-content-field', line: 9, hint: 'calendar-days' },
  ],
  ['a country in words', PAIS, ['country: EC', 'country: Ecuador'], { code: 'bad-country', line: 5 }],
  [
    'a rule that ends before it begins',
    PAIS,
    ['until: 2030', 'until: 2003'],
    { code: 'ends-before-it-begins', line: 18 },
  ],
  [
    'a rule over a field no case has',
    PAIS,
    ["requester = 'tercero'", "requestr = 'tercero'"],
    { code: 'unknown-case-field', line: 16, hint: 'requester', severity: 'warning' },
  ],
  [
    'a rule with a choice that is none',
    PAIS,
    ["requester = 'tercero'", "requester = 'terceros'"],
    { code: 'value-not-a-choice', line: 16, hint: "'tercero'", path: 'deadlines.tercero.when' },
  ],
  // The map.
  [
    'a band that is none',
    PROCESOS,
    ['band: productivo', 'band: productiva'],
    { code: 'unknown-choice', line: 4, hint: 'productivo' },
  ],
  [
    'a place on the map that is none',
    PROCESOS,
    ['    band: productivo', '    under: tarjeta'],
    { code: 'unknown-name', line: 4, hint: 'tarjetas' },
  ],
  [
    'a map in a circle',
    PROCESOS,
    ['    band: productivo', '    under: clave'],
    { code: 'process-under-cycle', line: 4 },
  ],
  [
    'an indicator that does not exist',
    PROCESOS,
    ['[plazo]', '[plaso]'],
    {
      code: 'unknown-name',
      line: 17,
      hint: 'plazo',
      path: 'processes.clave.characterisations[0].indicators[0]',
    },
  ],
  [
    'versions in the wrong order',
    PROCESOS,
    ['from: 2011-01-01', 'from: 2009-01-01'],
    { code: 'versions-out-of-order', line: 18 },
  ],
  [
    'a characterisation without responsible',
    PROCESOS,
    ['        responsible: Jefe de canales\n', ''],
    { code: 'missing-content-field', line: 18 },
  ],
];
