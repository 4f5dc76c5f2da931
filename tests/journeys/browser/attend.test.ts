import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendBy, choose, open, tickAll, write } from './desk.ts';
import { type App, openApp, type Visitor } from './open-app.ts';

interface Attended {
  /** What is typed to find it. */
  readonly letters: string;
  readonly prefix: string;
  /** What makes a policy refuse it, and the beginning of what is said. */
  readonly refused: readonly [question: string, choice: string, says: string];
  readonly answers: (visitor: Visitor) => Promise<void>;
  readonly promised: string;
}

const PROCEDURES: Readonly<Record<string, Attended>> = {
  'data update': {
    letters: 'actualiza',
    prefix: 'AD-',
    refused: [
      '¿Cómo se comprobó la identidad',
      'No se pudo comprobar',
      'Sin comprobar la identidad no se cambia',
    ],
    answers: async (visitor) => {
      await choose(visitor, '¿Quién pide el cambio?', 'El titular');
      await choose(visitor, '¿Cómo se comprobó la identidad', 'Con la cédula original');
      await visitor.page.getByRole('checkbox', { name: 'Dirección' }).check();
      await visitor.page.getByText('Planilla de un servicio básico', { exact: true }).waitFor();
    },
    promised: 'Lo que se le dijo',
  },
  activation: {
    letters: 'activacion',
    prefix: 'AT-',
    refused: ['¿Quién la recibe?', 'Un tercero', 'La tarjeta se entrega y se activa solo con su titular'],
    answers: async (visitor) => {
      await choose(visitor, '¿Coinciden los datos', 'Sí');
      await choose(visitor, '¿Quién la recibe?', 'El titular');
      await choose(visitor, '¿Contestó bien las preguntas', 'Sí');
      await choose(visitor, '¿La firma es igual', 'Sí');
    },
    promised: 'Lo que se le dijo',
  },
  'immediate loan': {
    letters: 'prestamo',
    prefix: 'PI-',
    refused: ['¿Quién lo pide?', 'Un tercero', 'El préstamo lo tramita solo el titular'],
    answers: async (visitor) => {
      await choose(visitor, '¿Coinciden los datos', 'Sí');
      await choose(visitor, '¿Quién lo pide?', 'El titular');
      await choose(visitor, '¿Cómo se comprobó su identidad?', 'Con las dos');
      await choose(visitor, '¿Es el titular principal', 'Sí');
      await write(visitor, 'Cupo disponible', '2.500');
      await write(visitor, 'Monto que pide', '3.000,50');
      await visitor.page.getByText('El monto pasa del cupo disponible.').waitFor();
      await write(visitor, 'Monto que pide', '1.200,50');
      await write(visitor, 'Plazo en meses', '12');
      await visitor.page.getByText('El monto pasa del cupo disponible.').waitFor({ state: 'detached' });
    },
    promised: 'Lo que se le dijo',
  },
  PIN: {
    letters: 'pin',
    prefix: 'EP-',
    refused: ['¿Quién lo pide?', 'Un tercero', 'El PIN se entrega solo al titular y en persona.'],
    answers: async (visitor) => {
      await choose(visitor, '¿Coinciden los datos', 'Sí');
      await choose(visitor, '¿Quién lo pide?', 'El titular');
      await choose(visitor, '¿La firma es igual a la del sistema?', 'Sí');
      await choose(visitor, '¿La firma es igual a la de la cédula?', 'Sí');
    },
    promised: 'Lo que se le dijo',
  },
  'automatic debit': {
    letters: 'débito',
    prefix: 'DA-',
    refused: ['¿La cuenta que se debita', 'No', 'Solo se debita de una cuenta que esté a nombre del titular'],
    answers: async (visitor) => {
      await choose(visitor, '¿Coinciden los datos', 'Sí');
      await choose(visitor, '¿Quién lo pide?', 'El titular');
      await choose(visitor, '¿La firma de la autorización', 'Sí');
      await choose(visitor, '¿La tarjeta es de un titular principal?', 'Sí');
      await choose(visitor, '¿La cuenta que se debita', 'Sí');
      await write(visitor, 'Fecha máxima de pago', '2030-01-15');
    },
    promised: '15 de enero de 2030',
  },
};

describe('an executive attends', () => {
  let app: App;
  let executive: Visitor;
  beforeAll(async () => {
    app = await openApp('tiny');
    executive = await app.enter('executive');
  });
  afterAll(() => app.close());

  it.each(Object.entries(PROCEDURES))('%s: refused as its policy says, then opened', async (_, given) => {
    const { page, read, faults } = executive;
    await attendBy(executive, given.letters);
    await write(executive, 'Número de cliente', 'C-1001');
    const [question, choice, says] = given.refused;
    await choose(executive, question, choice);
    await page.getByRole('heading', { name: 'No procede' }).waitFor();
    expect(await read()).toContain(says);
    // While a policy refuses it there is nothing to tick and no button that opens.
    expect(await page.getByRole('button', { name: 'Abrir el caso' }).count()).toBe(0);
    await given.answers(executive);
    await page.getByRole('heading', { name: 'No procede' }).waitFor({ state: 'detached' });
    await tickAll(executive);
    await page.getByText('Todo listo para abrir.').waitFor();
    const { number, code } = await open(executive);
    expect(number.startsWith(given.prefix)).toBe(true);
    expect(code.length).toBeGreaterThan(5);
    expect(await read()).toContain(given.promised);
    expect(faults()).toEqual([]);
  });

  it('by keyboard alone: Enter leads to what is missing, the space bar answers', async () => {
    const { page, go, settle } = executive;
    await go('/casos/nuevo');
    await page.keyboard.type('activacion');
    await page.keyboard.press('Enter');
    await page.getByLabel('Número de cliente').waitFor();
    await settle();
    await page.keyboard.type('C-1002');
    const arrived = page.getByRole('heading', { name: 'Caso abierto' });
    for (let press = 0; press < 40 && !(await arrived.isVisible()); press += 1) {
      await page.keyboard.press('Enter');
      await settle();
      const type = await page.evaluate("document.activeElement?.getAttribute('type')");
      if (type === 'radio' || type === 'checkbox') await page.keyboard.press('Space');
      await settle();
    }
    await arrived.waitFor();
    // The next person is one press away.
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Atender a otra persona');
  });

  it('offers to update data that do not match, comes back to what was written, and both are related', async () => {
    const { page, read, settle } = executive;
    await attendBy(executive, 'débito');
    await write(executive, 'Número de cliente', 'C-1003');
    await choose(executive, '¿Quién lo pide?', 'El titular');
    await choose(executive, '¿Coinciden los datos', 'No');
    await page.getByRole('button', { name: 'Actualizar los datos ahora' }).click();
    await page.getByRole('heading', { name: /Actualización de datos/ }).waitFor();
    await settle();
    expect(await page.getByLabel('Número de cliente').inputValue()).toBe('C-1003');
    await PROCEDURES['data update']!.answers(executive);
    await tickAll(executive);
    const update = await open(executive);
    await page.getByRole('button', { name: /^Volver a: / }).click();
    await page.getByText(`Actualización ${update.number} abierta`).waitFor();
    await settle();
    expect(await page.getByLabel('Número de cliente').inputValue()).toBe('C-1003');
    await choose(executive, '¿La firma de la autorización', 'Sí');
    await choose(executive, '¿La tarjeta es de un titular principal?', 'Sí');
    await choose(executive, '¿La cuenta que se debita', 'Sí');
    await write(executive, 'Fecha máxima de pago', '2030-01-15');
    await tickAll(executive);
    await open(executive);
    await page.getByText('Falta: enviar los respaldos a Tarjetas.').waitFor();
    await page.getByRole('link', { name: 'Hacerlo en el caso' }).click();
    await page.getByRole('link', { name: update.number }).waitFor();
    expect(await read()).toContain('Casos relacionados');
  });

  it('asks why when somebody goes away with something written, and opens nothing', async () => {
    const { page, read, settle } = executive;
    await attendBy(executive, 'pin');
    await write(executive, 'Número de cliente', 'C-1004');
    await page.getByRole('link', { name: 'Inicio' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('¿Por qué se deja esta atención?').waitFor();
    await dialog.getByRole('button', { name: 'Seguir atendiendo' }).last().click();
    await settle();
    expect(await page.getByLabel('Número de cliente').inputValue()).toBe('C-1004');
    await page.getByRole('link', { name: 'Inicio' }).first().click();
    await dialog.getByLabel('Le faltan papeles y volverá').check();
    await dialog.getByRole('button', { name: 'Dejar la atención' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await settle();
    await attendBy(executive, 'pin');
    expect(await page.getByLabel('Número de cliente').inputValue()).toBe('');
    expect(await read()).not.toContain('C-1004');
  });

  it('keeps what was typed while the server is away, says so, and opens one case however often it is pressed', async () => {
    const { page, context, settle } = executive;
    await attendBy(executive, 'activacion');
    await write(executive, 'Número de cliente', 'C-1005');
    await PROCEDURES['activation']!.answers(executive);
    await tickAll(executive);
    const before = (await executive.ask('/api/cases?q=C-1005')).body.of as number;
    // The answer is lost on its way back, twice: the case is open, and the page does not know it.
    let lost = 0;
    await context.route('**/api/cases', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      if (lost < 2) {
        lost += 1;
        await route.fetch();
        return route.abort();
      }
      return route.continue();
    });
    await page.getByRole('button', { name: 'Abrir el caso' }).dblclick();
    await page.getByText('Circuito no responde en este momento.').waitFor();
    expect(await page.getByLabel('Número de cliente').inputValue()).toBe('C-1005');
    await page.getByRole('heading', { name: 'Caso abierto' }).waitFor();
    await context.unroute('**/api/cases');
    await settle();
    expect(lost).toBe(2);
    expect((await executive.ask('/api/cases?q=C-1005')).body.of).toBe(before + 1);
    executive.faults();
  });
});
