import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiSent, Refused } from '../../app/api.ts';
import { callApi } from '../../app/call-api.ts';
import type { Opened } from './answers.ts';

type Body = ApiSent<'post /api/cases'>['body'];

const AGAIN_MS = 2_000;
const TIMES = 15;

/**
 * Opens a case. While the server does not answer the very same is sent again: its key makes one case
 * of all the attempts.
 */
export function useOpenCase(): UseMutationResult<Opened, Refused, Body> {
  const client = useQueryClient();
  return useMutation<Opened, Refused, Body>({
    mutationFn: (body) => callApi('post /api/cases', { body }),
    retry: (failures, error) => error.status === 0 && failures < TIMES,
    retryDelay: AGAIN_MS,
    onSuccess: () => client.invalidateQueries(),
  });
}
