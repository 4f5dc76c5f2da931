import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '../../kernel/index.ts';
import { type Institution, loadContent, OWN_PACKS } from '../institution.ts';
import { listExceptions } from './describe-exception.ts';
import { describeMe } from './describe-me.ts';
import { describeStart } from './describe-start.ts';
import { identify } from './identify.ts';
import { openPlace, refusedBy, type TestPlace, toGrant } from './people.fixture.ts';
import { signIn, signInWithRecovery } from './sign-in.ts';
import { startDemo, takeDemoRole } from './start-demo.ts';
import { startInstitution, type StartInput } from './start-institution.ts';

const HERE = { ip: '127.0.0.1', agent: 'prueba' };
const PASSWORD = 'tranvia lento hacia oriente';
const person = (login: string, ...roles: Parameters<typeof toGrant>[0][]) => ({
  login,
  name: `${login} Andrade`,
  language: 'es' as const,
  staff_name: null,
  grants: roles.map((role) => toGrant(role)),
});
const INPUT: StartInput = {
  name: 'Cooperativa Los Andes',
  kind: 'cooperativa',
  words: { client: 'socio', unit: 'oficina', staff: 'asesor' },
  country: 'EC',
  calendar: 'ecuador-especial',
  hours: null,
  people_count: 1,
  people: [person('Ana')],
  password: PASSWORD,
};

let place: TestPlace;
let institution: Institution;
beforeEach(async () => {
  place = await openPlace();
  mkdirSync(join(place.folder, 'packs', 'propio'), { recursive: true });
  const manifest = [
    'pack: propio',
    'version: 1',
    'name: {es: Contenido propio, en: Own content}',
    'licence: propia',
    'source: {es: La institución, en: The institution}',
    'requires: [tarjetas-de-credito]',
  ];
  writeFileSync(join(place.folder, 'packs', 'propio', 'pack.yaml'), `${manifest.join('\n')}\n`);
  institution = place as unknown as Institution;
});
afterEach(() => place.close());

const start = (more: Partial<StartInput> = {}) => startInstitution(institution, { ...INPUT, ...more }, HERE);
const settings = async () => (await loadContent([OWN_PACKS, join(place.folder, 'packs')])).catalogue.settings;

describe('the first run', () => {
  it('makes a lone person administrator and analyst under a dated exception that reports print', async () => {
    expect((await describeStart(place)).needed).toBe(true);
    const { secret, next, codes } = await start();
    expect([next, codes]).toEqual(['nothing', []]);
    expect(identify(place, { session: secret, ip: '' })?.person).toMatchObject({
      login: 'ana',
      grants: [{ role: 'administrator' }, { role: 'analyst' }],
    });
    const me = describeMe(place, place.who('ana'), { session: secret, language: 'es' });
    expect(me).toMatchObject({
      needs_start: false,
      demo: false,
      needs_second_factor: true,
      institution: { name: 'Cooperativa Los Andes', words: { client: 'socio' }, country: 'EC' },
    });
    expect(me.may).toContain('load-data');
    expect(me.may).toContain('propose-person');
    expect(listExceptions(place, 'es').map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(
        /^Excepción a la separación de funciones, del 1 de julio de 2026 al 1 de julio de 2027\. .*quien propone no aprueba \(S-5\).*Firmada por Ana Andrade, sin nadie más que la apruebe\.$/,
      ),
    ]);
    expect(listExceptions(place, 'en')).toHaveLength(1);
    expect(await refusedBy(() => start())).toBe('already-started');
    expect(place.ledger.verifyChain()).toMatchObject({ findings: [] });
  });

  it('writes the calendar chosen where the text file says it', async () => {
    await start();
    expect(readFileSync(join(place.folder, 'packs', 'propio', 'pack.yaml'), 'utf8')).toContain(
      'settings:\n  default_zone: America/Guayaquil\n  default_calendar: ecuador-especial\n',
    );
    expect(await settings()).toMatchObject({
      default_calendar: 'ecuador-especial',
      default_zone: 'America/Guayaquil',
    });
  });

  it('writes a calendar of its own for another country, in its zone', async () => {
    const hours = { from: '08:30', to: '17:00', saturday: true };
    expect(await refusedBy(() => start({ calendar: null, hours: { ...hours, from: '18:00' } }))).toBe(
      'hours-unreadable',
    );
    await start({ country: 'PE', calendar: null, hours });
    expect(await settings()).toMatchObject({ default_calendar: 'propio', default_zone: 'America/Lima' });
    const { catalogue, problems } = await loadContent([OWN_PACKS, join(place.folder, 'packs')]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(catalogue.calendars.get('propio')?.versions[0]?.week).toMatchObject({
      1: [{ from_min: 510, to_min: 1020 }],
      6: [{ from_min: 510, to_min: 1020 }],
      7: [],
    });
  });

  it('keeps national holidays in hours of its own, and leaves out the packs nobody chose', async () => {
    const hours = { from: '08:30', to: '17:00', saturday: false };
    expect((await describeStart(place)).packs).toMatchObject([
      { id: 'tarjetas-de-credito', indicators: 7, usual: true },
      { id: 'microcredito', indicators: 4, usual: false },
    ]);
    await start({ calendar: null, hours, packs: [] });
    const { catalogue, problems } = await loadContent([OWN_PACKS, join(place.folder, 'packs')]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const own = catalogue.calendars.get('propio');
    expect(own?.versions[0]?.exceptions.get('2026-12-25')).toEqual([]);
    expect([...catalogue.sheets.keys()]).toEqual([]);
    expect(catalogue.processes.has('creditos')).toBe(true);
    expect(catalogue.processes.has('entrega-pin')).toBe(false);
    const shelf = await loadContent([OWN_PACKS, join(place.folder, 'packs')], { examples: true });
    expect(shelf.catalogue.sheets.has('plazo-debito-automatico')).toBe(true);
  });

  it('brings in a pack that is only there for whoever chooses it, with or without the usual ones', async () => {
    await start({ packs: ['microcredito'] });
    const { catalogue, problems } = await loadContent([OWN_PACKS, join(place.folder, 'packs')]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(catalogue.packs.map(({ id }) => id)).toEqual(['base', 'microcredito', 'propio']);
    expect([...catalogue.sheets.keys()]).toContain('tiempo-de-desembolso');
    expect([...catalogue.sheets.keys()]).not.toContain('plazo-debito-automatico');
    const own = readFileSync(join(place.folder, 'packs', 'propio', 'pack.yaml'), 'utf8');
    expect(own).toContain('requires: [base, microcredito]\nleaves_out: [tarjetas-de-credito]');
  });

  it('asks for somebody who approves when more than two people will use it, and gives the others a code', async () => {
    const three = { people_count: 12, people: [person('ada', 'administrator'), person('ana', 'analyst')] };
    expect(await refusedBy(() => start({ ...three, people: [person('ana', 'analyst')] }))).toBe(
      'start-needs-administrator',
    );
    expect(await refusedBy(() => start(three))).toBe('start-needs-second');
    const { codes } = await start({ ...three, people: [...three.people, person('gus', 'management')] });
    expect(codes.map(({ login }) => login)).toEqual(['ana', 'gus']);
    expect(listExceptions(place, 'es')).toEqual([]);
    const given = { login: 'ana', code: codes[0]?.code ?? '', password: 'nube de tambor zapato' };
    expect((await signInWithRecovery(place, given, HERE)).next).toBe('nothing');
  });

  it('is done on the machine itself, with a password that is no easy guess', async () => {
    const from = (ip: string) => startInstitution(institution, INPUT, { ip, agent: '' });
    expect(await refusedBy(() => from('192.168.1.20'))).toBe('start-here-only');
    expect(await refusedBy(() => start({ password: 'CooperativaLosAndes1' }))).toBe('password-common');
    expect(await refusedBy(() => start({ country: 'XX' }))).toBe('country-unknown');
    expect(await refusedBy(() => start({ calendar: 'luna' }))).toBe('calendar-unknown');
    expect(place.ledger.people.any()).toBe(false);
  });
});

describe('the session that the first run begins', () => {
  const seen = (session: string, ip = HERE.ip) => identify(place, { session, ip });

  it('works as analyst before the second step, on the machine itself; the next one does not', async () => {
    const { secret } = await start();
    expect(seen(secret)).toMatchObject({
      needs_second_factor: false,
      person: { grants: [{ role: 'analyst' }] },
      whole: { grants: [{ role: 'administrator' }, { role: 'analyst' }] },
    });
    expect(seen(secret, '192.168.1.20')).toMatchObject({ needs_second_factor: true, whole: null });
    const who = seen(secret)?.person ?? null;
    const me = describeMe(place, who, { session: secret, language: 'es' });
    expect(me).toMatchObject({
      needs_second_factor: false,
      second_factor: { owed: true, required: true, enrolled: false },
    });
    expect(me.may).toContain('load-data');
    expect(me.may).not.toContain('propose-person');
    const again = await signIn(place, { login: 'ana', password: PASSWORD }, HERE);
    expect(again.next).toBe('enrol');
    expect(seen(again.secret)?.needs_second_factor).toBe(true);
  });

  it('owes it at once where it only administers', async () => {
    const people = [person('Ana', 'administrator'), person('Luz', 'management')];
    const { secret, next } = await start({ people, people_count: 5 });
    expect(next).toBe('enrol');
    expect(seen(secret)?.needs_second_factor).toBe(true);
  });
});

describe('the demo', () => {
  it('gives each role by one click in a folder made as demo', () => {
    startDemo(institution);
    for (const role of ROLES) {
      const { next, secret } = takeDemoRole(place, role, HERE);
      const who = identify(place, { session: secret, ip: '' });
      expect([next, who?.needs_second_factor]).toEqual(['nothing', false]);
      expect(who?.person.grants.map((grant) => grant.role)).toEqual([role]);
    }
    expect(describeMe(place, null, { session: null, language: 'es' })).toMatchObject({
      demo: true,
      needs_start: false,
    });
  });

  it('exists nowhere else, and no folder in use becomes one', async () => {
    await start();
    expect(await refusedBy(() => takeDemoRole(place, 'auditor', HERE))).toBe('not-a-demo');
    expect(await refusedBy(() => startDemo(institution))).toBe('demo-not-empty');
  });
});
