import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './password-hash.ts';
import { checkPassword } from './password-rules.ts';
import { refusedBy } from './people.fixture.ts';

const OWNER = {
  login: 'mlojano',
  name: 'María Lojano Quishpe',
  email: 'mlojano@andina.ec',
  institution: 'Cooperativa Andina',
  second_factor: false,
};

const judge = (password: string, second_factor = false) =>
  refusedBy(() => checkPassword(password, { ...OWNER, second_factor }));

describe('checkPassword', () => {
  it.each([
    'tranvia lento hacia oriente',
    'Zapato-Nube-Tambor',
    'x9K2vQ7mLw4Rt8p',
    'la lluvia moja mi techo viejo',
    'кот спит на подушке',
    '7261 niebla 0935 trébol',
    'la casa verde de mi abuela',
    'mi perro come pan con queso',
  ])('takes «%s»', async (password) => {
    expect(await judge(password)).toBe('done');
  });

  it.each([
    'contraseñacontraseña',
    'C0ntr4s3ñ4 2026 !!',
    'Password123456789',
    'qwertyuiopasdfgh',
    '123456789012345',
    'abcabcabcabcabcabc',
    'aaaaaaaaaaaaaaaaaa',
    'Quito2024Ecuador2025',
    'mlojanomlojano2026',
    'MariaLojanoQuishpe1',
    'CooperativaAndina2026',
    'BancoClaveSecreta99',
    'emelec barcelona futbol',
    '1qaz2wsx3edc4rfv5tgb',
    'Diciembre2025Enero2026',
    'uno dos tres cuatro cinco',
    'clave clave clave clave clave',
    'maria lojano quishpe andina clave',
    'lunes martes enero febrero 2026',
    'contraseña del banco 2026',
  ])('refuses «%s» as common', async (password) => {
    expect(await judge(password)).toBe('password-common');
  });

  it('asks fifteen characters alone and twelve with a second factor, and no kinds of character', async () => {
    expect(await judge('tranvia lento')).toBe('password-too-short');
    expect(await judge('tranvia lento', true)).toBe('done');
    expect(await judge('tranvia len', true)).toBe('password-too-short');
    expect(await judge('tranvia lento hacia oriente '.repeat(10))).toBe('password-too-long');
  });
});

describe('hashPassword', () => {
  it('is argon2id of the size promised, with its settings beside it, and each has its own salt', async () => {
    const [one, other] = [await hashPassword('tranvia lento'), await hashPassword('tranvia lento')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    expect([await isPassword('tranvia lento', one), await isPassword('tranvia lenta', one)]).toEqual([
      true,
      false,
    ]);
    expect(await isPassword('tranvia lento', null)).toBe(false);
  });
});
