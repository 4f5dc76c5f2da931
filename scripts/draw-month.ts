/**
 * `node scripts/draw-month.ts`: draws what the command `demo` prints, for the README, into docs/mes.svg.
 * `npm run golden` draws it anew too, and a test holds the picture against the program.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
export const PICTURE = path.join(ROOT, 'docs', 'mes.svg');

/** What the program prints of its trial world, run in an empty folder; the folder itself is left out. */
export function printTrialMonth(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'circuito-picture-'));
  try {
    const data = path.join(folder, 'circuito-data');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(ROOT, 'src/cli/main.ts'), 'demo', '--data', data],
      { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1' } },
    );
    if (status !== 0) throw new Error(`the trial world ended with ${status}:\n${stderr}`);
    return stdout.replaceAll(data, './circuito-data');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LETTER = { width: 7.8, height: 19, size: 13 } as const;
const MARGIN = { left: 24, top: 62, bottom: 22 } as const;
const FONTS =
  "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace";
const MARKS: Readonly<Record<string, string>> = { '✓': 'good', '✗': 'bad', '!': 'odd', '·': 'dim' };

/** The card has its own ground in both schemes, so that it is read on any page. */
const STYLE = `
    .ground { fill: #fbfcfc; stroke: #d5dcdc }
    .text { fill: #1f2a2b }
    .dim { fill: #5b6a6b }
    .good { fill: #0b6b4a }
    .bad { fill: #b42318 }
    .odd { fill: #8a5a00 }
    .strong { font-weight: 700 }
    @media (prefers-color-scheme: dark) {
      .ground { fill: #14201f; stroke: #2f4342 }
      .text { fill: #e3ebea }
      .dim { fill: #9fb0ae }
      .good { fill: #5fd3a4 }
      .bad { fill: #ff9b8f }
      .odd { fill: #f0c36d }
    }`;

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

interface Stretch {
  readonly text: string;
  readonly look: string;
}

/** How each part of a line looks: verdict in its colour, names strong, the line of figures dim. */
function toStretches(line: string, before: string | undefined): Stretch[] {
  const verdict = MARKS[line.charAt(0)];
  const gap = line.indexOf('  ');
  if (verdict !== undefined && gap > 0) {
    return [
      { text: line.slice(0, gap), look: verdict },
      { text: line.slice(gap), look: 'text strong' },
    ];
  }
  const belowName = before !== undefined && MARKS[before.charAt(0)] !== undefined;
  return [{ text: line, look: belowName ? 'dim' : 'text' }];
}

/** Draws text as a card like a terminal: no font is fetched, and each stretch keeps its width in any font. */
export function drawMonth(text: string): string {
  const lines = text.trimEnd().split('\n');
  const longest = Math.max(...lines.map((line) => line.length));
  const width = Math.ceil(longest * LETTER.width) + 2 * MARGIN.left;
  const height = MARGIN.top + lines.length * LETTER.height + MARGIN.bottom;
  const drawn = lines.flatMap((line, index) => {
    const y = MARGIN.top + index * LETTER.height;
    let column = 0;
    return toStretches(line, lines[index - 1]).flatMap(({ text: part, look }) => {
      const bare = part.trimStart();
      const x = MARGIN.left + (column + part.length - bare.length) * LETTER.width;
      column += part.length;
      if (bare === '') return [];
      const size = (bare.length * LETTER.width).toFixed(1);
      return [
        `  <text class="${look}" x="${x.toFixed(1)}" y="${y}" textLength="${size}">${escapeXml(bare)}</text>`,
      ];
    });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xml:space="preserve" role="img" aria-labelledby="title" font-family="${FONTS}" font-size="${LETTER.size}">
  <title id="title">Lo que imprime npm start: los indicadores de junio de 2011 de un banco inventado</title>
  <style>${STYLE}
  </style>
  <rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" />
  <text class="dim" x="${MARGIN.left}" y="28">$ npm start</text>
${drawn.join('\n')}
</svg>
`;
}

if (import.meta.main) {
  writeFileSync(PICTURE, drawMonth(printTrialMonth()));
  process.stdout.write(`${path.relative(process.cwd(), PICTURE)}\n`);
}
