import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toWarning } from '../../kernel/index.ts';
import { sayProblem } from '../say-problem.ts';
import { intakeFileSentences } from './intake-file.ts';

const room = new URL('../../facts/intake/', import.meta.url);

/** Codes that the intake room throws or collects, read from its source. */
function readCodes(): string[] {
  const codes = new Set<string>();
  for (const name of readdirSync(room)) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const source = readFileSync(new URL(name, room), 'utf8');
    for (const match of source.matchAll(/(?:new Refusal|toWarning|\bwarn)\(\s*'([a-z-]+)'/g))
      codes.add(match[1]!);
    if (name === 'sniff-format.ts') {
      for (const match of source.matchAll(/, '([a-z]+(?:-[a-z]+)+)'\]/g)) codes.add(match[1]!);
    }
  }
  return [...codes];
}

const PARAMS = {
  file: 'junio.csv',
  line: 12,
  text: 'TelÃ©fono',
  reading: 'Teléfono',
  encoding: 'cp850',
  encoding_1: 'windows-1252',
  reading_1: 'él',
  encoding_2: 'cp850',
  reading_2: 'Úl',
  byte: '81',
  limit: 500,
  limit_mb: 2,
  columns: 501,
  count: 3,
  short: 1,
  long: 2,
  sheet: 'Junio',
  sheets: ['Mayo', 'Julio'],
  delimiter: '#',
  header: 'Min',
  read: 280,
};

describe('sentences about files', () => {
  it('exist for every code of the intake room', () => {
    const codes = readCodes();
    expect(codes.length).toBeGreaterThan(35);
    expect(codes.filter((code) => !(code in intakeFileSentences))).toEqual([]);
  });

  const warnings = new Set(
    Object.keys(intakeFileSentences).slice(Object.keys(intakeFileSentences).indexOf('total-rows-left-out')),
  );

  it.each(Object.keys(intakeFileSentences))(
    '%s names the file once and is whole in both languages',
    (code) => {
      const entry = intakeFileSentences[code]!;
      const where = { file: PARAMS.file, line: PARAMS.line };
      for (const language of ['es', 'en'] as const) {
        const sentence = warnings.has(code)
          ? sayProblem(toWarning(code, where, PARAMS), language)
          : entry[language](PARAMS);
        expect(sentence).toMatch(/junio\.csv|#|cp850/);
        expect(sentence.match(/junio\.csv/g)?.length ?? 0).toBeLessThan(2);
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        expect(sentence).toMatch(/\.$/);
      }
    },
  );
});
