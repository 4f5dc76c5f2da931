import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../src/facts/index.ts';
import { row } from './bad-input.ts';
import { dropHouses, figures, HEADER, type House, openHouse, prepareHouses, toFile } from './house.ts';

beforeAll(prepareHouses);
afterAll(dropHouses);

const open: House[] = [];
function newHouse(): House {
  const house = openHouse('callados');
  open.push(house);
  return house;
}
afterEach(() => {
  for (const house of open.splice(0)) house.drop();
});

/** Figures of rows written plainly. */
async function plain(...rows: readonly string[]): Promise<string> {
  const house = newHouse();
  expect(await house.say('import', 'requests', house.put('x.csv', toFile(rows)))).toMatchObject({ exit: 0 });
  return figures(house);
}

const many = (change: Parameters<typeof row>[0]) =>
  Array.from({ length: 2100 }, (_, index) => row({ ...change, id: `M${index}` }));

describe('what could go wrong in silence', () => {
  it('reads an instant with its offset as that instant', async () => {
    const house = newHouse();
    const rows = [row({ opened: '2011-06-03T15:00:00+02:00', closed: '2011-06-04 14:00:00Z' })];
    await house.say('import', 'requests', house.put('x.csv', toFile(rows)));
    const { measurements } = await house.ask('measure', '--period', '2011-06');
    const found = (measurements as { indicator: string; numerator: number }[]).find(
      ({ indicator }) => indicator === 'plazo-actualizacion-datos',
    );
    expect(found?.numerator).toBe(25);
  });

  it('takes large numbers, and sets aside those nothing can count', async () => {
    const house = newHouse();
    const rows = [
      row({ id: 'L1', minutes: '18968.7' }),
      row({ id: 'L2', minutes: '2000000' }),
      row({ id: 'L3', minutes: '999999999999.5' }),
      row({ id: 'L4', minutes: '99999999999999999999' }),
    ];
    const answer = await house.say('import', 'requests', house.put('x.csv', toFile(rows)));
    expect(answer).toMatchObject({ exit: 1 });
    const { imports } = await house.ask('imports');
    expect(imports).toMatchObject([{ counts: { read: 4, accepted: 2, quarantined: 2 } }]);
  });

  it.each([
    ['of two digits', '25/06/11 08:00', '25/06/11 16:30'],
    ['with named months', '25-jun-11 08:00', '25 de junio de 2011 16:30'],
    ['with a. m. and p. m.', '25/06/2011 8:00 a. m.', '25/06/2011 04:30:00 p.m.'],
    ['in one number', '20110625080000', '20110625163000'],
  ])('reads years and hours %s', async (_, opened, closed) => {
    const house = newHouse();
    const answer = await house.say(
      'import',
      'requests',
      house.put('x.csv', toFile([row({ opened, closed })])),
    );
    expect({ exit: answer.exit, out: answer.out }).toMatchObject({ exit: 0 });
    expect(await figures(house)).toBe(
      await plain(row({ opened: '2011-06-25 08:00', closed: '2011-06-25 16:30' })),
    );
  });

  it('reads a decimal comma that is text in a workbook as a decimal comma', async () => {
    const house = newHouse();
    const path = join(house.files, 'libro.xlsx');
    const cells = (id: string, minutes: string | number) => [...row({ id }).split(',').slice(0, 7), minutes];
    await writeXlsx(path, [
      {
        name: 'x',
        header: HEADER.split(','),
        rows: [cells('R2', '12,5'), cells('R3', 7.25), cells('R4', '1.012,5')],
      },
    ]);
    expect(await house.say('import', 'requests', path)).toMatchObject({ exit: 0, err: '' });
    const rows = [
      row({ minutes: '12.5' }),
      row({ id: 'R3', minutes: '7.25' }),
      row({ id: 'R4', minutes: '1012.5' }),
    ];
    expect(await figures(house)).toBe(await plain(...rows));
  });

  it('asks about a number of a workbook that a comma leaves open', async () => {
    const house = newHouse();
    const path = join(house.files, 'libro.xlsx');
    await writeXlsx(path, [
      { name: 'x', header: HEADER.split(','), rows: [[...row({}).split(',').slice(0, 7), '1,250']] },
    ]);
    const answer = await house.say('import', 'requests', path);
    expect(answer).toMatchObject({ exit: 2, out: '' });
    expect(answer.err).toMatch(/«1,250» puede ser 1250 o 1\.250/);
  });

  it('settles a mark that first comes two thousand rows down', async () => {
    const house = newHouse();
    const rows = [...many({ minutes: '7' }), row({ minutes: '"12,5"' })];
    expect(await house.say('import', 'requests', house.put('x.csv', toFile(rows)))).toMatchObject({
      exit: 0,
    });
    expect(await figures(house)).toBe(await plain(...many({ minutes: '7' }), row({ minutes: '12.5' })));
  });

  it.each([
    [
      'a mark that can be either',
      { minutes: '7' },
      { minutes: '"1,250"' },
      /«1,250» puede ser 1250 o 1\.250/,
    ],
    ['another mark', { minutes: '7.5' }, { minutes: '"12,5"' }, /7\.5.*12,5/],
    [
      'another order',
      { opened: '25/06/2011 08:00', closed: '', status: 'abierto' },
      { opened: '06/26/2011 08:00', closed: '', status: 'abierto' },
      /25\/06\/2011.*06\/26\/2011/,
    ],
    [
      'a date that can be either',
      { closed: '', status: 'abierto' },
      { opened: '2011-06-01', closed: '03/06/2011', status: 'cerrado' },
      /«03\/06\/2011» puede ser/,
    ],
  ])('refuses %s two thousand rows down', async (_, above, below, says) => {
    const house = newHouse();
    const answer = await house.say(
      'import',
      'requests',
      house.put('x.csv', toFile([...many(above), row(below)])),
    );
    expect(answer).toMatchObject({ exit: 2, out: '' });
    expect(answer.err).toMatch(says);
    expect(house.imports()).toEqual([]);
  });

  it('leaves no copy of a file behind when it is killed, once the folder is used again', async () => {
    const house = newHouse();
    await house.say('imports');
    const left = join(house.data, 'tmp', 'intake-abc');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'utf-8.csv'), '4539148803436467');
    await house.say('imports');
    expect(existsSync(left)).toBe(false);
  });
});
