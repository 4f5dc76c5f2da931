import type { auditRoutes } from '../../contract/index.ts';
import { type Person, Refusal } from '../../kernel/index.ts';
import {
  answerFinding,
  checkChain,
  closeFinding,
  listFindings,
  listResultReadings,
  listTrailFilters,
  listUnread,
  openFinding,
  readTrail,
  recordReading,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';

function getWho({ who }: Pick<Call, 'who'>): Person {
  if (who === null) throw new Refusal('not-signed-in');
  return who;
}

export const auditHandlers: Handlers<typeof auditRoutes> = {
  'get /api/audit/trail': async (call) => {
    const { institution, query, language } = call;
    const who = getWho(call);
    const { deeds, next } = readTrail(institution, who, query, language);
    return { deeds, next, ...listTrailFilters(institution, who, language) };
  },
  'get /api/audit/head': async ({ institution }) => {
    const { seq, head } = institution.ledger.trail.head();
    return { entries: seq, head, at: institution.ports.clock() };
  },
  'post /api/audit/chain': async (call) => {
    const { known } = call.body;
    const kept = known && { seq: known.entries, head: known.head };
    return checkChain(call.institution, getWho(call), kept, call.language);
  },

  'get /api/findings': async (call) => ({
    findings: listFindings(call.institution, getWho(call), call.scope, call.query),
  }),
  'post /api/findings': async (call) => ({
    id: openFinding(call.institution, getWho(call), call.scope, call.body),
  }),
  'post /api/findings/{id}/answers': async (call) => {
    answerFinding(call.institution, getWho(call), call.scope, call.params.id, call.body.text);
    return {};
  },
  'post /api/findings/{id}/close': async (call) => {
    closeFinding(call.institution, getWho(call), call.scope, call.params.id, call.body.note);
    return {};
  },

  'get /api/readings': async ({ institution, query }) => ({
    readings: listResultReadings(institution, query),
  }),
  'get /api/readings/missing': async ({ institution, query, language }) =>
    listUnread(institution, query.period, language),
  'post /api/readings': async (call) => {
    recordReading(call.institution, getWho(call), call.body.subject, call.body.period);
    return {};
  },
};
