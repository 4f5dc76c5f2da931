import type { proofRoutes } from '../../contract/index.ts';
import { listProofChoices, showProof } from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';

export const proofHandlers: Handlers<typeof proofRoutes> = {
  'get /api/improvements/{id}/proof': async ({ institution, who, scope, params }) => ({
    proof: await showProof(institution, who, scope, { id: params.id, plan: null }),
  }),
  'post /api/improvements/{id}/proof/try': async ({ institution, who, scope, params, body }) => ({
    proof: await showProof(institution, who, scope, { id: params.id, plan: body }),
  }),
  'get /api/improvements/{id}/proof/choices': async ({ institution, who, scope, params }) =>
    listProofChoices(institution, who, scope, params.id),
};
