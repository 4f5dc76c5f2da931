import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../src/facts/index.ts';
import { row } from './bad-input.ts';
import {
  dropHouses,
  figures,
  goodRows,
  HEADER,
  type House,
  openHouse,
  prepareHouses,
  toFile,
} from './house.ts';

beforeAll(prepareHouses);
afterAll(dropHouses);

const open: House[] = [];
function newHouse(): House {
  const house = openHouse('corregir');
  open.push(house);
  return house;
}
afterEach(() => {
  for (const house of open.splice(0)) house.drop();
});

const WRONG = [
  row({ id: 'R20', process: 'actualizacion-dato' }),
  row({ id: 'R21', opened: '2011-06-31 08:00' }),
  row({ id: 'R22', minutes: '-3' }),
];
const RIGHT = [
  row({ id: 'R20' }),
  row({ id: 'R21', opened: '2011-06-03 08:00' }),
  row({ id: 'R22', minutes: '3' }),
];

describe('rows to correct, taken out and brought back', () => {
  it('enters what was corrected, keeps once what is still wrong, and then has nothing to correct', async () => {
    const house = newHouse();
    await house.say('import', 'requests', house.put('junio.csv', toFile([...goodRows(3), ...WRONG])));
    const out = join(house.files, 'corregir.csv');
    expect(await house.say('quarantine', '--out', out)).toMatchObject({ exit: 0 });
    const text = readFileSync(out, 'utf8');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(`\uFEFF${HEADER},circuito_correccion,problema`);
    expect(lines).toHaveLength(5);
    expect(text).toMatch(/línea 5.*actualizacion-dato.*¿Quiso decir «actualizacion-datos»\?/);

    // Two are corrected in place, one is left as it was.
    const half = text.replace('actualizacion-dato,', 'actualizacion-datos,').replace('06-31', '06-03');
    const first = await house.say('import', 'requests', house.put('corregidas.csv', half));
    expect({ exit: first.exit, err: first.err }).toEqual({ exit: 1, err: '' });
    expect(first.out).toMatch(/3 leídas = 2 aceptadas \+ 0 actualizadas \+ 1 por corregir/);
    expect(first.out).not.toMatch(/no se usan/);
    expect(house.waiting().map(({ code, cells }) => [code, cells[0]])).toEqual([['negative-minutes', 'R22']]);

    expect(await house.say('quarantine', '--out', out)).toMatchObject({ exit: 0 });
    const rest = readFileSync(out, 'utf8');
    expect(rest.split('\r\n')[0]).toBe(`\uFEFF${HEADER},circuito_correccion,problema`);
    const second = await house.say('import', 'requests', house.put('resto.csv', rest.replace(',-3,', ',3,')));
    expect({ exit: second.exit, err: second.err }).toEqual({ exit: 0, err: '' });
    expect(house.waiting()).toEqual([]);
    const clean = newHouse();
    await clean.say('import', 'requests', clean.put('junio.csv', toFile([...goodRows(3), ...RIGHT])));
    expect(await figures(house)).toBe(await figures(clean));
    expect(await house.say('verify')).toMatchObject({ exit: 0 });

    // Undoing the corrections brings the rows back to wait where they waited.
    await house.say('undo', house.imports()[2]!.id);
    expect(house.waiting()).toHaveLength(1);
    await house.say('undo', house.imports()[1]!.id);
    expect(house.waiting()).toHaveLength(3);
    const none = await house.say('quarantine', '--out', out);
    expect(none.exit).toBe(0);
  });

  it('says so when nothing waits', async () => {
    const house = newHouse();
    const answer = await house.say('quarantine', '--out', join(house.files, 'x.csv'));
    expect(answer).toMatchObject({ exit: 2, out: '' });
    expect(answer.err).toMatch(/No hay filas por corregir/);
  });

  it('comes back as a workbook too', async () => {
    const house = newHouse();
    await house.say('import', 'requests', house.put('junio.csv', toFile([...goodRows(3), ...WRONG])));
    const out = join(house.files, 'corregir.xlsx');
    expect(await house.say('quarantine', '--out', out)).toMatchObject({ exit: 0 });
    const same = await house.say('import', 'requests', out);
    expect(same.out).toMatch(/3 leídas = 0 aceptadas \+ 0 actualizadas \+ 3 por corregir/);
    expect(house.waiting().map(({ code }) => code)).toEqual([
      'unknown-code',
      'unreadable-date',
      'negative-minutes',
    ]);
    const rows = house.waiting().map(({ cells }, index) => [...RIGHT[index]!.split(','), cells[8]!, '']);
    const ids = rows.map((cells) => cells[8]);
    expect(ids.every((id) => /^requests-[0-9a-f]+:\d+$/.test(id!))).toBe(true);
    const fixed = join(house.files, 'corregidas.xlsx');
    await writeXlsx(fixed, [
      { name: 'x', header: [...HEADER.split(','), 'circuito_correccion', 'problema'], rows },
    ]);
    expect(await house.say('import', 'requests', fixed)).toMatchObject({ exit: 0, err: '' });
    expect(house.waiting()).toEqual([]);
  });

  it('keeps the reading, the separator and the equivalence of the original', async () => {
    const house = newHouse();
    const map = house.put(
      'mapa.yaml',
      'dataset: requests\nencoding: windows-1252\nheader_line: 3\ncolumns:\n  request_id: Código interno\n  process: Qué pidió\n  opened_at: Llegó\n  closed_at: Se fue\n  handling_min: Rato\ncodes:\n  process:\n    ADP: actualizacion-datos\n',
    );
    const lines = [
      'Reporte de atención',
      '',
      'Código interno;Qué pidió;Llegó;Se fue;Rato;Ejecutivo',
      'R1;ADP;25/06/2011 08:00;26/06/2011 09:00;12,5;Núñez',
      'R2;XXX;03/06/2011 08:00;04/06/2011 09:00;1,250;Muñoz',
      'R3;ADP;05/06/2011 08:00;04/06/2011 09:00;2,5;=Peña',
    ];
    const file = house.put('junio.txt', Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'));
    const answer = await house.say('import', 'requests', file, '--map', map);
    expect(answer.out).toMatch(/3 leídas = 1 aceptada \+ 0 actualizadas \+ 2 por corregir/);
    const out = join(house.files, 'corregir.csv');
    await house.say('quarantine', '--out', out);
    const text = readFileSync(out, 'utf8');
    expect(text).toMatch(
      /^\uFEFFCódigo interno;Qué pidió;Llegó;Se fue;Rato;Ejecutivo;circuito_correccion;problema\r\n/,
    );
    // Of what is left, no date says which comes first, day or month, and no number how much 1,250 is.
    const fixed = text.replace('XXX', 'ADP').replace('04/06/2011 09:00;2,5', '06/06/2011 09:00;2,5');
    const back = await house.say('import', 'requests', house.put('vuelta.csv', fixed));
    expect({ exit: back.exit, err: back.err }).toEqual({ exit: 0, err: '' });
    expect(back.out).toMatch(/2 leídas = 2 aceptadas/);
    expect(house.waiting()).toEqual([]);
    const once = newHouse();
    const right = ['R1,actualizacion-datos,2011-06-25 08:00,2011-06-26 09:00,12.5,Núñez'];
    right.push('R2,actualizacion-datos,2011-06-03 08:00,2011-06-04 09:00,1.25,Muñoz');
    right.push('R3,actualizacion-datos,2011-06-05 08:00,2011-06-06 09:00,2.5,=Peña');
    await once.say(
      'import',
      'requests',
      once.put('x.csv', toFile(right, 'request_id,process,opened_at,closed_at,handling_min,person')),
    );
    expect(await figures(house)).toBe(await figures(once));
  });

  it('keeps a row wrong whose cells stay beyond the header', async () => {
    const house = newHouse();
    const rows = [...goodRows(2), row({ id: 'R20', person: 'Pérez, Ana' })];
    await house.say('import', 'requests', house.put('junio.csv', toFile(rows)));
    expect(house.waiting().map(({ code }) => code)).toEqual(['too-many-cells']);
    const out = join(house.files, 'corregir.csv');
    await house.say('quarantine', '--out', out);
    await house.say('import', 'requests', out);
    expect(house.waiting().map(({ code }) => code)).toEqual(['too-many-cells']);
    await house.say('quarantine', '--out', out);
    const [head, line = ''] = readFileSync(out, 'utf8').split('\r\n');
    const cells = line.split(',');
    const mended = [...cells.slice(0, 3), '"Pérez, Ana"', cells[5]!.replace(/^ /, ''), ...cells.slice(6, 8)];
    const tail = [cells.at(-1)!, /requests-[0-9a-f]+:\d+/.exec(line)![0], ''];
    expect(
      await house.say(
        'import',
        'requests',
        house.put('bien.csv', `${[head, [...mended, ...tail].join(',')].join('\r\n')}\r\n`),
      ),
    ).toMatchObject({ exit: 0, err: '' });
    expect(house.waiting()).toEqual([]);
  });

  it('writes the rows of other data sets and other columns to files beside the first', async () => {
    const house = newHouse();
    await house.say('import', 'requests', house.put('junio.csv', toFile([...goodRows(1), WRONG[0]!])));
    await house.say(
      'import',
      'staff',
      house.put('personal.csv', 'person,unit,schedule,from,to\nAna,Norte,regulr,2011-01-01,\n'),
    );
    const { files } = await house.ask('quarantine', '--out', join(house.files, 'c.csv'));
    expect(files).toEqual([
      { path: join(house.files, 'c.csv'), dataset: 'requests', rows: 1 },
      { path: join(house.files, 'c-2.csv'), dataset: 'staff', rows: 1 },
    ]);
  });
});
