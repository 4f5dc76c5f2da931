import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readProse } from '../../ui/read-prose.ts';
import { findTopic, TOPICS } from './find-topic.ts';

/** Screens one gets help on by their own text; the rest take that of the screen above. */
const BELOW = ['/ayuda'];

function listPaths(): string[] {
  const text = readFileSync(path.join(import.meta.dirname, '../../app/screens.tsx'), 'utf8');
  return [...text.matchAll(/^ {4}path: '(\/[^']*)',\n {4}label/gm)].map(([, found]) => found ?? '');
}

it('finds the help of a screen, or of the one above', () => {
  expect(findTopic('/datos/importar').path).toBe('/datos/importar');
  expect(findTopic('/indicadores/plazo-debito').path).toBe('/indicadores/$');
  expect(findTopic('/administracion/personas/nueva').path).toBe('/administracion');
  expect(findTopic('/nada').path).toBe('/');
});

it('has help for every screen of the registry', () => {
  const paths = listPaths();
  expect(paths.length).toBeGreaterThan(20);
  const without = paths.filter((one) => one !== '/' && !BELOW.includes(one) && findTopic(one).path === '/');
  expect(without).toEqual([]);
});

it('says the same parts in both languages', () => {
  for (const { path: topic, body } of TOPICS) {
    const shape = (text: string) => readProse(text).map((block) => block.kind);
    expect(shape(body.en), topic).toEqual(shape(body.es));
  }
});
