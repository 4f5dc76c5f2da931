import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './source-files.ts';

/**
 * What a document tells its reader to do, in order. A fenced `sh` block is commands; a fenced block
 * whose first line names a path (```yaml circuito-data/packs/propio/...) is a file the reader writes; a
 * `text` block right after commands is what the last of them prints, `…` standing for what is left out;
 * and `<!-- the reader writes 'b' in place of 'a' in file.csv -->` is an edit told in prose.
 */
export type DocumentStep =
  | { readonly kind: 'run'; readonly command: string; readonly at: string; readonly mayRefuse: boolean }
  | { readonly kind: 'write'; readonly file: string; readonly text: string }
  | { readonly kind: 'replace'; readonly file: string; readonly from: string; readonly to: string }
  | { readonly kind: 'printed'; readonly lines: readonly string[]; readonly at: string };

const EDIT = /^<!-- the reader writes '(.+)' in place of '(.+)' in (\S+) -->$/;
const REFUSED = /refused|rechaza/i;

/** The prose of the paragraph that begins at or after a line. */
function paragraphAfter(lines: readonly string[], index: number): string {
  const start = lines.findIndex((line, at) => at > index && line.trim() !== '');
  const end = lines.findIndex((line, at) => at > start && line.trim() === '');
  return start < 0 ? '' : lines.slice(start, end < 0 ? undefined : end).join(' ');
}

/** Reads the steps of a document of the project. */
export function readDocument(file: string): DocumentStep[] {
  const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n');
  const steps: DocumentStep[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const edit = EDIT.exec(lines[index]!);
    if (edit) steps.push({ kind: 'replace', to: edit[1]!, from: edit[2]!, file: edit[3]! });
    const fence = /^```(\w*) ?(\S*)$/.exec(lines[index]!);
    if (!fence) continue;
    const end = lines.indexOf('```', index + 1);
    if (end < 0) throw new Error(`${file}:${index + 1} opens a block that never ends`);
    const body = lines.slice(index + 1, end);
    const at = `${file}:${index + 2}`;
    if (fence[2] !== '') steps.push({ kind: 'write', file: fence[2]!, text: `${body.join('\n')}\n` });
    else if (fence[1] === 'sh') {
      for (const [offset, line] of body.entries()) {
        const [command = '', remark = ''] = line.split(/\s+# /);
        const mayRefuse = REFUSED.test(remark) || REFUSED.test(paragraphAfter(lines, end));
        if (command.trim() !== '' && !command.startsWith('#'))
          steps.push({
            kind: 'run',
            command: command.trim(),
            at: `${file}:${index + 2 + offset}`,
            mayRefuse,
          });
      }
    } else if (fence[1] === 'text' && steps.at(-1)?.kind === 'run') {
      steps.push({ kind: 'printed', lines: body.filter((line) => line.trim() !== '…'), at });
    }
    index = end;
  }
  return steps;
}

/** The words of a command line: quotes keep blanks together. */
export function toWords(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}
