import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type ApiAnswer, type ApiKey, type ApiSent, callApi, callForFile } from './call-api.ts';
import type { Refused } from './refused.ts';

export type { ApiAnswer, ApiKey, ApiSent, Job, JobResult } from './call-api.ts';
export { toAddress } from './call-api.ts';
export { Refused } from './refused.ts';

interface AnswerOptions {
  /** False: does not ask yet. */
  readonly when?: boolean;
  /** Shows the last answer, dimmed by nobody, while the next one comes: for lists that are filtered. */
  readonly keep?: boolean;
  /** Asks again every so many milliseconds. */
  readonly every?: number;
}

/** Asks a `get` verb and keeps the answer until something is written. */
export function useAnswer<K extends ApiKey>(
  key: K,
  sent?: ApiSent<K>,
  { when = true, keep = false, every }: AnswerOptions = {},
): UseQueryResult<ApiAnswer<K>, Refused> {
  return useQuery<ApiAnswer<K>, Refused>({
    queryKey: [key, sent?.params, sent?.query],
    queryFn: ({ signal }) => callApi(key, sent, signal),
    enabled: when,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

/**
 * A verb that writes: `const call = useCall('post /api/…'); call.mutate({ body })`. When it is done
 * every answer on screen is asked again, since any figure may have changed.
 */
export function useCall<K extends ApiKey>(
  key: K,
  { refresh = true }: { readonly refresh?: boolean } = {},
): UseMutationResult<ApiAnswer<K>, Refused, ApiSent<K>> {
  const client = useQueryClient();
  return useMutation<ApiAnswer<K>, Refused, ApiSent<K>>({
    mutationFn: (sent) => callApi(key, sent),
    onSuccess: () => (refresh ? client.invalidateQueries() : undefined),
  });
}

/** A verb that answers with a file: `mutate(sent)` fetches it and hands it to the person. */
export function useDownload<K extends ApiKey>(key: K): UseMutationResult<void, Refused, ApiSent<K>> {
  return useMutation<void, Refused, ApiSent<K>>({
    mutationFn: async (sent) => {
      const { file, name } = await callForFile(key, sent);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
  });
}
