import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { drawSvg } from './draw-svg.ts';
import type { Block, Paper } from './paper.ts';

/** Width at which charts are drawn, in pixels: their texts come out at about 8 points on A4. */
const CHART_WIDTH = 660;
const WEIGHTS = ['400Regular', '500Medium', '600SemiBold', '700Bold'];

let made: NodeCompiler | null = null;

/** One compiler, with the product's own fonts: what a machine has installed must not change a paper. */
function getCompiler(): NodeCompiler {
  if (made) return made;
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'));
  const fontBlobs = WEIGHTS.map((weight) => readFileSync(join(fonts, weight, `Inter_${weight}.ttf`)));
  made = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] });
  return made;
}

/** Keeps a number and its sign on one line. */
function holdTogether(text: string): string {
  return text.replace(/(\d) %/g, '$1\u00a0%');
}

/** A paper laid out: its bytes as PDF, or a picture of its pages for tests. Half a second of CPU: see `printPdf`. */
export function typeset(paper: Paper, format: 'pdf' | 'svg'): Uint8Array {
  const svgs: Record<string, string> = {};
  const draw = (block: Block): unknown => {
    if (block.kind === 'group') return { kind: block.kind, blocks: block.blocks.map(draw) };
    if (block.kind !== 'chart' && block.kind !== 'drawing') return block;
    const svg = `chart-${Object.keys(svgs).length}`;
    svgs[svg] = block.kind === 'chart' ? drawSvg(block.chart, CHART_WIDTH) : block.svg;
    return { kind: 'chart', alt: block.alt, svg };
  };
  const blocks = paper.blocks.map(draw);
  const compiler = getCompiler();
  const source = {
    mainFilePath: join(import.meta.dirname, 'paper.typ'),
    inputs: { paper: holdTogether(JSON.stringify({ ...paper, blocks })), svgs: JSON.stringify(svgs) },
  };
  const compiled = compiler.compile(source);
  const document = compiled.result;
  if (document === null) {
    const error = compiled.takeError();
    throw new Error(`paper.typ: ${JSON.stringify(error ? compiler.fetchDiagnostics(error) : null)}`);
  }
  const bytes = format === 'pdf' ? compiler.pdf(document) : Buffer.from(compiler.plainSvg(document));
  compiler.evictCache(10);
  return bytes;
}
