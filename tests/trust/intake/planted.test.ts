import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Dress,
  printDay,
  type Spoil,
  toDice,
  toDress,
  toDressedFile,
  toRequests,
} from './dressed-file.ts';
import { dropHouses, figures, HEADER, openHouse, prepareHouses, toFile } from './house.ts';

/** Files generated: `CIRCUITO_FILES=500` for a long night, `CIRCUITO_SEED` for others. */
const FILES = Number(process.env['CIRCUITO_FILES'] ?? 6);
const SEED = Number(process.env['CIRCUITO_SEED'] ?? 2011);

beforeAll(prepareHouses);
afterAll(dropHouses);

const open: (() => void)[] = [];
afterAll(() => open.forEach((drop) => drop()));
function newHouse() {
  const house = openHouse('sembrados');
  open.push(house.drop);
  return house;
}

/** A kind of defect: how a row is spoiled, and the column and code it must be told by. */
interface Planted {
  readonly code: string;
  readonly column: (dress: Dress) => string | null;
  readonly spoil: Spoil;
}

const setDay = (cells: Map<string, string>, name: string, text: string): void => {
  cells.set(`${name}_date`, text);
  cells.set(name, `${text} 08:00`);
};
const dated = (name: string) => (dress: Dress) => (dress.apart ? `${name}_date` : name);

const KINDS: readonly Planted[] = [
  { code: 'unknown-code', column: () => 'process', spoil: (cells) => cells.set('process', 'tramite raro') },
  { code: 'unknown-code', column: () => 'status', spoil: (cells) => cells.set('status', 'cerrrado') },
  { code: 'required-empty', column: () => 'process', spoil: (cells) => cells.set('process', ' ') },
  { code: 'required-empty', column: () => 'id', spoil: (cells) => cells.set('id', '') },
  {
    code: 'unreadable-date',
    column: dated('opened'),
    spoil: (cells, dress) => setDay(cells, 'opened', printDay('2011-06-31', dress)),
  },
  { code: 'unreadable-date', column: dated('opened'), spoil: (cells) => setDay(cells, 'opened', 'lunes') },
  {
    code: 'future-date',
    column: dated('opened'),
    spoil: (cells, dress) => {
      setDay(cells, 'opened', printDay('2031-06-03', dress));
      for (const name of ['closed', 'closed_date', 'closed_time']) cells.set(name, '');
      cells.set('status', 'abierto');
    },
  },
  {
    code: 'closes-before-opens',
    column: dated('closed'),
    spoil: (cells, dress) => {
      setDay(cells, 'closed', printDay('2011-05-03', dress));
      cells.set('closed_time', '08:00');
      cells.set('status', 'cerrado');
    },
  },
  {
    code: 'closed-without-date',
    column: () => 'status',
    spoil: (cells) => {
      for (const name of ['closed', 'closed_date', 'closed_time']) cells.set(name, '');
      cells.set('status', 'cerrado');
    },
  },
  { code: 'unreadable-number', column: () => 'minutes', spoil: (cells) => cells.set('minutes', 'doce') },
  { code: 'negative-minutes', column: () => 'minutes', spoil: (cells) => cells.set('minutes', '-4') },
  { code: 'too-many-cells', column: () => null, spoil: (cells) => cells.set('extra', 'de más') },
];

describe('generated files', () => {
  it.each(Array.from({ length: FILES }, (_, index) => SEED + index))(
    'seed %d: every planted defect is found in its place, none is imagined, and the dress changes no fact',
    async (seed) => {
      const dice = toDice(seed);
      const dress = toDress(dice);
      const requests = toRequests(dice, 40);
      // The first row settles order and mark, so it stays whole.
      const spoiled = new Map(
        dice
          .shuffle(Array.from({ length: 39 }, (_, index) => index + 1))
          .slice(0, 3 + dice.below(7))
          .map((index) => [index, dice.pick(KINDS)] as const),
      );
      const told = new Map([...spoiled].map(([index, { spoil }]) => [index, spoil]));
      const { bytes, lines, headers } = toDressedFile(requests, dress, dice, told);
      const house = newHouse();
      const answer = await house.say('import', 'requests', house.put('datos.csv', bytes));
      expect({ dress, exit: answer.exit, err: answer.err }).toEqual({ dress, exit: 1, err: '' });
      const planted = [...spoiled]
        .sort(([a], [b]) => a - b)
        .map(([index, { code, column }]) => {
          const name = column(dress);
          return [lines[index], name === null ? null : headers[name], code];
        });
      expect({ dress, found: house.waiting().map(({ line, column, code }) => [line, column, code]) }).toEqual(
        {
          dress,
          found: planted,
        },
      );
      expect(house.imports()[0]!.counts).toEqual({
        read: 40,
        accepted: 40 - planted.length,
        updated: 0,
        quarantined: planted.length,
        duplicate: 0,
        blank: 0,
      });

      const clean = newHouse();
      const dressed = toDressedFile(requests, toDress(dice), dice).bytes;
      expect(await clean.say('import', 'requests', clean.put('vestido.csv', dressed))).toMatchObject({
        exit: 0,
        err: '',
      });
      const plain = newHouse();
      const rows = requests.map(({ id, process, unit, person, opened, closed, minutes }) =>
        [
          id,
          process,
          unit,
          person,
          opened,
          closed ?? '',
          closed === null ? 'abierto' : 'cerrado',
          minutes,
        ].join(','),
      );
      await plain.say('import', 'requests', plain.put('simple.csv', toFile(rows, HEADER)));
      expect(await figures(clean)).toBe(await figures(plain));
    },
    60_000,
  );
});
