import type { Language } from '../kernel/index.ts';

/** Where a command speaks: results on stdout, progress and remarks on stderr. */
export interface Terminal {
  readonly language: Language;
  readonly json: boolean;
  readonly width: number;
  readonly colour: boolean;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
}

const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;

/** Text in a style, where the terminal shows colours. */
export function style(terminal: Terminal, name: keyof typeof STYLES, text: string): string {
  return terminal.colour ? `\u001b[${STYLES[name]}m${text}\u001b[0m` : text;
}

/** Breaks a text into lines no wider than `width`, each indented. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(indent + line);
  return lines.join('\n');
}

/** A table with a header line; columns named in `right` are aligned to the right. */
export function toTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const widths = header.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const print = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        right.includes(index) ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!),
      )
      .join('  ')
      .trimEnd();
  return [print(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(print)].join('\n');
}

/** JSON of anything, bigints as numbers or text, on stdout. */
export function printJson(terminal: Terminal, value: unknown): void {
  const safe = (_: string, part: unknown) =>
    typeof part === 'bigint' ? (Number.isSafeInteger(Number(part)) ? Number(part) : part.toString()) : part;
  terminal.out(JSON.stringify(value, safe, 2));
}
