import type { systemRoutes } from '../../contract/index.ts';
import type { Handlers } from '../call.ts';

export const systemHandlers: Handlers<typeof systemRoutes> = {
  'get /api/health': async ({ host }) => host.health(),
  'get /api/jobs/{id}': async ({ host, params }) => host.getJob(params.id),
  // Answered by the server itself: a stream has no body to give back.
  'get /api/jobs/{id}/events': async () => undefined,
};
