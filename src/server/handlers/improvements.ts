import type { improvementRoutes } from '../../contract/index.ts';
import { type Person, Refusal, toScope } from '../../kernel/index.ts';
import {
  acceptEvidence,
  addCause,
  addEvidence,
  assignStage,
  carryOutAction,
  changeImprovement,
  closeImprovement,
  decideImprovement,
  dropAction,
  findShortfall,
  listBoard,
  listOwnActions,
  markCause,
  moveImprovement,
  openImprovement,
  planPilot,
  planProof,
  proposeDueMove,
  proveClosing,
  rankReasons,
  removeCause,
  reopenImprovement,
  showImprovement,
  startImprovement,
  supplyEvidence,
  tellImprovement,
  writeAction,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';

function getWho({ who }: Pick<Call, 'who'>): Person {
  if (who === null) throw new Refusal('not-signed-in');
  return who;
}

/** The part of an indicator as the address says it; nothing where it is no such text. */
function readDimensions(text: string | undefined): Readonly<Record<string, string | null>> {
  if (text === undefined) return {};
  try {
    const entries = Object.entries(JSON.parse(text) as object);
    return Object.fromEntries(
      entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
  } catch {
    return {};
  }
}

export const improvementHandlers: Handlers<typeof improvementRoutes> = {
  'get /api/improvements': async ({ institution, who, scope, query, today }) => ({
    ...listBoard(institution, who, scope, query),
    may_open: who !== null && toScope(who, 'open-improvement', today) !== null,
  }),
  'get /api/improvements/start': async ({ institution, scope, query }) =>
    startImprovement(institution, scope, {
      origin: query.origin ?? 'idea',
      indicator: query.indicator ?? null,
      period: query.period ?? null,
      dimensions: readDimensions(query.dimensions),
      process: query.process ?? null,
      subject: query.subject ?? null,
      seen: query.seen ?? null,
    }),
  'post /api/improvements': async (call) => {
    const { evidence, ...draft } = call.body;
    return { id: openImprovement(call.institution, getWho(call), call.scope, draft, evidence) };
  },
  'get /api/improvements/actions': async (call) => ({
    actions: listOwnActions(call.institution, getWho(call)),
  }),
  'get /api/improvements/shortfall': async ({ institution, scope, query, today }) =>
    findShortfall(institution, scope, { id: query.indicator, until: query.until ?? null, today }),
  'get /api/improvements/{id}': async (call) =>
    showImprovement(call.institution, getWho(call), call.scope, call.params.id, call.language),
  'get /api/improvements/{id}/reasons': async ({ institution, who, scope, params, query }) =>
    rankReasons(institution, who, scope, params.id, query.period),
  'put /api/improvements/{id}': async (call) => {
    const { seen, ...changes } = call.body;
    changeImprovement(call.institution, getWho(call), call.scope, call.params.id, changes, seen);
    return {};
  },
  'post /api/improvements/{id}/stage': async (call) => {
    const { seen, ...move } = call.body;
    moveImprovement(call.institution, getWho(call), call.scope, call.params.id, move, seen);
    return {};
  },
  'put /api/improvements/{id}/stage': async (call) => {
    assignStage(call.institution, getWho(call), call.scope, call.params.id, call.body);
    return {};
  },
  'post /api/improvements/{id}/evidence': async (call) => ({
    id: addEvidence(call.institution, getWho(call), call.scope, call.params.id, call.body),
  }),
  'post /api/improvements/{id}/causes': async (call) => ({
    id: addCause(call.institution, getWho(call), call.scope, call.params.id, call.body),
  }),
  'put /api/improvements/{id}/causes/{cause}': async (call) => {
    markCause(call.institution, getWho(call), call.scope, { ...call.params, ...call.body });
    return {};
  },
  'delete /api/improvements/{id}/causes/{cause}': async (call) => {
    removeCause(call.institution, getWho(call), call.scope, call.params.id, call.params.cause);
    return {};
  },
  'post /api/improvements/{id}/decision': async (call) => {
    const { seen, ...draft } = call.body;
    const decided = { ...draft, session_id: null };
    const { institution, scope, params } = call;
    return { relaxed: decideImprovement(institution, getWho(call), scope, params.id, decided, seen) };
  },
  'put /api/improvements/{id}/proof': async (call) => {
    planProof(call.institution, getWho(call), call.scope, call.params.id, call.body);
    return {};
  },
  'put /api/improvements/{id}/pilot': async (call) => {
    planPilot(call.institution, getWho(call), call.scope, call.params.id, call.body.pilot);
    return {};
  },
  'post /api/improvements/{id}/actions': async (call) => ({
    id: writeAction(call.institution, getWho(call), call.scope, call.params.id, call.body),
  }),
  'post /api/improvement-actions/{id}/done': async (call) => {
    carryOutAction(call.institution, getWho(call), call.scope, call.params.id, call.body.evidence);
    return {};
  },
  'post /api/improvement-actions/{id}/evidence': async (call) => ({
    id: supplyEvidence(call.institution, getWho(call), call.scope, call.params.id, call.body.text),
  }),
  'post /api/improvement-actions/{id}/drop': async (call) => {
    dropAction(call.institution, getWho(call), call.scope, call.params.id, call.body.reason);
    return {};
  },
  'post /api/improvement-actions/{id}/due-date': async (call) =>
    proposeDueMove(call.institution, getWho(call), call.scope, call.params.id, call.body),
  'post /api/action-evidence/{id}/accept': async (call) => ({
    relaxed: acceptEvidence(call.institution, getWho(call), call.params.id),
  }),
  'post /api/improvements/{id}/notices': async (call) => ({
    id: tellImprovement(call.institution, getWho(call), call.scope, call.params.id, call.body),
  }),
  'post /api/improvements/{id}/close': async (call) => {
    const { institution, scope, params, body } = call;
    const asked = { ...params, ...body };
    return { relaxed: await closeImprovement(institution, getWho(call), scope, asked, proveClosing) };
  },
  'post /api/improvements/{id}/reopen': async (call) => {
    reopenImprovement(call.institution, getWho(call), call.scope, call.params.id, call.body);
    return {};
  },
};
