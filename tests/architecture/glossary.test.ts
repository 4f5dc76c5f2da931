import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSources, ROOT } from './source-files.ts';

const glossary = readFileSync(path.join(ROOT, 'GLOSSARY.md'), 'utf8');

/** The cells of the tables below a heading. */
function readTable(heading: string): string[][] {
  const section = glossary.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** Names that the kernel's door lets out. */
function listExports(): string[] {
  const door = readFileSync(path.join(ROOT, 'src/kernel/index.ts'), 'utf8');
  const files = [...door.matchAll(/^export \* from '\.\/(.+)';$/gm)].map(([, file]) => `src/kernel/${file}`);
  expect(door.trim().split('\n')).toHaveLength(files.length);
  return loadSources('src/kernel')
    .filter(({ file }) => files.includes(file))
    .flatMap(({ text }) =>
      [...text.matchAll(/^export (?:interface|type|const|class|function\*?) (\w+)/gm)].map(
        ([, name]) => name!,
      ),
    )
    .toSorted();
}

describe('the glossary', () => {
  it('has every name of the kernel, and none that is gone', () => {
    const sections = [
      'What is measured',
      'How it is measured',
      'Time and capacity',
      'Processes and cases',
      'The loop',
      'Who may what',
      'Numbers and texts',
      'Verbs',
    ];
    const named = sections
      .flatMap(readTable)
      .flatMap((cells) => [...cells.at(-1)!.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
    expect(named.toSorted()).toEqual(listExports());
  });

  it('gives each word a Spanish term and a sentence', () => {
    const sections = [
      'What is measured',
      'How it is measured',
      'Time and capacity',
      'Processes and cases',
      'The loop',
      'Who may what',
      'Numbers and texts',
      'What is kept',
    ];
    const rows = sections.flatMap(readTable).filter(([word]) => !/^-+$/.test(word!));
    expect(rows.length).toBeGreaterThan(60);
    expect(
      rows.filter(([word, spanish, sentence]) => !word || !spanish || (sentence ?? '').length < 12),
    ).toEqual([]);
  });

  it('has the words that the program says, in both languages', () => {
    const said = loadSources('src/sentences', 'src/cli')
      .map(({ text }) => text.toLowerCase())
      .join('\n');
    const rows = readTable('Words on screen').filter(([word]) => !/^-+$/.test(word!));
    expect(rows.length).toBeGreaterThan(10);
    const unsaid = rows.flatMap(([, ...words]) => words).filter((word) => !said.includes(word.toLowerCase()));
    expect(unsaid).toEqual([]);
  });

  it('keeps the technical word for what has a plain one off the screen', () => {
    const said = loadSources('src/sentences', 'src/cli').flatMap(({ file, text }) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          /\bmapeo\b|pseudonim|seudonim|proyecci[oó]n/i.test(line) ? [`${file}:${index + 1}`] : [],
        ),
    );
    expect(said).toEqual([]);
  });
});
