import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { circuito, makePlace } from '../command-line.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PAGE = readFileSync(path.join(ROOT, 'docs/primeros-pasos.md'), 'utf8');
const MAPPING = readFileSync(path.join(ROOT, 'docs/ejemplos/equivalencia.yaml'), 'utf8');

/** The blocks of the page in that language, as written. */
function listBlocks(language: string): string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1]!,
  );
}

/** A folder with the examples of the page in it. */
function makeDesk(): string {
  const desk = makePlace();
  cpSync(path.join(ROOT, 'docs'), path.join(desk, 'docs'), { recursive: true });
  return desk;
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('the page of first steps', () => {
  const commands = listBlocks('sh')
    .flatMap((block) => block.trim().split('\n'))
    .map((line) => line.replace('npm run -s circuito -- ', '').split(' '));

  it('shows the mapping file that it ships', () => {
    expect(listBlocks('yaml')).toEqual([MAPPING]);
  });

  it('leads from an export of the core to the verdict, command by command', async () => {
    const desk = makeDesk();
    const [bare, trial, real, out, back, month, units] = commands.map(
      (args) => () => circuito(desk, ...args),
    ) as (() => ReturnType<typeof circuito>)[];
    expect(commands).toHaveLength(7);

    const refused = await bare!();
    expect(refused.exit).toBe(2);
    expect(refused.err).toContain("  request_id: '?'   # Número de requerimiento; obligatoria");
    expect(refused.err).toContain('#   SEC OPERACION');

    expect(await trial!()).toMatchObject({ exit: 1, out: expect.stringContaining('no se guardó nada') });
    const imported = await real!();
    expect(imported.exit).toBe(1);
    expect(imported.out).toContain('windows-1252, separador «;», 4 filas de título, 2 filas de total');
    expect(imported.out).toContain(
      '49 leídas = 46 aceptadas + 0 actualizadas + 2 por corregir + 1 repetida + 0 en blanco',
    );

    expect((await out!()).exit).toBe(0);
    const file = path.join(desk, 'corregir.csv');
    const rows = readFileSync(file, 'utf8');
    const corrected = rows
      .replace('04/06/2011;;', '04/06/2011;16:20;')
      .replace(';23/06/2011;', ';25/06/2011;');
    expect(corrected).not.toBe(rows);
    writeFileSync(file, corrected);
    expect(await back!()).toMatchObject({ exit: 0, out: expect.stringContaining('2 leídas = 2 aceptadas') });

    const measured = await month!();
    expect(measured.exit).toBe(0);
    expect(plain(measured.out)).toContain('24,59 h frente a 24 h: 0,59 h más de lo previsto');
    expect(measured.out).not.toContain('por corregir');
    expect((await units!()).out).toContain('ÑUÑO TOLITA');
  });

  it('tells what the names of the core must be told to mean, all at once', async () => {
    const desk = makeDesk();
    writeFileSync(path.join(desk, 'sin-codigos.yaml'), MAPPING.slice(0, MAPPING.indexOf('codes:')));
    const args = ['import', 'requests', 'docs/ejemplos/gestiones-junio.csv', '--map', 'sin-codigos.yaml'];
    const { exit, err } = await circuito(desk, ...args);
    expect(exit).toBe(2);
    const lines = err.slice(err.indexOf('codes:')).replace(/'\?'.*$/gm, "'?'");
    const asked = MAPPING.slice(MAPPING.indexOf('codes:')).replace(/: [a-z-]+$/gm, ": '?'");
    for (const line of asked.trim().split('\n')) expect(lines).toContain(line);
  });

  it('refuses a meaning that the list does not have', async () => {
    const desk = makeDesk();
    writeFileSync(path.join(desk, 'otra.yaml'), MAPPING.replace(': entrega-pin', ': entrega-pim'));
    const args = ['import', 'requests', 'docs/ejemplos/gestiones-junio.csv', '--map', 'otra.yaml'];
    const { exit, err } = await circuito(desk, ...args);
    expect(exit).toBe(2);
    expect(err).toContain('«0512 EMISION PIN» significa «entrega-pim»');
    expect(err).toContain('¿Quiso decir «entrega-pin»?');
  });

  it('reads the same file again with what it lacked, and no row waits twice', async () => {
    const desk = makeDesk();
    const short = MAPPING.replace("    '0533 AFIL DEB AUT': debito-automatico\n", '');
    writeFileSync(path.join(desk, 'corta.yaml'), short);
    const bring = (map: string) =>
      circuito(desk, 'import', 'requests', 'docs/ejemplos/gestiones-junio.csv', '--map', map);
    const first = await bring('corta.yaml');
    expect(first.out).toContain("    '0533 AFIL DEB AUT': '?'");
    const second = await bring('docs/ejemplos/equivalencia.yaml');
    expect(second.out).toContain('2 por corregir');
    const { out } = await circuito(desk, 'quarantine', '--json');
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toHaveLength(2);
  });
});
