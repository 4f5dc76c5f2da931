import { expect, it } from 'vitest';
import {
  listCalendars,
  listUsualPacks,
  type StartChoices,
  toDraft,
  toLogin,
  toStartBody,
} from './start-draft.ts';

const text = (es: string) => ({ es, en: es });
const words = { client: 'socio', unit: 'oficina', staff: 'asesor' } as const;
const choices: StartChoices = {
  needed: true,
  kinds: [{ id: 'cooperativa', name: text('Cooperativa'), words }],
  countries: [{ id: 'EC', name: text('Ecuador'), zone: 'America/Guayaquil', holidays: true }],
  packs: [
    { id: 'tarjetas', name: text('Tarjetas'), indicators: 7, processes: 14, usual: true },
    { id: 'micro', name: text('Microcrédito'), indicators: 4, processes: 1, usual: false },
  ],
  calendars: [
    {
      id: 'ecuador-especial',
      name: text('Especial'),
      zone: 'America/Guayaquil',
      country: 'EC',
      hours: text(''),
    },
    {
      id: 'ecuador-regular',
      name: text('Regular'),
      zone: 'America/Guayaquil',
      country: 'EC',
      hours: text(''),
    },
    { id: 'peru', name: text('Perú'), zone: 'America/Lima', country: 'PE', hours: text('') },
  ],
  exception_days: 365,
  password_length: { alone: 15, with_second_factor: 12 },
};

it('opens with the words of the kind and the regular calendar of the country', () => {
  const draft = toDraft(choices);
  expect(draft).toMatchObject({ kind: 'cooperativa', words, country: 'EC', calendar: 'ecuador-regular' });
  expect(listCalendars(choices, 'EC').map(({ id }) => id)).toEqual(['ecuador-especial', 'ecuador-regular']);
});

it('begins a bank with the usual packs, and others with none until they choose', () => {
  expect(listUsualPacks(choices, 'banco')).toEqual(['tarjetas']);
  expect(toDraft(choices).packs).toEqual([]);
});

it('makes a user name of a name', () => {
  expect(toLogin('Ana María Pérez')).toBe('ana.maria');
  expect(toLogin('  Íñigo  ')).toBe('inigo');
});

it('gives one or two people administration and analysis, and more of them apart', () => {
  const draft = { ...toDraft(choices), person: 'Rosa Quishpe', login: 'rosa' };
  const roles = (people_count: number) =>
    toStartBody({ ...draft, people_count }, 'es').people[0]?.grants.map(({ role }) => role);
  expect(roles(2)).toEqual(['administrator', 'analyst']);
  expect(roles(3)).toEqual(['administrator']);
});

it('leaves out lines of people without a name, and hours when a calendar is chosen', () => {
  const draft = {
    ...toDraft(choices),
    people_count: 3,
    others: [
      { name: ' Luis Vera ', role: 'analyst' },
      { name: ' ', role: 'management' },
    ],
  } as const;
  const body = toStartBody(draft, 'es');
  expect(body.hours).toBeNull();
  expect(body.people.slice(1)).toMatchObject([{ name: 'Luis Vera', login: 'luis.vera' }]);
  expect(toStartBody({ ...draft, calendar: null }, 'es').hours).toEqual({
    from: '09:00',
    to: '17:00',
    saturday: false,
  });
});
