import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { row } from './bad-input.ts';
import { dropHouses, figures, goodRows, type House, openHouse, prepareHouses, toFile } from './house.ts';

beforeAll(prepareHouses);
afterAll(dropHouses);

const open: House[] = [];
function newHouse(): House {
  const house = openHouse('versiones');
  open.push(house);
  return house;
}
afterEach(() => {
  for (const house of open.splice(0)) house.drop();
});

/** Brings files in order; each answers with its counts in short: read, accepted, updated, quarantined, duplicate, blank. */
async function bring(house: House, ...files: readonly (readonly [string, string])[]): Promise<number[][]> {
  const counts: number[][] = [];
  for (const [name, content] of files) {
    const { exit, err } = await house.say('import', 'requests', house.put(name, content));
    expect([name, exit, err]).toEqual([name, 0, '']);
    const { counts: found } = house.imports().at(-1)!;
    counts.push([found.read, found.accepted, found.updated, found.quarantined, found.duplicate, found.blank]);
  }
  return counts;
}

const JUNE = toFile([...goodRows(3), row({ id: 'R9', closed: '', status: 'abierto' })]);
const JULY = toFile([...goodRows(2, 4), row({ id: 'R9', closed: '2011-07-01 08:00' })]);

describe('versions of a row', () => {
  it("closes June's open request with July's file, in either order of arrival", async () => {
    const forward = newHouse();
    expect(await bring(forward, ['junio.csv', JUNE], ['julio.csv', JULY])).toEqual([
      [4, 4, 0, 0, 0, 0],
      [3, 2, 1, 0, 0, 0],
    ]);
    const backward = newHouse();
    expect(await bring(backward, ['julio.csv', JULY], ['junio.csv', JUNE])).toEqual([
      [3, 3, 0, 0, 0, 0],
      [4, 3, 1, 0, 0, 0],
    ]);
    const once = newHouse();
    const rows = [...goodRows(5), row({ id: 'R9', closed: '2011-07-01 08:00' })];
    await bring(once, ['todo.csv', toFile(rows)]);
    expect(await figures(forward)).toBe(await figures(once));
    expect(await figures(backward)).toBe(await figures(once));
  });

  it('changes nothing by the same bytes again, under another name too', async () => {
    const house = newHouse();
    await bring(house, ['junio.csv', JUNE]);
    const before = await house.state();
    for (const name of ['junio.csv', 'copia.csv']) {
      const again = await house.say('import', 'requests', house.put(name, JUNE));
      expect(again).toMatchObject({ exit: 0, err: '' });
      expect(again.out).toMatch(/ya estaba importado/);
    }
    expect(await house.state()).toEqual(before);
    expect(house.imports()).toHaveLength(1);
  });

  it('counts the rows that files share as repeated', async () => {
    const house = newHouse();
    expect(
      await bring(
        house,
        ['a.csv', toFile(goodRows(5))],
        ['b.csv', toFile(goodRows(5, 3))],
        ['c.csv', `${toFile(goodRows(7))}\n,,,,,,,\n`],
      ),
    ).toEqual([
      [5, 5, 0, 0, 0, 0],
      [5, 2, 0, 0, 3, 0],
      [9, 0, 0, 0, 7, 2],
    ]);
    const once = newHouse();
    await bring(once, ['todo.csv', toFile(goodRows(7))]);
    expect(await figures(house)).toBe(await figures(once));
  });

  it('takes the content that came last: A, then B, then A again', async () => {
    const [a, b] = [row({ minutes: '10' }), row({ minutes: '20' })];
    const house = newHouse();
    expect(
      await bring(house, ['1.csv', toFile([a])], ['2.csv', toFile([b])], ['3.csv', `${toFile([a])}\n`]),
    ).toEqual([
      [1, 1, 0, 0, 0, 0],
      [1, 0, 1, 0, 0, 0],
      [2, 0, 1, 0, 0, 1],
    ]);
    const once = newHouse();
    await bring(once, ['a.csv', toFile([a])]);
    expect(await figures(house)).toBe(await figures(once));
  });

  it('takes the last of two rows with one key in one file, and counts both', async () => {
    const house = newHouse();
    const rows = [row({ minutes: '10' }), row({ minutes: '20' }), row({ minutes: '20' })];
    expect(await bring(house, ['doble.csv', toFile(rows)])).toEqual([[3, 1, 1, 0, 1, 0]]);
    const once = newHouse();
    await bring(once, ['una.csv', toFile([row({ minutes: '20' })])]);
    expect(await figures(house)).toBe(await figures(once));
  });

  it('gives back the versions that an undone import had displaced, and takes the same bytes again', async () => {
    const house = newHouse();
    await bring(house, ['junio.csv', JUNE]);
    const june = await house.state();
    await bring(house, ['julio.csv', JULY]);
    const both = await house.state();
    expect(await house.say('undo', house.imports()[1]!.id)).toMatchObject({ exit: 0 });
    expect(await house.state()).toEqual(june);
    expect(await house.say('verify')).toMatchObject({ exit: 0 });
    expect(await bring(house, ['julio.csv', JULY])).toEqual([[3, 2, 1, 0, 0, 0]]);
    expect(await house.state()).toEqual(both);
    const twice = await house.say('undo', house.imports()[1]!.id);
    expect(twice).toMatchObject({ exit: 2, out: '' });
    expect(twice.err).toMatch(/ya se deshizo/);
  });

  it('keeps rows that a second file delivered too when the first is undone', async () => {
    const house = newHouse();
    await bring(house, ['a.csv', toFile(goodRows(4))], ['b.csv', toFile(goodRows(4, 3))]);
    expect(await house.say('undo', house.imports()[0]!.id)).toMatchObject({ exit: 0 });
    const once = newHouse();
    await bring(once, ['b.csv', toFile(goodRows(4, 3))]);
    expect(await figures(house)).toBe(await figures(once));
    await house.say('undo', house.imports()[1]!.id);
    expect(await figures(house)).toBe(await figures(newHouse()));
    expect(await house.say('verify')).toMatchObject({ exit: 0 });
  });

  it('leaves no trace of a trial', async () => {
    const house = newHouse();
    await bring(house, ['junio.csv', JUNE]);
    const before = [await house.state(), house.imports()];
    const trial = await house.say('import', 'requests', house.put('julio.csv', JULY), '--dry-run');
    expect(trial.exit).toBe(0);
    expect(trial.out).toMatch(/3 leídas = 2 aceptadas \+ 1 actualizada/);
    expect(trial.out).toMatch(/no se guardó nada/);
    expect([await house.state(), house.imports()]).toEqual(before);
    expect(await bring(house, ['julio.csv', JULY])).toEqual([[3, 2, 1, 0, 0, 0]]);
  });
});
