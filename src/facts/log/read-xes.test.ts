import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastMoment, readMoment } from './read-moment.ts';
import { readXes } from './read-xes.ts';

const LOG = `<?xml version="1.0" encoding="UTF-8"?><!-- a > b -->
<!DOCTYPE log [<!ENTITY none "x">]>
<log xmlns="http://www.xes-standard.org/" note='it says "log"'>
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <trace>
    <string key="concept:name" value="Caso &#241;and&#xFA; &amp; co"/>
    <event><string key="concept:name" value="Atención"/><date key="time:timestamp" value="2011-10-01T00:38:44.546+02:00"/></event>
    <event>
      <date key = "time:timestamp"
            value = '2011-10-01T00:38:44.546+02:00' />
      <string key="org:resource" value="José &quot;Pepe&quot;"/>
      <string key="lifecycle:transition" value="COMPLETE"></string>
      <string key="concept:name" value="Cierre"/>
    </event>
  </trace>
  <trace/>
  <trace><event><string key="concept:name" value="Sin hora"/></event></trace>
  <![CDATA[ <event/> ]]>
</log>
`;

async function* toPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

describe('an XES file', () => {
  it('says the same however its bytes come', async () => {
    const bytes = Buffer.from(LOG);
    const whole = await readXes(toPieces(bytes, bytes.length));
    expect(whole.table).toMatchObject({
      cases: ['Caso ñandú & co'],
      activities: ['Atención', 'Cierre', 'Sin hora'],
      resources: ['José "Pepe"'],
      lifecycles: ['COMPLETE'],
    });
    expect([...whole.table.time_us]).toEqual([0, 0].map(() => Date.parse('2011-09-30T22:38:44.546Z') * 1000));
    expect(whole.flaws.map(({ kind, n }) => [kind, n])).toEqual([['no-time', 1]]);
    for (const size of [1, 2, 3, 7, 64, 500]) expect(await readXes(toPieces(bytes, size))).toEqual(whole);
  });

  it('refuses any file cut short, and never takes a piece for the whole', async () => {
    const bytes = Buffer.from(LOG.trimEnd());
    for (let size = 0; size < bytes.length; size += 13)
      await expect(readXes(toPieces(bytes.subarray(0, size), 100))).rejects.toThrow(/log-/);
  });
});

describe('a moment', () => {
  it('is what the clock of the machine makes of it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1700-01-01'), max: new Date('2250-01-01'), noInvalidDate: true }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (date, minutes) => {
          const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
          const away = Math.abs(minutes);
          const two = (n: number) => String(n).padStart(2, '0');
          const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
          const bytes = Buffer.from(local + zone);
          expect(readMoment(bytes, 0, bytes.length)).toBe(date.getTime() * 1000);
          expect(lastMoment.zoned).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['2011-10-01', Date.UTC(2011, 9, 1) * 1000],
    ['2011-10-01 00:38', Date.UTC(2011, 9, 1, 0, 38) * 1000],
    ['2011-10-01T00:00:00.1234567Z', Date.UTC(2011, 9, 1) * 1000 + 123_456],
    ['2011-10-01T24:00:00Z', Date.UTC(2011, 9, 2) * 1000],
    ['2011-10-01 00:00:00 -0500', Date.UTC(2011, 9, 1, 5) * 1000],
    ['2011-02-29T00:00:00Z', Number.NaN],
    ['2011-13-01T00:00:00Z', Number.NaN],
    ['2011-10-01T25:00:00Z', Number.NaN],
    ['2011-10-01T00:00:00+99:00', Number.NaN],
    ['ayer', Number.NaN],
    ['', Number.NaN],
  ])('%s', (text, moment) => {
    const bytes = Buffer.from(text);
    expect(readMoment(bytes, 0, bytes.length)).toBe(moment);
  });
});
