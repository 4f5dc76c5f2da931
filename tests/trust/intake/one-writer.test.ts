import { afterAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../../src/ledger/index.ts';
import { goodRows, look, NOW, openHouse, start, toFile } from './house.ts';

/** Second starts while a first has the folder: `CIRCUITO_STARTS=100` for a long night. */
const STARTS = Number(process.env['CIRCUITO_STARTS'] ?? 10);

const houses = [openHouse('uno'), openHouse('dos'), openHouse('ocho')] as const;
afterAll(() => houses.forEach((house) => house.drop()));

const FILE = toFile(goodRows(50));

describe('one writer', () => {
  it.each([
    [2, houses[1]],
    [8, houses[2]],
  ])(
    '%d imports of one file at once end like one',
    async (n, house) => {
      const [once] = houses;
      await once.say('import', 'requests', once.put('junio.csv', FILE));
      const file = house.put('junio.csv', FILE);
      const answers = await Promise.all(
        Array.from({ length: n }, () => start(['import', 'requests', file, '--data', house.data]).ended),
      );
      for (const { exit, err } of answers)
        expect(exit === 0 ? 'done' : err).toMatch(/^done$|Otro programa está usando la carpeta de datos/);
      expect(answers.some(({ exit }) => exit === 0)).toBe(true);
      expect(answers.every(({ exit }) => exit === 0 || exit === 2)).toBe(true);
      expect(await look(house.data, 'verified')).toEqual(await look(once.data, 'verified'));
    },
    120_000,
  );

  it(
    `${STARTS} second starts are refused within two seconds of starting`,
    async () => {
      const [house] = houses;
      const held = openLedger(house.data, () => NOW);
      try {
        // How long the program takes to begin at all on this machine, now.
        const begin = performance.now();
        await start(['help']).ended;
        const startup = performance.now() - begin;
        const begun = async () => {
          const from = performance.now();
          const answer = await start(['measure', '--period', '2011', '--data', house.data]).ended;
          return { ...answer, ms: performance.now() - from - startup };
        };
        for (let at = 0; at < STARTS; at += 2) {
          for (const { exit, out, err, ms } of await Promise.all([begun(), begun()])) {
            expect({ exit, out }).toEqual({ exit: 2, out: '' });
            expect(err).toMatch(/Otro programa está usando.*[Ee]spere/);
            expect(ms).toBeLessThan(2000);
          }
        }
      } finally {
        held.close();
      }
      expect(await house.say('measure', '--period', '2011')).toMatchObject({ exit: 0 });
    },
    60_000 + STARTS * 5000,
  );
});
