import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  dropHouses,
  figures,
  goodRows,
  HEADER,
  type House,
  openHouse,
  prepareHouses,
  toFile,
} from './house.ts';

beforeAll(prepareHouses);
afterAll(dropHouses);

const open: House[] = [];
function newHouse(): House {
  const house = openHouse('equivalencias');
  open.push(house);
  return house;
}
afterEach(() => {
  for (const house of open.splice(0)) house.drop();
});

const MAP = `dataset: requests
columns:
  request_id: Ref
  process: Qué pidió
  opened_at: {date: Llegó el, time: Llegó a las}
  closed_at: {date: Salió el, time: Salió a las}
  handling_min: Rato
  person: Quién
constants:
  unit: Agencia Norte
  status: cerrado
codes:
  process: {ADP: actualizacion-datos}
dates: mdy
decimals: comma
`;
const OWN = 'Ref;Qué pidió;Llegó el;Llegó a las;Salió el;Salió a las;Rato;Quién';
const ownRow = (id: number, day: string) =>
  `C${id};ADP;06/${day}/2011;08h0${id};06/${day}/2011;16:30;1.012,5;Núñez`;
const ourRow = (id: number, day: string) =>
  `C${id},actualizacion-datos,Agencia Norte,Núñez,2011-06-${day} 08:0${id},2011-06-${day} 16:30,cerrado,1012.5`;

describe('mapping files', () => {
  it('reads columns, date and time apart, constants, codes, orders and marks as told', async () => {
    const house = newHouse();
    const file = house.put('propio.csv', `${OWN}\n${ownRow(1, '03')}\n${ownRow(2, '04')}\n`);
    const answer = await house.say('import', 'requests', file, '--map', house.put('mapa.yaml', MAP));
    expect({ exit: answer.exit, err: answer.err }).toEqual({ exit: 0, err: '' });
    expect(answer.out).toMatch(/opened_at +Llegó el \+ Llegó a las +mes\/día\/año/);
    const once = newHouse();
    await once.say('import', 'requests', once.put('x.csv', toFile([ourRow(1, '03'), ourRow(2, '04')])));
    expect(await figures(house)).toBe(await figures(once));
  });

  it('keeps a mapping for the next file with that header, says so, and refuses a header renamed', async () => {
    const house = newHouse();
    const map = house.put('mapa.yaml', MAP);
    await house.say(
      'import',
      'requests',
      house.put('junio.csv', `${OWN}\n${ownRow(1, '03')}\n`),
      '--map',
      map,
    );
    const next = await house.say(
      'import',
      'requests',
      house.put('julio.csv', `${OWN}\n${ownRow(2, '04')}\n`),
    );
    expect(next).toMatchObject({ exit: 0, err: '' });
    expect(next.out).toMatch(/Equivalencia de columnas/);
    expect(next.out).toMatch(/1 leída = 1 aceptada/);
    const renamed = house.put('otro.csv', `${OWN.replace('Quién', 'Quien fue')}\n${ownRow(3, '05')}\n`);
    const refused = await house.say('import', 'requests', renamed, '--map', map);
    expect(refused).toMatchObject({ exit: 2, out: '' });
    expect(refused.err).toMatch(/«Quién».*¿Quiso decir «Quien fue»\?/);
    expect(house.imports()).toHaveLength(2);
  });

  it('does not read another file by the encoding of the first', async () => {
    const house = newHouse();
    const map = house.put('mapa.yaml', 'dataset: requests\nencoding: cp850\n');
    const [line = ''] = goodRows(1);
    const old = Buffer.from(toFile([line.replace('Luis Muñoz', 'Mu\u00a4oz')]), 'latin1');
    expect(await house.say('import', 'requests', house.put('viejo.csv', old), '--map', map)).toMatchObject({
      exit: 0,
    });
    const next = await house.say('import', 'requests', house.put('nuevo.csv', toFile(goodRows(3, 4))));
    expect(next.out).toMatch(/codificación utf-8/);
    const { measurements } = (await house.ask('measure', '--period', '2011-06', '--by', 'person')) as {
      measurements: readonly { dimensions: { person?: string } }[];
    };
    expect(new Set(measurements.flatMap(({ dimensions }) => dimensions.person ?? []))).toEqual(
      new Set(['Muñoz', 'Luis Muñoz', 'Rosa Ibáñez', 'Ana Pérez']),
    );
  });

  const LOG = `dataset: requests
log: {case: caso, time: cuando, activity: actividad}
columns:
  request_id: caso
  process: proceso
  person: persona
  opened_at: {event: first}
  closed_at: {event: last, activity: [Entrega, Rechazo]}
`;
  const log = (rows: readonly string[]) => `caso,actividad,cuando,proceso,persona\n${rows.join('\n')}\n`;

  it('makes cases of an event log: first and last event, by activity, in any order', async () => {
    const house = newHouse();
    const rows = [
      'A,Revisión,2011-06-02 10:00,actualizacion-datos,Ana',
      'B,Ingreso,2011-06-01 09:00,actualizacion-datos,Luis',
      'A,Ingreso,2011-06-01 08:00,actualizacion-datos,Ana',
      'A,Entrega,2011-06-03 08:00,actualizacion-datos,Ana',
      'A,Encuesta,2011-06-09 08:00,actualizacion-datos,Ana',
    ];
    const map = house.put('registro.yaml', LOG);
    const answer = await house.say('import', 'requests', house.put('eventos.csv', log(rows)), '--map', map);
    expect({ exit: answer.exit, err: answer.err }).toEqual({ exit: 0, err: '' });
    const once = newHouse();
    const cases = [
      'A,actualizacion-datos,2011-06-01 08:00,2011-06-03 08:00,Ana',
      'B,actualizacion-datos,2011-06-01 09:00,,Luis',
    ];
    await once.say(
      'import',
      'requests',
      once.put('x.csv', toFile(cases, 'request_id,process,opened_at,closed_at,person')),
    );
    expect(await figures(house)).toBe(await figures(once));
    const other = newHouse();
    const reversed = other.put('eventos.csv', log(rows.toReversed()));
    await other.say('import', 'requests', reversed, '--map', other.put('registro.yaml', LOG));
    expect(await figures(other)).toBe(await figures(once));
  });

  it('keeps to correct a case whose events disagree, and one with a time that cannot be read', async () => {
    const house = newHouse();
    const rows = [
      'A,Ingreso,2011-06-01 08:00,actualizacion-datos,Ana',
      'B,Ingreso,2011-06-01 09:00,actualizacion-datos,Luis',
      'A,Entrega,2011-06-02 08:00,actualizacion-datos,Rosa',
      'C,Ingreso,2011-06-01 09:00,actualizacion-datos,Luis',
      'C,Entrega,mañana,actualizacion-datos,Luis',
    ];
    const map = house.put('registro.yaml', LOG);
    const answer = await house.say('import', 'requests', house.put('eventos.csv', log(rows)), '--map', map);
    expect(answer.exit).toBe(1);
    expect(answer.out).toMatch(/3 leídas = 1 aceptada \+ 0 actualizadas \+ 2 por corregir/);
    expect(answer.out).toMatch(
      /línea 2, columna «persona»: los eventos de este caso no dicen todos lo mismo/,
    );
    expect(house.waiting().map(({ line, code }) => [line, code])).toEqual([
      [2, 'case-attribute-differs'],
      [6, 'unreadable-date'],
    ]);
    const out = await house.say('quarantine', '--out', `${house.files}/c.csv`);
    expect(out).toMatchObject({ exit: 2, out: '' });
    expect(out.err).toMatch(/registro de eventos \(«eventos\.csv»\)/);
  });

  it('finds a card number in any event of a log', async () => {
    const house = newHouse();
    const rows = [
      'A,Ingreso,2011-06-01 08:00,actualizacion-datos,Ana',
      'A,Entrega 4539148803436467,2011-06-02 08:00,actualizacion-datos,Ana',
    ];
    const map = house.put('registro.yaml', LOG);
    const answer = await house.say('import', 'requests', house.put('eventos.csv', log(rows)), '--map', map);
    expect(answer).toMatchObject({ exit: 2, out: '' });
    expect(answer.err).toMatch(/3: actividad/);
  });

  it('takes a column of long numbers for no cards when told, and prints it', async () => {
    const house = newHouse();
    const content = `${HEADER},guía\n${goodRows(1)[0]},4539148803436467\n`;
    const file = house.put('guias.csv', content);
    expect((await house.say('import', 'requests', file)).exit).toBe(2);
    const map = house.put('mapa.yaml', 'dataset: requests\nnot_cards: [guía]\n');
    const answer = await house.say('import', 'requests', file, '--map', map);
    expect(answer).toMatchObject({ exit: 0, err: '' });
    expect(answer.out).toMatch(/no son tarjetas.*guía/);
  });
});
