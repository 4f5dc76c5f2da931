import { expect, it } from 'vitest';
import { fillText, toWordValues } from './words.ts';

const cooperative = {
  client: { es: 'socio', en: 'member' },
  agency: { es: 'oficina', en: 'office' },
  executive: { es: 'asesor', en: 'adviser' },
};

it('puts the words of the institution in a text', () => {
  const values = toWordValues(cooperative, 'es');
  expect(fillText('{Agencies} con más {clients} por {executive}', values)).toBe(
    'Oficinas con más socios por asesor',
  );
  expect(values['executives']).toBe('asesores');
  expect(fillText('{Agencies} by {client}', toWordValues(cooperative, 'en'))).toBe('Offices by member');
});

it('has words of its own for an institution that chose none', () => {
  expect(fillText('{clients}, {agencies}, {executives}', toWordValues({}, 'es'))).toBe(
    'clientes, agencias, ejecutivos',
  );
  expect(toWordValues({}, 'en')['agencies']).toBe('branches');
});

it('leaves a place without a value in sight', () => {
  expect(fillText('{n} de {total}', { n: 3 })).toBe('3 de {total}');
});
