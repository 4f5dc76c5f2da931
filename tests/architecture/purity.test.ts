import { describe, expect, it } from 'vitest';
import { ROOMS } from '../../scripts/arrow-rules.ts';
import { findLines, loadSources } from './source-files.ts';

const PURE = Object.entries(ROOMS).flatMap(([name, { pure }]) => (pure ? [`src/${name}`] : []));

/** The same question must have the same answer tomorrow. */
const IMPURE =
  /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\s*\)|\bprocess\.(?:env|argv|cwd|hrtime)\b|\bperformance\.now\(/;

/** Functions that answer with an estimate or another definition than the exact one, per engine. */
const INEXACT: readonly { pattern: RegExp; why: string }[] = [
  { pattern: /\bstddevSamp\(/, why: 'stddevSamp loses digits on large values' },
  { pattern: /\bapprox_/, why: 'approx_ functions estimate' },
  { pattern: /\bquantile\(/, why: 'quantile samples in ClickHouse; the exact one is quantileExactInclusive' },
  { pattern: /\buniq\(/, why: 'uniq estimates in ClickHouse; the exact one is uniqExact' },
];

describe('pure rooms', () => {
  it('ask neither clock nor chance nor environment', () => {
    const sources = loadSources(...PURE);
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.flatMap((source) => findLines(source, IMPURE))).toEqual([]);
  });

  it.each([
    ['const now = Date.now();', true],
    ['const now = new Date();', true],
    ['const at = new Date(0);', false],
    ['// never Date.now()', false],
    [' * Unlike Math.random(), repeatable.', false],
  ])('are read right: %s', (text, found) => {
    expect(findLines({ file: 'x.ts', text }, IMPURE).length > 0).toBe(found);
  });
});

describe('SQL', () => {
  it.each(INEXACT)('$why', ({ pattern }) => {
    expect(loadSources('src').flatMap((source) => findLines(source, pattern))).toEqual([]);
  });

  it('is found when it is there', () => {
    const source = { file: 'x.ts', text: "sql: 'SELECT uniq(client), quantile_cont(x, 0.5)'," };
    expect(INEXACT.filter(({ pattern }) => findLines(source, pattern).length > 0)).toHaveLength(1);
  });
});
