import { expect, it } from 'vitest';
import { printWeek } from './print-week.ts';

const nine = { from_min: 540, to_min: 780 };
const two = { from_min: 840, to_min: 1080 };
const none = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };

it('says the hours of a week, equal days that follow one another as one', () => {
  const days = { 1: [nine, two], 2: [nine, two], 3: [nine], 4: [], 5: [nine], 6: [], 7: [] };
  expect(printWeek(days, 'es')).toBe(
    'lunes a martes de 09:00 a 13:00 y de 14:00 a 18:00; miércoles de 09:00 a 13:00; viernes de 09:00 a 13:00',
  );
  expect(printWeek({ ...none, 6: [nine] }, 'en')).toBe('Saturday from 09:00 to 13:00');
  expect(printWeek(none, 'es')).toBe('');
});
