import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp, PHONE, type Visitor } from './open-app.ts';

const PASSWORD = 'cuatro palabras bien largas';

describe('people, audit and the frame around every screen, in a browser', () => {
  let app: App;
  /** What a new person was handed: set by the test that approves her. */
  let code = '';

  beforeAll(async () => {
    app = await openApp('tiny');
  });
  afterAll(() => app.close());

  const visit = async (role: Parameters<App['enter']>[0], work: (visitor: Visitor) => Promise<void>) => {
    const visitor = await app.enter(role);
    await work(visitor);
    const faults = visitor.faults();
    await visitor.close();
    return faults;
  };

  it('gives access to somebody new: one proposes, another approves, and the code is handed over', async () => {
    const faults = await visit('administrator', async ({ page, go, settle, read }) => {
      await go('/administracion/personas/nueva');
      await page.getByLabel('Nombre', { exact: true }).fill('Luisa Vaca');
      await page.getByLabel('Usuario', { exact: true }).fill('luisa.vaca');
      await page.getByRole('combobox', { name: 'Rol' }).click();
      await page.getByRole('option', { name: 'Auditoría' }).click();
      await page.getByLabel('Motivo').fill('Audita este año');
      await page.getByRole('button', { name: 'Proponer' }).click();
      await page.getByText('lo decide otra persona').waitFor();
      await go('/administracion/propuestas');
      expect(await read()).toContain('Crear a Luisa Vaca');
      expect(await page.getByRole('button', { name: 'Aprobar' }).count()).toBe(0);
      await settle();
    });
    expect(faults).toEqual([]);
    await visit('management', async ({ page, go }) => {
      await go('/administracion/propuestas');
      await page.getByRole('button', { name: 'Aprobar' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Motivo').fill('De acuerdo');
      await dialog.getByRole('button', { name: 'Aprobar' }).click();
      await page.getByText('Código para luisa.vaca').waitFor();
      code = (await page.getByRole('dialog').locator('code').innerText()).trim();
      expect(code).toMatch(/^\w{4,}/);
    });
  });

  it('lets her in with the code, a password and a second step, where she was going', async () => {
    await visit(null, async ({ page, go, settle, read }) => {
      await go('/auditoria/hallazgos');
      expect(await read('h1')).toBe('Entrar');
      await page.getByRole('button', { name: 'Perdí mi contraseña' }).click();
      await page.getByLabel('Usuario').fill('luisa.vaca');
      await page.getByLabel('Código recibido').fill(code);
      await page.getByLabel('Contraseña nueva', { exact: true }).fill(PASSWORD);
      await page.getByLabel('La misma otra vez').fill(PASSWORD);
      await page.getByRole('button', { name: 'Guardar y entrar' }).click();
      await page.getByRole('button', { name: 'Empezar' }).click();
      const secret = (await page.locator('code').first().innerText()).replaceAll(/\s/g, '');
      expect(await page.getByRole('img', { name: /QR/ }).locator('path').count()).toBe(1);
      await page.getByLabel('Código de seis cifras').fill(new TOTP({ secret }).generate());
      await page.getByRole('button', { name: 'Confirmar' }).click();
      await page.getByRole('button', { name: 'Ya los guardé' }).click();
      await page.getByRole('heading', { name: 'Hallazgos', level: 1 }).waitFor();
      await settle();
      expect(page.url()).toContain('/auditoria/hallazgos');
      await page.getByRole('button', { name: /^Persona: Luisa Vaca/ }).click();
      await page.getByRole('menuitem', { name: 'Salir' }).click();
      await page.getByRole('heading', { name: 'Entrar', level: 1 }).waitFor();
      await go('/auditoria/hallazgos');
      expect(await read('h1')).toBe('Entrar');
      await page.getByLabel('Usuario').fill('luisa.vaca');
      await page.getByLabel('Contraseña', { exact: true }).fill('no es esta, seguro');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      expect(await read()).toContain('no son correctos');
      await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Segundo paso' }).waitFor();
    });
  });

  it('shows the auditor that nothing changed, and keeps the finding she opens', async () => {
    const faults = await visit('auditor', async ({ page, go, read, settle }) => {
      await go('/auditoria');
      await page.getByRole('button', { name: 'Verificar ahora' }).click();
      await page.getByText('Todo está como se guardó').waitFor({ timeout: 60_000 });
      expect(await read()).toContain('Requerimientos 194 filas igual');
      await go('/auditoria/hallazgos/nuevo?sobre=institution');
      for (const part of ['Condición', 'Criterio', 'Causa', 'Efecto'])
        await page.getByLabel(part, { exact: true }).fill(`${part} de prueba`);
      await page.getByRole('button', { name: 'Abrir el hallazgo' }).click();
      await page.getByRole('link', { name: 'Condición de prueba' }).click();
      await settle();
      // Whoever goes to another screen is at its title, and the window says where that is.
      expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
      expect(await page.title()).toMatch(/^Hallazgo \d+ · Circuito$/);
      expect(await read()).toContain('Efecto de prueba');
      await go('/auditoria/registro');
      expect(await read('tbody tr:first-child')).toMatch(/^Augusto Rivas .*hallazgo/);
    });
    expect(faults).toEqual([]);
  });

  it('is walked by keyboard: skip link, help that gives the focus back, period typed', async () => {
    const faults = await visit('analyst', async ({ page, go, settle }) => {
      await go('/');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Ir al contenido');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('contenido');
      await page.getByRole('button', { name: 'Ayuda de esta pantalla' }).press('Enter');
      await page.getByText('La primera frase dice').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('La primera frase dice').waitFor({ state: 'detached' });
      // Focus comes back a moment after the drawer is gone.
      await page.locator('button[aria-label="Ayuda de esta pantalla"]:focus').waitFor();
      await page.getByRole('button', { name: /^Período:/ }).press('Enter');
      await page.getByLabel('Escriba un período').fill('2011-T2');
      await page.keyboard.press('Enter');
      await page.waitForURL(/periodo=2011-Q2/);
      await settle();
      // The period goes along to the next screen.
      const rail = page.getByRole('navigation', { name: 'Secciones' }).first();
      await rail.getByRole('link', { name: 'Productividad' }).press('Enter');
      await page.waitForURL(/\/productividad\?.*periodo=2011-Q2/);
      await settle();
    });
    expect(faults).toEqual([]);
  });

  it('on a phone keeps the first sections at hand and the rest behind «Más»; roles and language change', async () => {
    const visitor = await app.enter('analyst', { viewport: PHONE });
    const { page, go, settle, read } = visitor;
    await go('/');
    await page.getByRole('button', { name: 'Más' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Auditoría' }).click();
    await page.waitForURL(/\/auditoria/);
    await settle();
    await page.getByRole('button', { name: 'Supervisión', exact: true }).click();
    await page.getByRole('button', { name: /^Persona: / }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.keyboard.press('Escape');
    await go('/');
    expect(await read('h1')).toBe('Home');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(visitor.faults()).toEqual([]);
    await visitor.close();
  });
});
