/** A piece of a line: plain, strong, code, or a link inside the app. */
export interface Span {
  readonly text: string;
  readonly kind: 'plain' | 'strong' | 'code' | 'link';
  /** Path of the app, of a link. */
  readonly to?: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] };

const SPAN = /\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((\/.*?)\)/g;

function readSpans(line: string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of line.matchAll(SPAN)) {
    const [whole, strong, code, link, to] = match;
    if (match.index > end) spans.push({ text: line.slice(end, match.index), kind: 'plain' });
    if (strong !== undefined) spans.push({ text: strong, kind: 'strong' });
    else if (code !== undefined) spans.push({ text: code, kind: 'code' });
    else spans.push({ text: link ?? '', kind: 'link', to: to ?? '/' });
    end = match.index + whole.length;
  }
  if (end < line.length) spans.push({ text: line.slice(end), kind: 'plain' });
  return spans;
}

const ITEM = /^(?:-|(\d+)\.) +/;

function readBlock(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const heading = /^(#{1,3}) +(.*)$/.exec(first);
  if (heading) {
    return {
      kind: 'heading',
      level: (heading[1]?.length ?? 1) as 1 | 2 | 3,
      spans: readSpans(heading[2] ?? ''),
    };
  }
  const item = ITEM.exec(first);
  if (!item) return { kind: 'paragraph', spans: readSpans(lines.join(' ')) };
  const items: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return { kind: 'list', ordered: item[1] !== undefined, items: items.map(readSpans) };
}

/**
 * Reads the little of Markdown that help is written in: headings, paragraphs, lists, `**strong**`,
 * code, and links to paths of the app. Blocks are parted by a blank line; nothing in it is HTML.
 *
 * @example readProse('# Uno\n\nDos **tres**.')[0] // { kind: 'heading', level: 1, spans: [...] }
 */
export function readProse(text: string): readonly Block[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => readBlock(block.split('\n')));
}
