import { type ScheduleId, SEGMENTS } from './code.ts';
import { listMonths, readDay, toDay, toWeekday } from './date.ts';
import { type Prng, toPrng } from './prng.ts';
import { LOAN, NO_SCHEDULE, OVERLOADED_UNIT, SCHEDULE_CHANGE_PERSON } from './story.ts';
import type { Absence, Assignment, Client, Unit, World } from './world.ts';

/** A world with all that the generators need: the tables, and the few places that stories name. */
export interface GeneratedWorld {
  readonly name: string;
  readonly world: World;
  readonly overloadedUnit: number;
  /** Unit and person of the story of the person without a schedule, or null. */
  readonly noSchedule: { readonly unit: number; readonly person: number; readonly month: string } | null;
}

export const FIRST_MONTH = { year: 2010, month: 7 } as const;

const DEMO_UNITS: readonly (readonly [name: string, zone: string, people: number, schedule: ScheduleId])[] = [
  ['Quito Norte', 'Sierra Norte', 5, 'regular'],
  ['Quito Sur', 'Sierra Norte', 4, 'especial'],
  ['Ibarra', 'Sierra Norte', 3, 'regular'],
  ['Ambato', 'Sierra Centro y Sur', 3, 'regular'],
  ['Riobamba', 'Sierra Centro y Sur', 3, 'regular'],
  ['Cuenca', 'Sierra Centro y Sur', 3, 'regular'],
  ['Guayaquil Centro', 'Costa', 5, 'regular'],
  [OVERLOADED_UNIT, 'Costa', 4, 'especial'],
  ['Manta', 'Costa', 3, 'regular'],
  ['Machala', 'Costa', 3, 'especial'],
  ['El Coca', 'Amazonía e Insular', 2, 'regular'],
  ['Puerto Ayora', 'Amazonía e Insular', 2, 'especial'],
];

const FIRST_NAMES =
  'Ana,Luis,María,José,Rosa,Andrés,Carmen,Jorge,Lucía,Iván,Elena,Raúl,Inés,Nelson,Sofía,Óscar,Paola,Hugo,Nancy,Édgar'.split(
    ',',
  );
const LAST_NAMES =
  'Almeida,Benítez,Cárdenas,Delgado,Espín,Freire,Guamán,Herrera,Iñiguez,Jácome,Lema,Muñoz,Núñez,Tapia,Ortiz,Peña,Quishpe,Ríos,Suárez,Toapanta,Ulloa,Vásquez,Yépez,Zambrano,Acosta,Bravo,Chiluisa,Dávila,Endara,Flores,Gallegos,Haro,Izurieta,Játiva,Loor,Mora,Narváez,Oña,Paredes,Rosero'.split(
    ',',
  );

const GALAPAGOS = 'Pacific/Galapagos';
const MAINLAND = 'America/Guayaquil';
const SINCE = readDay('2010-01-04');

function firstMonday(first: number): number {
  let day = first;
  while (toWeekday(day) !== 1) day++;
  return day;
}

/**
 * Fifteen days of holiday a year for each person: one in three in August, the others spread
 * over the other months; and a few short illnesses.
 */
function listAbsences(world: string, people: number, months: number): Absence[] {
  const absences: Absence[] = [];
  for (const month of listMonths(FIRST_MONTH.year, FIRST_MONTH.month, months)) {
    const prng = toPrng(`${world} absences ${month.name}`);
    for (let person = 0; person < people; person++) {
      const own = person % 3 === 0 ? 8 : ((person * 5) % 12) + 1;
      const monday = firstMonday(month.first) + (person % 2) * 7;
      if (month.month === own) absences.push({ person, from: monday, to: monday + 14, kind: 'vacaciones' });
      else if (prng.below(40) === 0) {
        const from = monday + prng.below(4);
        absences.push({ person, from, to: from + prng.below(2), kind: 'enfermedad' });
      }
    }
  }
  return absences;
}

/** Clients by turns of the units, so that the clients of unit u are u, u + units, u + 2 x units... */
function listClients(count: number, units: readonly Unit[], prng: Prng): Client[] {
  return Array.from({ length: count }, (_, index) => {
    const zone = units[index % units.length]?.zone ?? '';
    return {
      sex: prng.below(100) < 54 ? 'F' : 'M',
      birth_year: 1940 + prng.below(53),
      zone,
      segment: prng.below(SEGMENTS.length),
    };
  });
}

/** The demo world: 12 units in 4 zones, 40 people and one trainee, 6,000 clients. */
export function toDemoWorld(months: number): GeneratedWorld {
  const units = DEMO_UNITS.map(([name, zone, , schedule]) => ({
    name,
    zone,
    time_zone: name === 'Puerto Ayora' ? GALAPAGOS : MAINLAND,
    calendar: schedule === 'regular' ? 'ecuador-regular' : 'ecuador-especial',
  }));
  const people = LAST_NAMES.map((last, index) => `${FIRST_NAMES[index % FIRST_NAMES.length]} ${last}`);
  const findUnit = (name: string): number => units.findIndex((unit) => unit.name === name);
  const assignments: Assignment[] = [];
  let person = 0;
  DEMO_UNITS.forEach(([, , count, schedule], unit) => {
    for (let seat = 0; seat < count; seat++, person++) {
      const changes = people[person] === SCHEDULE_CHANGE_PERSON;
      const to = changes ? readDay('2011-09-14') : null;
      assignments.push({ person, unit, schedule, from: SINCE, to });
      if (changes)
        assignments.push({ person, unit, schedule: 'especial', from: readDay('2011-09-15'), to: null });
      if (people[person] === LOAN.person) {
        const away = { from: readDay('2011-10-10'), to: readDay('2011-10-28') };
        assignments.push({ person, unit: findUnit(LOAN.to), schedule, ...away });
      }
    }
  });
  const noSchedule = { unit: findUnit(NO_SCHEDULE.unit), person: people.length, month: NO_SCHEDULE.month };
  return {
    name: 'demo',
    world: {
      units,
      people: [...people, NO_SCHEDULE.person],
      assignments,
      absences: listAbsences('demo', people.length, months),
      clients: listClients(6000, units, toPrng('demo clients')),
    },
    overloadedUnit: findUnit(OVERLOADED_UNIT),
    noSchedule,
  };
}

/** The large world: 200 units, one in twenty in the Galapagos, 1,000 people, 200,000 clients. */
export function toLargeWorld(months: number): GeneratedWorld {
  const units = Array.from({ length: 200 }, (_, index) => ({
    name: `U${String(index + 1).padStart(3, '0')}`,
    zone: `Z${String((index % 20) + 1).padStart(2, '0')}`,
    time_zone: index % 20 === 19 ? GALAPAGOS : MAINLAND,
    calendar: index % 3 === 2 ? 'ecuador-especial' : 'ecuador-regular',
  }));
  const people = Array.from({ length: 1000 }, (_, index) => `P${String(index + 1).padStart(4, '0')}`);
  return {
    name: 'large',
    world: {
      units,
      people,
      assignments: people.map((_, person) => {
        const unit = Math.floor(person / 5);
        return { person, unit, schedule: unit % 3 === 2 ? 'especial' : 'regular', from: SINCE, to: null };
      }),
      absences: listAbsences('large', people.length, months),
      clients: listClients(200_000, units, toPrng('large clients')),
    },
    overloadedUnit: 7,
    noSchedule: null,
  };
}

/** Days from Monday to Friday on which the bank is closed. */
export const HOLIDAYS: ReadonlySet<number> = new Set(
  (
    [
      [2010, 8, 10],
      [2010, 10, 11],
      [2010, 11, 2],
      [2010, 11, 3],
      [2010, 12, 24],
      [2010, 12, 31],
      [2011, 3, 7],
      [2011, 3, 8],
      [2011, 4, 22],
      [2011, 5, 27],
      [2011, 8, 12],
      [2011, 10, 10],
      [2011, 11, 2],
      [2011, 11, 3],
      [2011, 12, 26],
      [2012, 1, 2],
      [2012, 2, 20],
      [2012, 2, 21],
      [2012, 4, 6],
      [2012, 5, 1],
      [2012, 5, 25],
    ] as const
  ).map(([year, month, day]) => toDay(year, month, day)),
);
