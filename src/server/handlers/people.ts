import { type peopleRoutes, ROUTES } from '../../contract/index.ts';
import { EVERYTHING, type Person, PROPOSAL_KINDS, Refusal } from '../../kernel/index.ts';
import {
  applyApprovedChanges,
  applyApprovedClosings,
  beginProviderSignIn,
  changePassword,
  checkApproval,
  checkClosing,
  checkStartPassword,
  collectToken,
  confirmSecondFactor,
  decideProposal,
  describeMe,
  describeRoles,
  describeStart,
  endOwnSession,
  endProviderSignIn,
  endSessionsOf,
  endToken,
  enrolSecondFactor,
  findSignInSetting,
  isClosing,
  isSheetChange,
  issueRecovery,
  listAllExceptions,
  listPeople,
  listProposals,
  listSessions,
  listTokens,
  proposeChange,
  proposeException,
  proposePerson,
  proposeProvider,
  proposeRoles,
  proposeToken,
  removeSecondFactor,
  renewBackupCodes,
  signIn,
  signInWithCode,
  signInWithRecovery,
  signOut,
  startInstitution,
  takeDemoRole,
  type SignedIn,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';

/** Permissions that something asks for: a route, or whoever proposes and decides. Of others nothing is promised. */
const ASKED: ReadonlySet<string> = new Set([
  ...Object.values(ROUTES).map(({ may }) => may),
  ...Object.values(PROPOSAL_KINDS).flatMap(({ propose, approve }) => [propose, approve]),
]);

type AnyCall = Pick<Call, 'request' | 'setSession' | 'who'>;

function getWho({ who }: AnyCall): Person {
  if (who === null) throw new Refusal('not-signed-in');
  return who;
}

/** Hands the browser what it keeps, and tells the page what comes next. */
function welcome(call: AnyCall, { next, secret }: SignedIn) {
  call.setSession(secret);
  return { next };
}

const toVisit = ({ request }: AnyCall) => ({ ip: request.ip, agent: request.agent });

export const peopleHandlers: Handlers<typeof peopleRoutes> = {
  'get /api/me': async (call) => {
    const { institution, who, language, request } = call;
    return describeMe(institution, who, { session: request.session, language });
  },
  'put /api/me': async (call) => {
    call.institution.ledger.people.changeLanguage(getWho(call).id, call.body.language);
    return {};
  },

  'post /api/sign-in': async (call) =>
    welcome(call, await signIn(call.institution, call.body, toVisit(call))),
  'post /api/sign-in/code': async (call) => {
    const given = { ticket: call.request.session, code: call.body.code };
    return welcome(call, await signInWithCode(call.institution, given, toVisit(call)));
  },
  'post /api/sign-in/recovery': async (call) =>
    welcome(call, await signInWithRecovery(call.institution, call.body, toVisit(call))),
  'post /api/sign-in/provider': async (call) => {
    const { url, secret } = await beginProviderSignIn(call.institution, call.request.origin);
    call.setSession(secret);
    return { url };
  },
  'post /api/sign-in/provider/finish': async (call) => {
    const given = { ticket: call.request.session, url: call.body.url };
    return welcome(call, await endProviderSignIn(call.institution, given, toVisit(call)));
  },
  'post /api/sign-out': async (call) => {
    signOut(call.institution, call.request.session);
    call.setSession(null);
    return {};
  },

  'get /api/start': async ({ institution }) => describeStart(institution),
  'post /api/start/password': async (call) => {
    const { institution, body, request } = call;
    const { password, ...owner } = body;
    await checkStartPassword(institution, owner, password, request.ip);
    return {};
  },
  'post /api/start': async (call) => {
    const { institution, body, language, host } = call;
    const { next, secret, codes } = await startInstitution(institution, body, toVisit(call));
    await host.reloadContent();
    call.setSession(secret);
    const [exception = null] = listAllExceptions(institution, language);
    return { next, codes, exception };
  },

  'post /api/demo/role': async (call) =>
    welcome(call, takeDemoRole(call.institution, call.body.role, toVisit(call))),

  'post /api/me/password': async (call) => {
    const visit = { ...toVisit(call), session: call.request.session };
    return { ended_sessions: await changePassword(call.institution, getWho(call), call.body, visit) };
  },
  'post /api/me/second-factor': async (call) => enrolSecondFactor(call.institution, getWho(call)),
  'post /api/me/second-factor/confirm': async (call) => {
    const visit = { ...toVisit(call), session: call.request.session };
    const confirmed = await confirmSecondFactor(call.institution, getWho(call), call.body.code, visit);
    call.setSession(confirmed.secret);
    return { backup_codes: [...confirmed.backup_codes] };
  },
  'post /api/me/second-factor/codes': async (call) => {
    const { institution, body, request } = call;
    return { backup_codes: [...(await renewBackupCodes(institution, getWho(call), body.code, request.ip))] };
  },
  'post /api/me/second-factor/remove': async (call) => {
    const { institution, body, request, today } = call;
    await removeSecondFactor(institution, getWho(call), body.password, { ip: request.ip, today });
    return {};
  },
  'get /api/me/sessions': async (call) => ({
    sessions: listSessions(call.institution, getWho(call).id, call.request.session, EVERYTHING),
  }),
  'delete /api/me/sessions/{id}': async (call) => {
    endOwnSession(call.institution, getWho(call), call.params.id);
    return {};
  },
  'get /api/me/tokens': async (call) => ({ tokens: listTokens(call.institution, getWho(call).id) }),
  'post /api/me/tokens/{id}': async (call) => collectToken(call.institution, getWho(call), call.params.id),
  'delete /api/me/tokens/{id}': async (call) => {
    endToken(call.institution, getWho(call), call.params.id, 'own');
    return {};
  },

  'get /api/people': async ({ institution, language }) => ({ people: listPeople(institution, language) }),
  'post /api/people': async (call) => {
    const { reason, ...draft } = call.body;
    return proposePerson(call.institution, getWho(call), draft, reason);
  },
  'put /api/people/{id}/roles': async (call) =>
    proposeRoles(call.institution, getWho(call), call.params.id, call.body),
  'post /api/people/{id}/disable': async (call) => proposeAbout(call, 'disable-person'),
  'post /api/people/{id}/enable': async (call) => proposeAbout(call, 'enable-person'),
  'post /api/people/{id}/clear-second-factor': async (call) => proposeAbout(call, 'clear-second-factor'),
  'post /api/people/{id}/recovery': async (call) =>
    issueRecovery(call.institution, call.params.id, getWho(call).id),
  'get /api/people/{id}/sessions': async ({ institution, params, request, scope }) => ({
    sessions: listSessions(institution, params.id, request.session, scope),
  }),
  'delete /api/people/{id}/sessions': async (call) => ({
    ended: endSessionsOf(call.institution, getWho(call), call.params.id, call.scope),
  }),
  'get /api/roles': async ({ institution, language }) => {
    const roles = describeRoles(institution, language);
    return { ...roles, permissions: roles.permissions.filter(({ permission }) => ASKED.has(permission)) };
  },

  'get /api/proposals': async (call) => ({
    proposals: listProposals(call.institution, getWho(call), call.query.state, call.language),
  }),
  'post /api/proposals/{id}/decide': async (call) => {
    const { institution, params, body, language, host } = call;
    const approves = body.decision === 'approved';
    if (approves) await checkApproval(institution, params.id);
    if (approves && isClosing(institution.ledger.proposals.find(params.id) ?? { kind: 'change-setting' }))
      await host.write(getWho(call).id, (writing) => checkClosing(writing, params.id, getWho(call)));
    const decided = decideProposal(institution, getWho(call), params.id, { ...body, language });
    if (approves && isSheetChange(decided.proposal))
      await host.write(getWho(call).id, async (writing) => {
        if ((await applyApprovedChanges(writing)).length > 0) await host.reloadContent();
      });
    if (approves && isClosing(decided.proposal)) await host.write(getWho(call).id, applyApprovedClosings);
    // Rows left out change figures at once: the turn of a writer tells everybody who keeps some.
    if (approves && decided.proposal.kind === 'exclude-rows')
      await host.write(getWho(call).id, async () => {});
    return decided;
  },

  'get /api/tokens': async ({ institution }) => ({ tokens: listTokens(institution) }),
  'post /api/tokens': async (call) => proposeToken(call.institution, getWho(call), call.body),
  'delete /api/tokens/{id}': async (call) => {
    endToken(call.institution, getWho(call), call.params.id, 'any');
    return {};
  },

  'get /api/exceptions': async ({ institution, language }) => ({
    exceptions: listAllExceptions(institution, language),
    relaxable: describeRoles(institution, language).relaxable,
  }),
  'post /api/exceptions': async (call) => proposeException(call.institution, getWho(call), call.body),
  'delete /api/exceptions/{id}': async (call) => {
    call.institution.ledger.as(getWho(call).id).exceptions.end(call.params.id);
    return {};
  },

  'get /api/settings/sign-in': async ({ institution, request }) =>
    findSignInSetting(institution, request.origin),
  'put /api/settings/sign-in': async (call) => {
    const { provider, reason } = call.body;
    return proposeProvider(call.institution, getWho(call), provider, reason);
  },
};

function proposeAbout(
  call: Pick<Call, 'institution' | 'request' | 'setSession' | 'who'> & {
    readonly params: { readonly id: string };
    readonly body: { readonly reason: string };
  },
  kind: 'disable-person' | 'enable-person' | 'clear-second-factor',
) {
  const { institution, params, body } = call;
  return proposeChange(institution, getWho(call), {
    kind,
    subject: params.id,
    payload: {},
    reason: body.reason,
  });
}
