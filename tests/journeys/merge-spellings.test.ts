import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  measureIndicators,
  mergeSpelling,
  openInstitution,
  syncFacts,
  unmergeSpelling,
  verifyInstitution,
} from '../../src/usecases/index.ts';
import { bring, type OpenWorld, openWorld } from './open-world.ts';

describe('merging spellings', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld('tiny');
    const { institution, folder } = world;
    // The same branch and the same person as others write them, with a calendar and a post of their own.
    const files = {
      requests: [
        'request_id,process,unit,person,opened_at,closed_at,status,handling_min',
        'X1,actualizacion-datos,Agencia Norte,A. Mora,2011-06-08 10:00,2011-06-10 10:00,cerrado,30',
      ],
      units: ['unit,zone,time_zone,calendar', 'Agencia Norte,Otra,America/New_York,'],
      staff: ['person,unit,schedule,from,to', 'A. Mora,Agencia Norte,regular,2011-06-01,'],
    };
    for (const [dataset, lines] of Object.entries(files)) {
      const path = join(folder, `${dataset}-more.csv`);
      await writeFile(path, `${lines.join('\n')}\n`);
      await bring(institution, dataset, path);
    }
  }, 120_000);
  afterAll(() => world.close());

  const figures = async (indicator: string, by: string) => {
    const asked = { period: '2011-06', indicators: [indicator], by: [by], as_of: null };
    const { measurements } = await measureIndicators(world.institution, asked);
    return Object.fromEntries<(number | null)[]>(
      measurements.map(({ dimensions, n, numerator, denominator }) => [
        dimensions[by] ?? '',
        [n, numerator, denominator],
      ]),
    );
  };

  it('moves facts, schedules, capacity and clocks to the name kept, and gives all of it back', {
    timeout: 120_000,
  }, async () => {
    const { institution } = world;
    const before = {
      units: await figures('plazo-actualizacion-datos', 'unit'),
      people: await figures('productividad-ejecutivo', 'person'),
    };
    expect(before.units['Agencia Norte']).toEqual([1, 48, 48]);
    expect(before.people['A. Mora']).toEqual([1, 30, 6600]);
    expect(before.people['Ana Mora']![2]).toBe(6600);

    await mergeSpelling(institution, 'person', 'A. Mora', 'Ana Mora');
    await mergeSpelling(institution, 'unit', 'Agencia Norte', 'norte');
    const merged = {
      units: await figures('plazo-actualizacion-datos', 'unit'),
      people: await figures('productividad-ejecutivo', 'person'),
    };
    const [n, duration, limit] = before.units['norte'] as [number, number, number];
    expect(merged.units['Agencia Norte']).toBeUndefined();
    expect(merged.units['norte']).toEqual([n + 1, duration + 48, limit + 48]);
    // One person, one capacity: two posts on the same days do not add up.
    expect(merged.people['A. Mora']).toBeUndefined();
    expect(merged.people['Ana Mora']).toEqual([1, before.people['Ana Mora']![1]! + 30, 6600]);
    const zones = await institution.facts.duck.rows(
      "select unit, zone from unit_calendars where unit in ('norte', 'Agencia Norte') order by unit",
    );
    expect(new Set(zones.map((row) => row['zone']))).toEqual(new Set(['America/Guayaquil']));
    const one = await institution.facts.duck.rows("select * from units where unit = 'norte'");
    expect(one).toHaveLength(1);

    const verified = await verifyInstitution(institution);
    expect(verified.problems).toEqual([]);

    await unmergeSpelling(institution, 'unit', 'Agencia Norte');
    await unmergeSpelling(institution, 'person', 'A. Mora');
    expect(await figures('plazo-actualizacion-datos', 'unit')).toEqual(before.units);
    expect(await figures('productividad-ejecutivo', 'person')).toEqual(before.people);
  });

  it('is still there when the folder is opened again', async () => {
    const { institution, folder } = world;
    await mergeSpelling(institution, 'person', 'A. Mora', 'Ana Mora');
    const merged = await figures('productividad-ejecutivo', 'person');
    institution.close();
    const again = await openInstitution(folder, institution.ports);
    await syncFacts(again);
    world = { ...world, institution: again };
    world = { ...world, close: closing(world.close, () => again.close()) };
    expect(await figures('productividad-ejecutivo', 'person')).toEqual(merged);
  });

  it('refuses names no fact has, and what is not merged', async () => {
    const { institution } = world;
    await expect(mergeSpelling(institution, 'unit', 'nort', 'sur')).rejects.toMatchObject({
      code: 'spelling-not-seen',
      params: { value: 'nort', hint: 'norte' },
    });
    await expect(mergeSpelling(institution, 'process', 'a', 'b')).rejects.toMatchObject({
      code: 'merge-dimension-unknown',
    });
    await expect(mergeSpelling(institution, 'unit', 'sur', 'sur')).rejects.toMatchObject({
      code: 'merge-cycle',
    });
    await expect(unmergeSpelling(institution, 'unit', 'sur')).rejects.toMatchObject({
      code: 'merge-not-found',
    });
  });
});

/** Closes the second opening, then takes the folder away (the first opening is closed already). */
function closing(rest: () => Promise<void>, first: () => void): () => Promise<void> {
  return async () => {
    first();
    await rest().catch(() => undefined);
  };
}
