import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callApi, type Job } from './call-api.ts';
import { Refused } from './refused.ts';

const POLL_MS = 1000;
const ENDED: ReadonlySet<Job['state']> = new Set(['done', 'refused', 'failed']);

/** A job as it is followed: `lost` while the server does not answer about it. */
export type FollowedJob = Job & { readonly lost?: boolean };

/** Whether a job will change no more. */
export function isEnded(job: Job): boolean {
  return ENDED.has(job.state);
}

/**
 * Follows a long piece of work as it happens, and asks every answer on screen again when it ends.
 * Null follows nothing; undefined is what is known before the first word of it.
 */
export function useJob(id: string | null): FollowedJob | undefined {
  const client = useQueryClient();
  const [job, setJob] = useState<FollowedJob>();
  useEffect(() => {
    setJob(undefined);
    if (id === null) return undefined;
    return followJob(id, (next) => {
      setJob(next);
      if (isEnded(next)) void client.invalidateQueries();
    });
  }, [id, client]);
  return job;
}

/**
 * Calls back with each state of a job until it ends: by events, or by asking where these do not
 * arrive. While nobody answers it is `lost` and asked about again; a server that was started anew
 * knows no job of the one before, so that job ends as failed.
 */
export function followJob(id: string, onState: (job: FollowedJob) => void): () => void {
  let stopped = false;
  let last: Job = {
    id,
    state: 'waiting',
    stage: null,
    done: null,
    of: null,
    result: null,
    refusal: null,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    events.close();
  };
  const tell = (job: Job) => {
    if (stopped) return;
    last = job;
    onState(job);
    if (isEnded(job)) stop();
  };
  const ask = async () => {
    try {
      tell(await callApi('get /api/jobs/{id}', { params: { id } }));
    } catch (error) {
      const isAnswer = error instanceof Refused && error.status >= 400 && error.status < 500;
      if (isAnswer) tell({ ...last, state: 'failed' });
      else if (!stopped) onState({ ...last, lost: true });
    }
    if (!stopped) timer = setTimeout(() => void ask(), POLL_MS);
  };
  const hear = (event: MessageEvent<string>) => tell(JSON.parse(event.data) as Job);
  events.addEventListener('message', hear);
  events.addEventListener('job', hear);
  events.addEventListener('error', () => {
    events.close();
    if (!stopped) void ask();
  });
  return stop;
}
