import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { Caller } from '../start-server.ts';
import type { Visitor } from './open-app.ts';

/** Opens *Atender* and chooses a procedure by typing some letters of it. */
export async function attendBy({ page, go, move }: Visitor, letters: string): Promise<void> {
  await (page.url() === 'about:blank' ? go : move)('/casos/nuevo');
  await page.getByLabel('¿Qué pide el cliente?').fill(letters);
  await page.keyboard.press('Enter');
  await page.getByLabel('Número de cliente').waitFor();
}

/** The question of that text, whatever its type. */
function toGroup(page: Page, question: string): Locator {
  return page.getByRole('radiogroup', { name: question });
}

/** Answers a question by its text: one of the choices in sight. */
export async function choose({ page }: Visitor, question: string, choice: string): Promise<void> {
  await toGroup(page, question).getByRole('radio', { name: choice, exact: true }).check();
}

/** Writes in a field. */
export async function write({ page }: Visitor, label: string, text: string): Promise<void> {
  const fields = page.locator('input:not([type=checkbox]), textarea');
  await page.getByLabel(label).and(fields).fill(text);
}

/** Ticks every paper and confirms every step, in the order of the page. */
export async function tickAll({ page }: Visitor): Promise<void> {
  const left = page.locator('form li input[type=checkbox]:not(:checked):not(:disabled)');
  // Each confirmed step lets the next one be confirmed.
  while ((await left.count()) > 0) await left.first().check();
}

/** Presses the button that opens, and gives number and follow-up code of the receipt. */
export async function open({ page, read }: Visitor): Promise<{ number: string; code: string }> {
  await page.getByRole('button', { name: 'Abrir el caso' }).click();
  await page.getByRole('heading', { name: 'Caso abierto' }).waitFor();
  const text = await read();
  const [, number = ''] = /Número ([A-Z]+-\d{4}-\d{6})/.exec(text) ?? [];
  const [, code = ''] = /Código de seguimiento (\S+)/.exec(text) ?? [];
  return { number, code };
}

/** Does something to the case on screen, with what it asks. */
export async function act(
  visitor: Visitor,
  name: string,
  fill: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { page } = visitor;
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Cancelar' }).waitFor();
  await fill();
  await page.getByRole('button', { name: `Confirmar: ${name}`, exact: true }).click();
  await page.getByText(`Hecho: ${name}.`).waitFor();
}

/** Opens an automatic debit on the wire, for what only needs one to be there; gives its number. */
export async function openDebitAt(desk: Caller, client: string, at: string): Promise<string> {
  const steps = ['informa', 'da-formulario', 'llena', 'comprueba', 'registra', 'dice-fecha'];
  const { status, body } = await desk.call('post /api/cases', {
    body: {
      key: randomUUID(),
      attendance: null,
      procedure: 'debito-automatico',
      unit: 'norte',
      client,
      channel: 'ventanilla',
      core_number: null,
      fields: {
        data_match: 'si',
        requester: 'titular',
        signature_equal: true,
        main_holder: true,
        account_holder: true,
        payment_due: '2030-01-15',
      },
      papers: ['cedula', 'tarjeta', 'autorizacion'],
      steps: steps.map((id) => ({ id, at })),
    },
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.number;
}

/** Does something to a case on the wire, as whoever calls. */
export async function actAt(desk: Caller, number: string, action: string): Promise<void> {
  const { body: whole } = await desk.call(`get /api/cases/one/${number}`);
  const seen = Math.max(...whole.events.map(({ id }: { id: number }) => id));
  const body = { key: randomUUID(), action, seen, fields: {}, note: null };
  const { status, body: told } = await desk.call(`post /api/cases/one/${number}/acts`, { body });
  if (status !== 200) throw new Error(JSON.stringify(told));
}
