import { expect, it } from 'vitest';
import type { Command } from './command.ts';
import { run } from './run.ts';

it('tells a bug with a sentence, then all there is to mend it', async () => {
  const broken: Command = {
    name: 'broken',
    usage: '',
    about: { es: 'falla', en: 'fails' },
    options: {},
    args: [0, 0],
    run: () => Promise.reject(new Error('no such thing')),
  };
  const err: string[] = [];
  const exit = await run([broken], {
    argv: ['broken'],
    cwd: '/',
    clock: () => '2011-06-30T00:00:00Z',
    step: () => undefined,
    out: () => undefined,
    err: (text) => err.push(text),
    width: 80,
    colour: false,
    now_ms: () => 0,
  });
  expect(exit).toBe(2);
  expect(err[0]).toContain('No se perdió nada de lo ya guardado');
  expect(err[1]).toMatch(/^Error: no such thing\n\s+at /);
});
