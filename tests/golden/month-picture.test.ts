import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawMonth, PICTURE, printTrialMonth } from '../../scripts/draw-month.ts';

test('the picture of the README is what npm start prints', { timeout: 180_000 }, () => {
  const drawn = drawMonth(printTrialMonth());
  if (process.env['CIRCUITO_UPDATE_GOLDEN'] === '1') writeFileSync(PICTURE, drawn);
  const advice =
    'the program prints something else now; if it should, run npm run golden and look at docs/mes.svg';
  expect(drawn, advice).toBe(readFileSync(PICTURE, 'utf8'));
});

test('lines keep their place and their look, and nothing in them is taken for markup', () => {
  const drawn = drawMonth('✗ No cumple  Plazo <A & B>\n  plazo   110 %\n');
  expect(drawn).toContain('<text class="bad" x="24.0" y="62" textLength="85.8">✗ No cumple</text>');
  expect(drawn).toContain(
    '<text class="text strong" x="125.4" y="62" textLength="101.4">Plazo &lt;A &amp; B&gt;</text>',
  );
  expect(drawn).toContain('<text class="dim" x="39.6" y="81" textLength="101.4">plazo   110 %</text>');
});
