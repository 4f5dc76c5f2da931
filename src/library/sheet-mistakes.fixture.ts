import type { Mistake } from './mistake.fixture.ts';

/** The sheet of the good pack, where mistakes of the things it leans on are told. */
export const SHEET = 'packs/prueba/indicators/plazo.yaml';

/** Mistakes of what a technical sheet alone says: its measure, its standards and their bounds. */
export const SHEET_MISTAKES: readonly Mistake[] = [
  [
    'measure without unit',
    'indicators/plazo.yaml',
    ['measure_unit: h\n', ''],
    { code: 'measure-without-unit', line: 17 },
  ],
  [
    'no date at all',
    'datasets/tramites.yaml',
    ['date: inicio\n', ''],
    { code: 'no-date', line: 1, file: SHEET },
  ],
  [
    'a misspelt measure',
    'indicators/plazo.yaml',
    ['measure: elapsed', 'mesure: elapsed'],
    { code: 'unknown-content-field', line: 17, hint: 'measure' },
  ],
  [
    'a unit of one letter',
    'indicators/plazo.yaml',
    ['limit: 48 h', 'limit: 3 d'],
    { code: 'unit-not-known', line: 28, hint: '3 day' },
  ],
  [
    'a bound with an unknown unit',
    'indicators/plazo.yaml',
    ['ceiling: 100 %', 'ceiling: 72 horas'],
    { code: 'unit-not-known', line: 27, hint: '72 h' },
  ],
  [
    'a bound that is no amount',
    'indicators/plazo.yaml',
    ['ceiling: 100 %', 'ceiling: mucho'],
    { code: 'bad-bound', line: 27 },
  ],
  [
    'a floor above its ceiling in other units',
    'indicators/plazo.yaml',
    ['ceiling: 100 %', 'floor: 90 min\n    ceiling: 1 h'],
    { code: 'floor-above-ceiling', line: 27 },
  ],
  [
    'a Spanish direction',
    'indicators/plazo.yaml',
    ['direction: at-most', 'direction: máximo'],
    { code: 'unknown-choice', line: 26, hint: 'at-most' },
  ],
  [
    'one standard twice',
    'indicators/plazo.yaml',
    ['from: 2012-01-01', 'from: 2011-01-01'],
    { code: 'standard-twice', line: 29 },
  ],
  [
    'floor above ceiling',
    'indicators/plazo.yaml',
    ['    tolerance: 2.5 %', '    floor: 101 %'],
    { code: 'floor-above-ceiling', line: 33 },
  ],
  [
    'direction without its bound',
    'indicators/plazo.yaml',
    ['direction: at-most', 'direction: at-least'],
    { code: 'missing-content-field', line: 25, path: 'standards[0].floor' },
  ],
  [
    'a known cause on a branch that is none',
    'indicators/plazo.yaml',
    ['references:\n', 'causes:\n  demora:\n    name: Demora\n    branch: sistems\nreferences:\n'],
    { code: 'unknown-choice', line: 37, hint: 'systems' },
  ],
];
