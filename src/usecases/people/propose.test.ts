import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../kernel/index.ts';
import { identify } from './identify.ts';
import { countToDecide, listProposals } from './list-proposals.ts';
import {
  makePeople,
  openPlace,
  PASSWORD,
  refusedBy,
  type TestPlace,
  TODAY,
  toGrant,
  VISIT,
} from './people.fixture.ts';
import {
  decideProposal,
  proposeChange,
  proposeException,
  proposePerson,
  proposeRoles,
  proposeToken,
} from './propose.ts';
import { signIn } from './sign-in.ts';
import { collectToken, listTokens } from './tokens.ts';

let place: TestPlace;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.close());

const decide = (
  login: string,
  proposal: number,
  decision: 'approved' | 'rejected' | 'withdrawn' = 'approved',
) => decideProposal(place, place.who(login), proposal, { decision, reason: '', language: 'es' });

const propose = (by: string, login: string, ...roles: Role[]) =>
  proposePerson(
    place,
    place.who(by),
    {
      login,
      name: login,
      email: null,
      language: 'es',
      staff_name: null,
      grants: roles.map((role) => toGrant(role)),
    },
    'entra a trabajar',
  );

const about = (by: string, kind: 'disable-person' | 'enable-person' | 'clear-second-factor', login: string) =>
  proposeChange(place, place.who(by), { kind, subject: place.who(login).id, payload: {}, reason: 'se va' });

const giveRoles = (by: string, login: string, ...roles: Role[]) => {
  const grants = roles.map((role) => toGrant(role));
  return proposeRoles(place, place.who(by), place.who(login).id, { grants, reason: 'cambia de puesto' });
};

describe('with administrators, management, analyst and auditor', () => {
  beforeEach(() =>
    makePeople(place, {
      ada: ['administrator'],
      abel: ['administrator'],
      alma: ['administrator'],
      gus: ['management'],
      ana: ['analyst'],
      aldo: ['auditor'],
      sol: ['supervisor'],
    }),
  );

  it('makes a person when another administrator approves, with a code to hand over', () => {
    const { proposal, applied } = propose('ada', 'eva', 'executive');
    expect(applied).toBe(false);
    expect(place.ledger.people.findByLogin('eva')).toBeUndefined();
    expect(countToDecide(place, place.who('abel'))).toBe(1);
    expect(countToDecide(place, place.who('ada'))).toBe(0);
    const { code, proposal: shown } = decide('abel', proposal);
    expect(shown).toMatchObject({
      decision: 'approved',
      sentence: 'Crear a eva (eva) como Ejecutivo (Norte)',
      decided_by_name: 'abel de prueba',
    });
    expect(code).toMatchObject({ login: 'eva', code: expect.stringMatching(/^[A-Z0-9-]{23}$/) });
    expect(place.who('eva').grants).toMatchObject([{ role: 'executive', units: ['Norte'] }]);
    expect(place.ledger.verifyChain().findings).toEqual([]);
  });

  it('S-5: whoever proposes does not approve, nor reject; they withdraw', async () => {
    const { proposal } = propose('ada', 'eva', 'executive');
    expect(await refusedBy(() => decide('ada', proposal))).toBe('own-proposal');
    expect(await refusedBy(() => decide('ada', proposal, 'rejected'))).toBe('own-proposal');
    expect(await refusedBy(() => decide('abel', proposal, 'withdrawn'))).toBe('not-own-proposal');
    decide('ada', proposal, 'withdrawn');
    expect(await refusedBy(() => decide('abel', proposal))).toBe('proposal-decided');
  });

  it('S-5: two accounts of one human being are one person', async () => {
    const { proposal } = proposePerson(
      place,
      place.who('ada'),
      {
        login: 'ada2',
        name: 'Ada otra vez',
        email: null,
        language: 'es',
        staff_name: 'Ada Luz',
        grants: [toGrant('administrator')],
      },
      'otra cuenta',
    );
    decide('gus', proposal);
    const third = proposePerson(
      place,
      place.who('abel'),
      {
        login: 'ada3',
        name: 'Ada y otra',
        email: null,
        language: 'es',
        staff_name: 'Ada Luz',
        grants: [toGrant('administrator')],
      },
      'otra cuenta',
    );
    // Its own account would approve it.
    expect(await refusedBy(() => decide('ada2', third.proposal))).toBe('own-roles');
    decide('gus', third.proposal);
    const { proposal: last } = propose('ada2', 'eva', 'executive');
    expect(await refusedBy(() => decide('ada3', last))).toBe('own-proposal');
  });

  it('S-6, S-7, S-9: keeps apart roles that one person may not have together', async () => {
    expect(await refusedBy(() => propose('ada', 'eva', 'administrator', 'analyst'))).toBe(
      'roles-administrator-alone',
    );
    expect(await refusedBy(() => propose('ada', 'eva', 'auditor', 'analyst'))).toBe('roles-auditor-alone');
    expect(await refusedBy(() => propose('ada', 'eva', 'auditor', 'administrator'))).toBe(
      'roles-auditor-alone',
    );
    expect(await refusedBy(() => propose('ada', 'eva', 'analyst', 'process-owner'))).toBe(
      'roles-same-process',
    );
    expect(await refusedBy(() => propose('ada', 'eva', 'supervisor', 'process-owner'))).toBe(
      'roles-reach-differ',
    );
    const apart = [toGrant('analyst', { processes: ['entrega-pin'] }), toGrant('process-owner')];
    const draft = {
      login: 'eva',
      name: 'Eva',
      email: null,
      language: 'es' as const,
      staff_name: null,
      grants: apart,
    };
    expect(await refusedBy(() => proposePerson(place, place.who('ada'), draft, 'x'))).toBe('done');
  });

  it('asks units, processes or an end where a role needs them', async () => {
    const give = (grants: ReturnType<typeof toGrant>[]) =>
      refusedBy(() => proposeRoles(place, place.who('ada'), place.who('sol').id, { grants, reason: 'x' }));
    expect(await give([])).toBe('roles-empty');
    expect(await give([toGrant('supervisor', { units: [] })])).toBe('role-needs-units');
    expect(await give([toGrant('process-owner', { processes: null })])).toBe('role-needs-processes');
    expect(await give([toGrant('reviewer', { until: null })])).toBe('role-needs-end');
  });

  it('S-8: nobody grants, approves or raises their own roles', async () => {
    expect(await refusedBy(() => giveRoles('ada', 'ada', 'management'))).toBe('own-roles');
    const { proposal } = giveRoles('ada', 'abel', 'management');
    expect(await refusedBy(() => decide('abel', proposal))).toBe('own-roles');
    expect(await refusedBy(() => about('ada', 'clear-second-factor', 'ada'))).toBe('own-roles');
  });

  it('asks management for roles that decide about others, where there is management', async () => {
    for (const role of ['administrator', 'management', 'auditor'] as const) {
      const { proposal } = giveRoles('ada', 'ana', role);
      expect(await refusedBy(() => decide('abel', proposal))).toBe('needs-management');
      expect(listProposals(place, place.who('abel'), 'open', 'es')).toMatchObject([
        { may_approve: false, why_not: expect.stringContaining('gerencia') },
      ]);
      decide('ada', proposal, 'withdrawn');
    }
    const { proposal } = giveRoles('ada', 'ana', 'auditor');
    decide('gus', proposal);
    expect(place.who('ana').grants.map(({ role }) => role)).toEqual(['auditor']);
  });

  it('S-13: the last two administrators and the only auditor leave only with management', async () => {
    const three = about('abel', 'disable-person', 'alma');
    expect(await refusedBy(() => decide('ada', three.proposal))).toBe('needs-management');
    decide('gus', three.proposal);
    const auditor = about('ada', 'disable-person', 'aldo');
    expect(await refusedBy(() => decide('abel', auditor.proposal))).toBe('needs-management');
    decide('gus', auditor.proposal);
    expect(place.ledger.people.findByLogin('aldo')?.state).toBe('disabled');
  });

  it('does not let anybody else propose or decide', async () => {
    for (const login of ['ana', 'aldo', 'sol', 'gus']) {
      expect(await refusedBy(() => propose(login, 'eva', 'executive'))).toBe('not-allowed');
    }
    const { proposal } = propose('ada', 'eva', 'executive');
    for (const login of ['ana', 'aldo', 'sol']) {
      expect(await refusedBy(() => decide(login, proposal))).toBe('not-allowed');
    }
    expect(listProposals(place, place.who('ana'), 'open', 'es')).toEqual([]);
    expect(listProposals(place, place.who('aldo'), 'open', 'es')).toHaveLength(1);
  });

  it('ends sessions, tokens and codes at once when somebody is disabled or their roles change', async () => {
    const { secret } = await signIn(place, { login: 'ana', password: PASSWORD }, VISIT);
    const token = proposeToken(place, place.who('ada'), {
      person: place.who('ana').id,
      name: 'carga nocturna',
      days: 90,
      reason: 'cada noche',
    });
    decide('gus', token.proposal);
    const [waiting] = listTokens(place, place.who('ana').id);
    const { secret: bearer } = collectToken(place, place.who('ana'), waiting?.id ?? '');
    const seen = (given: { session?: string; bearer?: string }) => identify(place, { ...given, ip: '' });
    expect(seen({ bearer })).toMatchObject({ via: 'token', session_id: null, person: { login: 'ana' } });
    decide('gus', giveRoles('ada', 'ana', 'supervisor').proposal);
    expect(seen({ session: secret })).toBeNull();
    expect(seen({ bearer })?.person.grants.map(({ role }) => role)).toEqual(['supervisor']);
    const { secret: again } = await signIn(place, { login: 'ana', password: PASSWORD }, VISIT);
    decide('abel', about('ada', 'disable-person', 'ana').proposal);
    expect([seen({ session: again }), seen({ bearer })]).toEqual([null, null]);
    expect(await refusedBy(() => signIn(place, { login: 'ana', password: PASSWORD }, VISIT))).toBe(
      'sign-in-failed',
    );
    expect(place.ledger.verifyChain().findings).toEqual([]);
  });

  it('gives a token up to ninety days to whoever loads data, once, and never past its end', async () => {
    const give = (login: string, days: number) =>
      proposeToken(place, place.who('ada'), {
        person: place.who(login).id,
        name: 'noche',
        days,
        reason: 'x',
      });
    expect(await refusedBy(() => give('ana', 91))).toBe('token-too-long');
    expect(await refusedBy(() => give('gus', 30))).toBe('token-owner-loads-nothing');
    const { proposal } = give('ana', 30);
    expect(await refusedBy(() => decide('abel', proposal))).toBe('not-allowed');
    decide('gus', proposal);
    const ana = place.who('ana');
    const [token] = listTokens(place, ana.id);
    expect(token).toMatchObject({ name: 'noche', state: 'waiting' });
    expect(await refusedBy(() => collectToken(place, place.who('sol'), token?.id ?? ''))).toBe(
      'token-not-found',
    );
    const { secret } = collectToken(place, ana, token?.id ?? '');
    expect(await refusedBy(() => collectToken(place, ana, token?.id ?? ''))).toBe('token-not-found');
    expect(identify(place, { bearer: secret, ip: '' })?.person.login).toBe('ana');
    place.forward(30 * 24 * 60 + 1);
    expect(identify(place, { bearer: secret, ip: '' })).toBeNull();
  });

  it('refuses a second proposal on the same thing, and one that could not be done', async () => {
    propose('ada', 'eva', 'executive');
    expect(await refusedBy(() => propose('abel', 'eva', 'executive'))).toBe('proposal-open');
    expect(await refusedBy(() => propose('ada', 'ana', 'executive'))).toBe('login-taken');
    expect(await refusedBy(() => about('ada', 'enable-person', 'ana'))).toBe('person-already-so');
  });

  it('looks again, when it is approved, at what may have changed since it was proposed', async () => {
    const ask = (login: string) =>
      proposePerson(
        place,
        place.who('ada'),
        {
          login,
          name: login,
          email: 'eva@banco.ec',
          language: 'es',
          staff_name: null,
          grants: [toGrant('executive')],
        },
        'x',
      ).proposal;
    const [first, second] = [ask('eva'), ask('evita')];
    decide('abel', first);
    expect(await refusedBy(() => decide('abel', second))).toBe('email-taken');
    // Proposed by an administrator, approved by one who meanwhile is none.
    const { proposal } = giveRoles('ada', 'sol', 'analyst');
    decide('gus', about('ada', 'disable-person', 'alma').proposal);
    const was = { ...place.who('abel'), id: 'p3' };
    expect(
      await refusedBy(() =>
        decideProposal(place, was, proposal, { decision: 'approved', reason: '', language: 'es' }),
      ),
    ).toBe('not-signed-in');
  });

  it('S-14: relaxes only S-1 to S-6, until a date within a year, when management approves', async () => {
    const ask = (rules: string[], until: string) =>
      proposeException(place, place.who('ada'), { rules, until, reason: 'Somos pocos.' });
    expect(await refusedBy(() => ask(['S-7'], '2026-12-31'))).toBe('exception-rule-fixed');
    expect(await refusedBy(() => ask(['S-6'], '2027-07-02'))).toBe('exception-without-end');
    expect(await refusedBy(() => ask(['S-6'], TODAY))).toBe('exception-without-end');
    const { proposal } = ask(['S-6'], '2026-12-31');
    expect(await refusedBy(() => decide('abel', proposal))).toBe('not-allowed');
    decide('gus', proposal);
    const both = propose('ada', 'eva', 'administrator', 'analyst');
    decide('gus', both.proposal);
    expect(place.who('eva').grants).toHaveLength(2);
  });
});

describe('with one person, under an exception', () => {
  beforeEach(() =>
    makePeople(place, { sola: ['administrator', 'analyst'] }, ['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6']),
  );

  it('does at once what nobody else can decide, names the exception, and stops when somebody else can', async () => {
    expect(propose('sola', 'eva', 'executive').applied).toBe(true);
    expect(propose('sola', 'gus', 'management').applied).toBe(true);
    expect(place.ledger.proposals.list()[0]).toMatchObject({ decision: 'approved', relaxed_by: 1 });
    expect(place.ledger.trail.list({ kind: 'decided-alone', limit: 9 })).toHaveLength(2);
    expect(propose('sola', 'luz', 'technician').applied).toBe(false);
    expect(await refusedBy(() => giveRoles('sola', 'sola', 'administrator'))).toBe('own-roles');
  });

  it('gives back the business role to its rule when the exception is over, and another is signed alone', async () => {
    expect(place.who('sola').grants).toHaveLength(2);
    const later = '2027-07-02';
    const sola = place.ledger.people.person('p1', later);
    expect(sola?.grants.map(({ role }) => role)).toEqual(['administrator']);
    place.forward(366 * 24 * 60);
    expect(
      proposeException(place, sola!, { rules: ['S-5', 'S-6'], until: '2028-01-01', reason: 'Sigo sola.' })
        .applied,
    ).toBe(true);
    expect(place.ledger.people.person('p1', later)?.grants).toHaveLength(2);
  });
});
