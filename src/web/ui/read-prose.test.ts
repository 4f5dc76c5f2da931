import { expect, it } from 'vitest';
import { readProse } from './read-prose.ts';

const plain = (text: string) => ({ text, kind: 'plain' });

it('reads headings, paragraphs and lists', () => {
  expect(readProse('# Uno\n\nDos\nlíneas.\n\n- a\n  sigue\n- b\n\n1. x\n2. y\n')).toEqual([
    { kind: 'heading', level: 1, spans: [plain('Uno')] },
    { kind: 'paragraph', spans: [plain('Dos líneas.')] },
    { kind: 'list', ordered: false, items: [[plain('a sigue')], [plain('b')]] },
    { kind: 'list', ordered: true, items: [[plain('x')], [plain('y')]] },
  ]);
});

it('reads what stands out inside a line, and takes markup as text', () => {
  expect(readProse('Vea **esto**, `aquello` y [Datos](/datos/importar). <b>no</b>')).toEqual([
    {
      kind: 'paragraph',
      spans: [
        plain('Vea '),
        { text: 'esto', kind: 'strong' },
        plain(', '),
        { text: 'aquello', kind: 'code' },
        plain(' y '),
        { text: 'Datos', kind: 'link', to: '/datos/importar' },
        plain('. <b>no</b>'),
      ],
    },
  ]);
});

it('makes no link out of the app', () => {
  const [block] = readProse('[fuera](https://example.com)');
  expect(block).toEqual({ kind: 'paragraph', spans: [plain('[fuera](https://example.com)')] });
});
