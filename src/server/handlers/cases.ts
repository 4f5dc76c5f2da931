import type { caseRoutes } from '../../contract/index.ts';
import { type Language, type Person, Refusal } from '../../kernel/index.ts';
import {
  actOnCase,
  assignCases,
  checkAct,
  checkCase,
  checkPublicCase,
  describeProcedures,
  describePublicForm,
  discardAttendance,
  followCase,
  type Institution,
  listBatches,
  listCases,
  loadProtection,
  noteOnCase,
  openCase,
  openPublicCase,
  printReceipt,
  type ProtectClient,
  rateCase,
  replyToCase,
  runBatch,
  seeAttendance,
  startAttendance,
  viewCase,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';
import { toKnockLimit } from '../knock-limit.ts';

/** Cases that may be opened on the public page from one address in a minute: nobody tells so many troubles. */
const MOST_PUBLIC = 30;
const publicLimits = new Map<string, (address: string) => void>();

/** Counts what is opened on the public page of a folder; refuses `too-many-attempts`. */
function knock(folder: string, address: string): void {
  const limit = publicLimits.get(folder) ?? toKnockLimit(() => performance.now(), MOST_PUBLIC);
  publicLimits.set(folder, limit);
  limit(address);
}

function getWho({ who }: Pick<Call, 'who'>): Person {
  if (who === null) throw new Refusal('not-signed-in');
  return who;
}

async function toProtect(institution: Institution, language: Language): Promise<ProtectClient> {
  const protect = await loadProtection(institution, language);
  return (client) => protect('client', client);
}

export const caseHandlers: Handlers<typeof caseRoutes> = {
  'get /api/cases/procedures': async ({ institution, scope, today }) =>
    describeProcedures(institution, scope, today),
  'post /api/cases/attendances': async (call) =>
    startAttendance(call.institution, getWho(call), call.body.procedure),
  'post /api/cases/attendances/{id}/seen': async (call) => ({
    open: seeAttendance(call.institution, getWho(call), call.params.id),
  }),
  'post /api/cases/attendances/{id}/discard': async (call) => {
    discardAttendance(call.institution, getWho(call), call.params.id, call.body.reason);
    return {};
  },
  'post /api/cases/check': async ({ institution, body, scope }) =>
    checkCase(institution, body.procedure, body.fields, scope.units?.[0] ?? ''),
  'post /api/cases': async (call) => openCase(call.institution, getWho(call), call.scope, call.body),
  'get /api/cases': async (call) =>
    listCases(
      call.institution,
      getWho(call),
      call.scope,
      call.query,
      await toProtect(call.institution, call.language),
    ),
  'post /api/cases/assign': async (call) =>
    assignCases(call.institution, getWho(call), call.scope, call.body),
  'get /api/cases/batches': async (call) => ({
    batches: await listBatches(
      call.institution,
      getWho(call),
      call.scope,
      await toProtect(call.institution, call.language),
    ),
  }),
  'post /api/cases/batches/{procedure}': async (call) =>
    runBatch(call.institution, getWho(call), call.scope, call.params.procedure, call.body),
  'get /api/cases/one/{number}': async (call) =>
    viewCase(
      call.institution,
      getWho(call),
      call.scope,
      call.params.number,
      await toProtect(call.institution, call.language),
    ),
  'post /api/cases/one/{number}/acts': async (call) => ({
    event: await actOnCase(call.institution, getWho(call), call.scope, call.params.number, call.body),
  }),
  'post /api/cases/one/{number}/acts/check': async (call) =>
    checkAct(call.institution, getWho(call), call.scope, call.params.number, call.body),
  'post /api/cases/one/{number}/notes': async (call) => ({
    event: noteOnCase(call.institution, getWho(call), call.scope, call.params.number, call.body),
  }),
  'get /api/cases/one/{number}/receipt': async (call) => {
    const { institution, scope, params, language, request } = call;
    const protect = await toProtect(institution, language);
    const how = { language, protect, origin: request.origin };
    const { name, bytes } = await printReceipt(institution, getWho(call), scope, params.number, how);
    return { name, type: 'application/pdf', content: { bytes } };
  },

  'get /api/public/complaints': async ({ institution }) => describePublicForm(institution),
  'post /api/public/complaints/check': async ({ institution, body }) =>
    checkPublicCase(institution, body.procedure, body.fields),
  'post /api/public/complaints': async ({ institution, body, request }) => {
    knock(institution.folder, request.ip);
    return openPublicCase(institution, body);
  },
  'post /api/public/cases': async ({ institution, body }) => followCase(institution, body.number, body.code),
  'post /api/public/cases/reply': async ({ institution, body, request }) => {
    knock(institution.folder, request.ip);
    await replyToCase(institution, body);
    return {};
  },
  'post /api/public/cases/rate': async ({ institution, body }) => {
    rateCase(institution, body);
    return {};
  },
};
