import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiAnswer, ApiSent, Refused } from '../../app/api.ts';
import { callApi } from '../../app/call-api.ts';
import { makeKey } from '../../ui/make-key.ts';

type Received = ApiAnswer<'post /api/public/complaints'>;
type Given = Omit<ApiSent<'post /api/public/complaints'>['body'], 'key'>;

const AGAIN_MS = 2_500;
const TIMES = 20;

/** Sends it once, however often it is pressed and however bad the connection is. */
export function usePresent(): UseMutationResult<Received, Refused, Given> {
  const [key] = useState(makeKey);
  return useMutation<Received, Refused, Given>({
    mutationFn: (body) => callApi('post /api/public/complaints', { body: { ...body, key } }),
    retry: (failures, error) => error.status === 0 && failures < TIMES,
    retryDelay: AGAIN_MS,
  });
}
