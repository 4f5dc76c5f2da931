import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RAW_STEPS } from '../../../src/facts/index.ts';
import { LEDGER_STEPS } from '../../../src/ledger/index.ts';
import { row } from './bad-input.ts';
import { goodRows, type Look, look, openHouse, runCommand, start, toFile } from './house.ts';

/** Random kills beside those at named steps: `CIRCUITO_KILLS=200` for a long night. */
const KILLS = Number(process.env['CIRCUITO_KILLS'] ?? 6);

const house = openHouse('muertes');
afterAll(() => house.drop());

const NEXT = toFile([
  ...goodRows(30, 10),
  row({ id: 'R2', minutes: '59' }),
  row({ id: 'R90', process: 'nada' }),
  row({ id: 'R91', closed: '2011-06-01 08:00' }),
]);
const base = join(house.files, 'base');
const whole = join(house.files, 'entera');
const file = house.put('julio.csv', NEXT);
let before: Look;
let after: Look;
let undone: Look;

/** Runs one command on a copy of a folder; the program dies at a step, or after a while. */
async function die(
  name: string,
  from: string,
  command: readonly string[],
  how: { readonly step: string } | { readonly ms: number },
): Promise<{ readonly data: string; readonly signal: string | null }> {
  const data = join(house.files, `muere-${name}`);
  cpSync(from, data, { recursive: true });
  const { child, ended } = start(
    [...command, '--data', data],
    'step' in how ? { CIRCUITO_STOP_AT: how.step } : {},
  );
  if ('ms' in how) setTimeout(() => child.kill('SIGKILL'), how.ms);
  return { data, signal: (await ended).signal };
}

/** What stands after a death, and after the same command again. */
async function revive(data: string, command: readonly string[], end: Look) {
  // The two states are verified against fresh facts once; here their figures are compared.
  const found = await look(data, 'checked');
  let last = found;
  if (found.kept !== end.kept) {
    await runCommand(data, command);
    last = await look(data, 'checked');
  }
  rmSync(data, { recursive: true });
  return { found, end: last };
}

beforeAll(async () => {
  const first = house.put('junio.csv', toFile([...goodRows(5), row({ id: 'R80', process: 'otro' })]));
  await house.say('import', 'requests', first);
  cpSync(house.data, base, { recursive: true });
  await house.say('import', 'requests', file);
  cpSync(house.data, whole, { recursive: true });
  await house.say('undo', house.imports()[1]!.id);
  before = await look(base, 'verified');
  after = await look(whole, 'verified');
  undone = await look(house.data, 'verified');
  expect([before.found, after.found]).toEqual([[], []]);
  expect(undone).toEqual(before);
  expect(after).not.toEqual(before);
});

describe('a program that dies', () => {
  const steps = [...RAW_STEPS, 'facts-insert', ...LEDGER_STEPS, 'facts-commit', 'facts-committed'];

  it.concurrent.each(steps)(
    'at %s of an import leaves it wholly done or not begun',
    async (step) => {
      const command = ['import', 'requests', file];
      const { data, signal } = await die(`import-${step}`, base, command, { step });
      expect(signal).toBe('SIGKILL');
      const { found, end } = await revive(data, command, after);
      expect([before, after]).toContainEqual(found);
      expect(end).toEqual(after);
    },
    60_000,
  );

  it.concurrent.each(LEDGER_STEPS)(
    'at %s of an undo leaves it wholly done or not begun',
    async (step) => {
      const command = ['undo', house.imports()[1]!.id];
      const { data, signal } = await die(`undo-${step}`, whole, command, { step });
      expect(signal).toBe('SIGKILL');
      const { found, end } = await revive(data, command, undone);
      expect([before, after]).toContainEqual(found);
      expect(end).toEqual(undone);
    },
    60_000,
  );

  it(
    `at any moment, ${KILLS} times, leaves it wholly done or not begun`,
    async () => {
      const command = ['import', 'requests', file];
      for (let kill = 0; kill < KILLS; kill += 1) {
        // The first third of a run is loading the program; after that it reads and writes.
        const ms = 200 + ((kill * 617) % 900);
        const { data } = await die(`azar-${kill}`, base, command, { ms });
        const { found, end } = await revive(data, command, after);
        expect([before, after]).toContainEqual(found);
        expect(end).toEqual(after);
      }
    },
    60_000 + KILLS * 10_000,
  );
});
