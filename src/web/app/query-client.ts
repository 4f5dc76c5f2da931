import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from './refused.ts';

const FRESH_MS = 30_000;

/** Answers kept on screen; when the server no longer knows the session, who is signed in is asked again. */
export function toQueryClient(): QueryClient {
  const onError = (error: Error) => {
    const lost = error instanceof Refused && ['not-signed-in', 'second-factor-needed'].includes(error.code);
    if (lost) void client.invalidateQueries({ queryKey: ['get /api/me'] });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // Nothing changes under somebody who looks at another window and comes back.
        refetchOnWindowFocus: false,
        // What the server will not do it will not do the second time; a lost connection may come back.
        retry: (failures, error) =>
          error instanceof Refused && (error.status === 0 || error.status === 503) && failures < 2,
      },
    },
  });
  return client;
}
