import type { workshopRoutes } from '../../contract/index.ts';
import { Refusal, toScope } from '../../kernel/index.ts';
import {
  cancelWorkshop,
  listWorkshops,
  planWorkshop,
  proposeQuestions,
  recordAttendance,
  startWorkshop,
  takeTest,
  viewWorkshop,
} from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';

export const workshopHandlers: Handlers<typeof workshopRoutes> = {
  'get /api/workshops': async ({ institution, who, scope, today }) => ({
    ...listWorkshops(institution, who, scope),
    may_hold: who !== null && toScope(who, 'hold-workshop', today) !== null,
  }),
  'post /api/workshops': async ({ institution, who, scope, body }) => ({
    id: planWorkshop(institution, who?.id ?? null, scope, body),
  }),
  'get /api/workshops/start': async ({ institution, scope }) => startWorkshop(institution, scope),
  'post /api/workshops/questions': async ({ institution, scope, body, language }) => ({
    questions: proposeQuestions(institution, scope, body.indicators, language),
  }),
  'get /api/workshops/{id}': async ({ institution, who, scope, params }) =>
    viewWorkshop(institution, who, scope, params.id),
  'post /api/workshops/{id}/attendance': async ({ institution, who, scope, params, body }) => {
    recordAttendance(institution, who?.id ?? null, scope, { id: params.id, people: body.people });
    return {};
  },
  'post /api/workshops/{id}/test': async ({ institution, who, scope, params, body }) => {
    if (who === null) throw new Refusal('not-signed-in');
    return takeTest(institution, who, scope, { id: params.id, answers: body.answers });
  },
  'post /api/workshops/{id}/cancel': async ({ institution, who, scope, params, body }) => {
    cancelWorkshop(institution, who?.id ?? null, scope, { id: params.id, reason: body.reason });
    return {};
  },
};
