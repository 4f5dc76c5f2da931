import { expect, test } from 'vitest';
import { findPublicHost } from './find-public-host.ts';

test('only an address that somebody outside may open has a public host', () => {
  expect(findPublicHost('https://circuito.mi-banco.ec')).toBe('circuito.mi-banco.ec');
  expect(findPublicHost('https://circuito.mi-banco.ec:8443')).toBe('circuito.mi-banco.ec:8443');
  for (const inside of [
    'http://127.0.0.1:4400',
    'http://localhost:4400',
    'https://[::1]:4400',
    'https://servidor:4400',
    'https://servidor.local',
    'https://192.168.1.20:4400',
    'https://10.0.0.4',
    'https://172.20.0.4',
    'no es una dirección',
  ])
    expect(findPublicHost(inside), inside).toBeNull();
});
