import { describe, expect, it } from 'vitest';
import { EVERYTHING, joinScopes, type Person, type RoleGrant, toScope } from './permission.ts';

const TODAY = '2026-07-01';
const grant = (role: RoleGrant['role'], more: Partial<RoleGrant> = {}): RoleGrant => ({
  role,
  units: null,
  processes: null,
  until: null,
  ...more,
});
const person = (...grants: RoleGrant[]): Person => ({
  id: 'p1',
  login: 'ana',
  name: 'Ana',
  language: 'es',
  staff_name: 'Ana Mora',
  grants,
});

describe('toScope', () => {
  it('gives nothing to whoever has no role with the permission, or whose role is over', () => {
    expect(toScope(person(), 'see-indicators', TODAY)).toBeNull();
    expect(toScope(person(grant('executive')), 'see-rows', TODAY)).toBeNull();
    expect(toScope(person(grant('analyst', { until: '2026-06-30' })), 'see-rows', TODAY)).toBeNull();
    expect(toScope(person(grant('analyst', { until: TODAY })), 'see-rows', TODAY)).toEqual(EVERYTHING);
  });

  it('holds to units, processes and name whoever reaches what is their own', () => {
    const reach = (...grants: RoleGrant[]) => toScope(person(...grants), 'see-indicators', TODAY);
    expect(reach(grant('supervisor', { units: ['Norte'] }))).toEqual({
      units: ['Norte'],
      processes: null,
      staff_name: null,
    });
    expect(reach(grant('process-owner', { processes: ['pin'] }))).toEqual({
      units: null,
      processes: ['pin'],
      staff_name: null,
    });
    expect(reach(grant('executive', { units: ['Norte'] }))).toEqual({
      units: ['Norte'],
      processes: null,
      staff_name: 'Ana Mora',
    });
  });

  it('gives no unit, no process and nobody to whom none was given', () => {
    expect(toScope(person(grant('supervisor')), 'see-rows', TODAY)?.units).toEqual([]);
    expect(toScope(person(grant('process-owner')), 'see-rows', TODAY)?.processes).toEqual([]);
    const nobody = { ...person(grant('technician')), staff_name: null };
    expect(toScope(nobody, 'see-people-figures', TODAY)?.staff_name).toBe('');
  });

  it('adds the units of two roles, and the wider of two takes the other in', () => {
    const two = [grant('supervisor', { units: ['Sur'] }), grant('supervisor', { units: ['Norte'] })];
    expect(toScope(person(...two), 'see-rows', TODAY)?.units).toEqual(['Norte', 'Sur']);
    const wide = [grant('executive', { units: ['Norte'] }), grant('supervisor', { units: ['Norte', 'Sur'] })];
    expect(toScope(person(...wide), 'see-indicators', TODAY)).toEqual({
      units: ['Norte', 'Sur'],
      processes: null,
      staff_name: null,
    });
    expect(toScope(person(grant('analyst'), ...two), 'see-rows', TODAY)).toEqual(EVERYTHING);
  });

  it('never reaches more than was given: a role by unit and one by process are not everything', () => {
    const mixed = [grant('supervisor', { units: ['Norte'] }), grant('process-owner', { processes: ['pin'] })];
    expect(toScope(person(...mixed), 'see-rows', TODAY)).toEqual({
      units: ['Norte'],
      processes: null,
      staff_name: null,
    });
    expect(joinScopes({ ...EVERYTHING, units: ['a'] }, { ...EVERYTHING, processes: ['b'] })).toBeNull();
  });

  it('joins only what one scope says, whatever the limits', () => {
    const limits = [null, [], ['a'], ['b'], ['a', 'b']];
    const scopes = limits.flatMap((units) =>
      limits.flatMap((processes) => [null, 'x', 'y'].map((staff_name) => ({ units, processes, staff_name }))),
    );
    const world = ['a', 'b', 'c'].flatMap((unit) =>
      ['a', 'b', 'c'].flatMap((process) => ['x', 'y', 'z'].map((name) => ({ unit, process, name }))),
    );
    const holds = (scope: (typeof scopes)[number], { unit, process, name }: (typeof world)[number]) =>
      (scope.units === null || scope.units.includes(unit)) &&
      (scope.processes === null || scope.processes.includes(process)) &&
      (scope.staff_name === null || scope.staff_name === name);
    let joined = 0;
    for (const one of scopes)
      for (const other of scopes) {
        const both = joinScopes(one, other) as (typeof scopes)[number] | null;
        if (both === null) continue;
        joined += 1;
        const wrong = world.filter((fact) => holds(both, fact) !== (holds(one, fact) || holds(other, fact)));
        expect(wrong, JSON.stringify([one, other, both])).toEqual([]);
      }
    expect(joined).toBeGreaterThan(1000);
  });
});
