import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PALETTES, toTrendChart } from '../charts/index.ts';
import { PRINTERS } from '../sentences/index.ts';
import { drawSvg } from './draw-svg.ts';
import { listTexts, type Paper, printPdf, readCode, toCode } from './index.ts';
import { typeset } from './typeset.ts';
import type { PaperBasis } from './verification-code.ts';

const HOSTILE =
  '#panic("x") *b* _i_ $x$ \\ ` ``` <tag> @ref [c] #include "/etc/passwd" // /* = h - l + n "q" ~';

const trend = toTrendChart(
  {
    name: { es: HOSTILE, en: HOSTILE },
    unit: 'h',
    direction: 'at-most',
    points: [40, 44, 52.8].map((value, index) => ({
      period: `2011-0${index + 4}`,
      value,
      n: 9,
      floor: null,
      ceiling: 48,
      verdict: 'met',
      provisional: false,
    })),
  },
  { language: 'es', palette: PALETTES.print, print: PRINTERS },
);

const paper: Paper = {
  language: 'es',
  date: '2011-07-05',
  kicker: HOSTILE,
  title: HOSTILE,
  subtitle: HOSTILE,
  state: { text: HOSTILE, tone: 'bad' },
  footer: HOSTILE,
  page: ['página ', ' de '],
  blocks: [
    { kind: 'heading', level: 1, text: HOSTILE },
    { kind: 'text', text: `Resultado 52,8 h. ${HOSTILE}`, tone: 'plain', strong: true },
    { kind: 'note', text: HOSTILE },
    {
      kind: 'tiles',
      tiles: [
        { label: HOSTILE, text: HOSTILE, note: HOSTILE, tone: 'met' },
        { label: 'Estado', text: 'No cumple', note: '', tone: 'bad' },
      ],
    },
    { kind: 'pairs', rows: [[HOSTILE, HOSTILE]] },
    {
      kind: 'formula',
      alt: HOSTILE,
      formula: {
        kind: 'fraction',
        above: {
          kind: 'sum',
          of: {
            kind: 'fence',
            inner: {
              kind: 'row',
              parts: [
                { kind: 'text', text: HOSTILE },
                { kind: 'operator', text: '−' },
                {
                  kind: 'call',
                  name: HOSTILE,
                  args: [
                    { kind: 'text', text: 'a' },
                    { kind: 'text', text: 'b' },
                  ],
                },
              ],
            },
          },
        },
        below: { kind: 'sub', base: { kind: 'text', text: 'n' }, below: { kind: 'text', text: HOSTILE } },
      },
    },
    {
      kind: 'table',
      columns: [
        { text: HOSTILE, numeric: false, share: 1 },
        { text: 'Veredicto', numeric: false, share: 0 },
      ],
      rows: [{ cells: [HOSTILE, 'No cumple'], tone: 'bad' }],
      tone_column: 1,
    },
    { kind: 'list', items: [HOSTILE] },
    { kind: 'chart', chart: trend, alt: HOSTILE },
    { kind: 'group', blocks: [{ kind: 'chart', chart: trend, alt: 'otra vez' }] },
    { kind: 'page' },
    { kind: 'text', text: 'Segunda página.', tone: 'plain', strong: false },
  ],
};

describe('paper', () => {
  it('lays out hostile text: it fails nothing (tests/journeys reads it back)', () => {
    const bytes = typeset(paper, 'pdf');
    const head = Buffer.from(bytes).toString('latin1');
    expect(head.slice(0, 5)).toBe('%PDF-');
    expect(head).toContain('/Lang (es)');
    expect(head.match(/\/Type \/Page\b/g)).toHaveLength(3);
  });

  it('gives the same bytes for the same paper, whatever was drawn before', async () => {
    const [first, again] = [typeset(paper, 'pdf'), typeset(paper, 'pdf')];
    expect(Buffer.compare(first, again)).toBe(0);
    const apart = await printPdf(paper);
    expect(Buffer.compare(first, apart)).toBe(0);
  });

  it('leaves the loop free while it prints', async () => {
    let turns = 0;
    const clock = setInterval(() => turns++, 5);
    const paged: Paper = {
      ...paper,
      title: 'Otra',
      blocks: Array.from({ length: 40 }, () => paper.blocks[8]!),
    };
    await printPdf(paged);
    clearInterval(clock);
    expect(turns).toBeGreaterThan(5);
  });

  it('says where a paper cannot be laid out, and goes on with the next', async () => {
    await expect(printPdf({ ...paper, date: 'ayer' })).rejects.toThrow(/paper\.typ/);
    expect((await printPdf(paper)).length).toBeGreaterThan(1000);
  });

  it('lists every text of a paper', () => {
    const texts = listTexts(paper);
    expect(texts).toContain('Segunda página.');
    expect(texts).toContain('No cumple');
    expect(texts).not.toContain('bad');
  });
});

describe('drawSvg', () => {
  it('draws the same text for the same chart, without what a mouse would use', () => {
    const svg = drawSvg(trend, 600);
    expect(drawSvg(trend, 600)).toBe(svg);
    expect(svg).not.toMatch(/<style|class=|ecmeta/);
    expect(svg).toContain('Estándar 48 h');
  });
});

describe('verification code', () => {
  const basis: PaperBasis = {
    kind: 'sheet',
    indicator: 'plazo',
    period: '2011-06',
    as_of: null,
    filters: [],
    units: null,
    figures: [{ indicator: 'plazo', numerator: 528, denominator: 480, n: 10, open: 0, verdict: 'not-met' }],
    imports: ['requests-1', 'requests-2'],
    definitions: [{ indicator: 'plazo', pack: 'p', pack_version: 1, sheet: 1 }],
    calendars: [],
  };

  it('is the same for the same figures, in whatever order they come', () => {
    const code = toCode(basis);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(toCode({ ...basis, imports: ['requests-2', 'requests-1'] })).toBe(code);
    expect(toCode(JSON.parse(JSON.stringify(basis)) as PaperBasis)).toBe(code);
  });

  it('changes with any of them', () => {
    const [figure] = basis.figures;
    const others: PaperBasis[] = [
      { ...basis, figures: [{ ...figure!, numerator: 528.0000001 }] },
      { ...basis, figures: [{ ...figure!, open: 1 }] },
      { ...basis, imports: ['requests-1'] },
      { ...basis, definitions: [{ ...basis.definitions[0]!, sheet: 2 }] },
      { ...basis, calendars: [{ id: 'c', from: '2010-01-01', digest: 'a' }] },
      { ...basis, calendars: [{ id: 'c', from: '2010-01-01', digest: 'b' }] },
      { ...basis, period: '2011-07' },
      { ...basis, units: ['Norte'] },
    ];
    expect(new Set([basis, ...others].map(toCode)).size).toBe(others.length + 1);
  });

  it('is read as people write it', () => {
    const code = toCode(basis);
    expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
    expect(readCode('o1il-0000-0000')).toBe('0111-0000-0000');
    expect(readCode('K7QD')).toBeUndefined();
    expect(readCode('UUUU-UUUU-UUUU')).toBeUndefined();
  });
});

it('the fonts of paper are where the template looks for them', () => {
  const path = new URL(
    '../../node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
    import.meta.url,
  );
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path).length).toBeGreaterThan(100_000);
});
