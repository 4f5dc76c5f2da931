import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS, findFunction } from '../../src/functions/index.ts';
import { checkSheet } from '../../src/language/index.ts';
import { loadCatalogue } from '../../src/library/index.ts';

const PAGE = readFileSync('docs/formulas.md', 'utf8');
/** Rows of three cells: what is written, what it does, an example. */
const EXAMPLES = [...PAGE.matchAll(/^\| (.+?) \| .+? \| `(.+)` \|$/gm)]
  .map(([, subject = '', example = '']) => ({ subject, example }))
  .filter(({ example }) => !example.includes('`, `'));
const { catalogue } = await loadCatalogue(['packs']);
const SHEET = catalogue.sheets.get('plazo-actualizacion-datos')!;

describe('the page of what a formula may say', () => {
  it.each(FUNCTIONS)('has $name with an example', ({ name }) => {
    expect(EXAMPLES.filter(({ subject }) => subject === `\`${name}\``)).toMatchObject([
      { example: expect.stringContaining(`${name}(`) },
    ]);
  });

  it.each(EXAMPLES)('says $example, which is right', ({ example }) => {
    const [, word = ''] = /^(\w+)\(/.exec(example) ?? [];
    const isFormula = findFunction(word)?.kind === 'aggregate' || /^\d/.test(example);
    const formula = isFormula ? example : `count(where (${example}) is not empty)`;
    const standards = SHEET.standards.map((standard) => ({ ...standard, floor: null, ceiling: null }));
    const { problems } = checkSheet({ ...SHEET, formula, standards }, catalogue);
    expect(problems).toEqual([]);
  });
});
