import type { loopRoutes } from '../../contract/index.ts';
import { type Person, Refusal, toScope } from '../../kernel/index.ts';
import {
  changeSession,
  decideInSession,
  endSession,
  listAttendable,
  listDecisions,
  listCommittee,
  measureLoop,
  openSession,
  printMinutes,
  reviewLoop,
  showReview,
  showSession,
  writeDecisionsCsv,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';

function getWho({ who }: Pick<Call, 'who'>): Person {
  if (who === null) throw new Refusal('not-signed-in');
  return who;
}

/** Whether the caller holds sessions and reviews the loop. */
function mayHold({ who, today }: Pick<Call, 'who' | 'today'>): boolean {
  return who !== null && toScope(who, 'work-improvement', today) !== null;
}

export const loopHandlers: Handlers<typeof loopRoutes> = {
  'get /api/committee': async (call) => ({
    sessions: listCommittee(call.institution, call.who, call.scope),
    people: mayHold(call) ? listAttendable(call.institution) : [],
    may_hold: mayHold(call),
    today: call.today,
  }),
  'post /api/committee': async (call) => ({
    id: openSession(call.institution, getWho(call), call.body),
  }),
  'get /api/committee/{id}': async (call) => ({
    ...showSession(call.institution, call.who, call.scope, call.params.id, call.language),
    people: mayHold(call) ? listAttendable(call.institution) : [],
    may_hold: mayHold(call),
  }),
  'put /api/committee/{id}': async (call) => {
    changeSession(call.institution, getWho(call), call.params.id, call.body);
    return {};
  },
  'post /api/committee/{id}/end': async (call) => {
    endSession(call.institution, getWho(call), call.params.id);
    return {};
  },
  'post /api/committee/{id}/decisions': async (call) => {
    const { improvement, seen, ...draft } = call.body;
    const asked = { session: call.params.id, improvement, draft, seen };
    return { relaxed: decideInSession(call.institution, getWho(call), call.scope, asked) };
  },
  'get /api/committee/{id}/pdf': async (call) => {
    const { institution, scope, params, language } = call;
    const { name, bytes } = await printMinutes(institution, getWho(call), scope, params.id, language);
    return { name, type: 'application/pdf', content: { bytes } };
  },
  'get /api/decisions': async ({ institution, who, scope, query }) => ({
    decisions: listDecisions(institution, who, scope, query),
  }),
  'get /api/decisions/csv': async ({ institution, who, scope, query, language, today }) => ({
    name: `decisiones-${today}.csv`,
    type: 'text/csv; charset=utf-8',
    content: { bytes: writeDecisionsCsv(listDecisions(institution, who, scope, query), language) },
  }),
  'get /api/loop': async ({ institution, who, scope, query }) =>
    measureLoop(institution, who, scope, { period: query.period ?? null }),
  'get /api/loop/review': async (call) => ({
    ...showReview(call.institution),
    may_review: mayHold(call),
  }),
  'post /api/loop/review': async (call) => reviewLoop(call.institution, getWho(call), call.body),
};
