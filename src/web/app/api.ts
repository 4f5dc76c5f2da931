import {
  keepPreviousData,
  type MutateOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
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

/** What was sent last, and who is told of its answer. */
interface Latest<K extends ApiKey> {
  readonly sent: ApiSent<K>;
  readonly tell: MutateOptions<ApiAnswer<K>, Refused, ApiSent<K>>['onSuccess'];
}

/**
 * A verb that writes: `const call = useCall('post /api/…'); call.mutate({ body }, { onSuccess })`. When it
 * is done every answer on screen is asked again, since any figure may have changed. The `onSuccess` of
 * `mutate` is told at once, before those have come; it is not told where its screen has gone meanwhile.
 */
export function useCall<K extends ApiKey>(
  key: K,
  { refresh = true }: { readonly refresh?: boolean } = {},
): UseMutationResult<ApiAnswer<K>, Refused, ApiSent<K>> {
  const client = useQueryClient();
  const latest = useRef<Latest<K> | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const call = useMutation<ApiAnswer<K>, Refused, ApiSent<K>>({
    mutationFn: (sent) => callApi(key, sent),
    onSuccess: async (...told) => {
      // What is cached counts as old from here on, also for a screen that is opened next.
      const refreshed = refresh ? client.invalidateQueries() : undefined;
      if (isHere.current && latest.current?.sent === told[1]) latest.current.tell?.(...told);
      await refreshed;
    },
  });
  const { mutate } = call;
  const send = useCallback(
    (...[sent, options]: Parameters<typeof mutate>) => {
      const { onSuccess: tell, ...others } = options ?? {};
      const body = sent as ApiSent<K>;
      latest.current = { sent: body, tell };
      mutate(body, others);
    },
    [mutate],
  );
  return { ...call, mutate: send };
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
