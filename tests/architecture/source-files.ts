import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** Source that ships: every file of these folders but the tests. */
export function loadSources(...folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT }))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

/** `file:line` and the line itself of every line of code, comments apart, in which the pattern occurs. */
export function findLines({ file, text }: SourceFile, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line, index) => {
    const isComment = /^\s*(?:\/\/|\/?\*)/.test(line);
    return !isComment && pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [];
  });
}
