import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';
import { loadSources, ROOT, type SourceFile } from './source-files.ts';

/** Functions whose first argument is a code that a person will read as a sentence. */
const SPEAKERS = new Set(['toProblem', 'toWarning', 'Refusal']);

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** The string literals an expression may give: of `a ? 'x' : 'y'` and `a ?? 'x'`, each branch. */
function listLiterals(expression: unknown): string[] {
  if (!isNode(expression)) return [];
  switch (expression['type']) {
    case 'StringLiteral':
      return [String(expression['value'])];
    case 'ConditionalExpression':
      return [...listLiterals(expression['consequent']), ...listLiterals(expression['alternate'])];
    case 'BinaryExpression':
      return [...listLiterals(expression['left']), ...listLiterals(expression['right'])];
    case 'ParenthesisExpression':
    case 'TsAsExpression':
    case 'TsSatisfiesExpression':
    case 'TsConstAssertion':
      return listLiterals(expression['expression']);
    default:
      return [];
  }
}

/** In `{ code: 'x', params: ... }`, a problem or warning written as data, the literals of `code`. */
function listObjectCodes(properties: readonly unknown[]): string[] {
  const byName = new Map<unknown, unknown>();
  for (const property of properties) {
    if (!isNode(property)) continue;
    if (property['type'] === 'Identifier') byName.set(property['value'], property);
    if (isNode(property['key'])) byName.set(property['key']['value'], property['value']);
  }
  return byName.has('params') ? listLiterals(byName.get('code')) : [];
}

function collectCodes(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collectCodes(item, found);
    return;
  }
  if (!isNode(node)) return;
  const { type, callee, arguments: given, properties } = node;
  if ((type === 'CallExpression' || type === 'NewExpression') && isNode(callee) && Array.isArray(given)) {
    const [first] = given as unknown[];
    if (SPEAKERS.has(String(callee['value'])) && isNode(first)) {
      for (const code of listLiterals(first['expression'])) found.add(code);
    }
  }
  if (type === 'ObjectExpression' && Array.isArray(properties)) {
    for (const code of listObjectCodes(properties)) found.add(code);
  }
  for (const child of Object.values(node)) collectCodes(child, found);
}

/** Every code that a source file gives as a literal, each with its line. */
function listCodes({ file, text }: SourceFile): { code: string; at: string }[] {
  const found = new Set<string>();
  collectCodes(parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'esnext' }), found);
  const lines = text.split('\n');
  return [...found].map((code) => {
    const line = lines.findIndex((candidate) => candidate.includes(`'${code}'`)) + 1;
    return { code, at: `${file}:${line}` };
  });
}

/** The sentences of every catalogue file by code, as written. */
async function loadCatalogue(): Promise<Map<string, { file: string; entry: unknown }[]>> {
  const catalogue = new Map<string, { file: string; entry: unknown }[]>();
  for (const { file } of loadSources('src/sentences/catalog')) {
    if (file.endsWith('/index.ts')) continue;
    const module = (await import(pathToFileURL(path.join(ROOT, file)).href)) as Readonly<
      Record<string, unknown>
    >;
    for (const [name, sentences] of Object.entries(module)) {
      if (!name.endsWith('Sentences') || !isNode(sentences)) continue;
      for (const [code, entry] of Object.entries(sentences)) {
        catalogue.set(code, [...(catalogue.get(code) ?? []), { file, entry }]);
      }
    }
  }
  return catalogue;
}

describe('codes and their sentences', () => {
  it('finds the codes a file gives', () => {
    const text = [
      "toProblem('one', place, { name }, hint);",
      "throw new Refusal(isNew ? 'two' : 'three', {});",
      "const warning = { code: 'four', params: { n: 1 } };",
      "const params = {}; const more = { code: 'five' as const, params };",
      "const rule = { code: 'not-a-problem', otherwise: 'flag' };",
      "other('no'); // toProblem('comment')",
    ].join('\n');
    expect(listCodes({ file: 'x.ts', text })).toEqual([
      { code: 'one', at: 'x.ts:1' },
      { code: 'two', at: 'x.ts:2' },
      { code: 'three', at: 'x.ts:2' },
      { code: 'four', at: 'x.ts:3' },
      { code: 'five', at: 'x.ts:4' },
    ]);
  });

  it('has a sentence in both languages for every code', async () => {
    const catalogue = await loadCatalogue();
    const missing = loadSources('src')
      .flatMap(listCodes)
      .flatMap(({ code, at }) => {
        const entry = catalogue.get(code)?.[0]?.entry;
        if (!isNode(entry)) return [`${code} (${at}) has no entry in src/sentences/catalog`];
        return ['es', 'en']
          .filter((language) => typeof entry[language] !== 'function')
          .map((language) => `${code} (${at}) has no sentence in ${language}`);
      });
    expect(missing).toEqual([]);
  });

  it('has one entry for each code', async () => {
    const twice = [...(await loadCatalogue())].filter(([, entries]) => entries.length > 1);
    expect(twice.map(([code, entries]) => `${code}: ${entries.map(({ file }) => file).join(', ')}`)).toEqual(
      [],
    );
  });
});
