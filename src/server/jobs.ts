import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Refusal } from '../kernel/index.ts';
import type { Progress } from '../usecases/index.ts';

export interface Job {
  readonly id: string;
  readonly owner: string;
  readonly state: 'waiting' | 'working' | 'done' | 'refused' | 'failed';
  readonly stage: string | null;
  readonly done: number | null;
  readonly of: number | null;
  readonly result: unknown;
  readonly refusal: Refusal | null;
}

/** What a piece of work tells of itself. */
export interface JobTeller {
  /** Its turn came. */
  readonly begin: () => void;
  readonly progress: (progress: Progress) => void;
}

/** How long a job that ended can still be asked about, and how many of them. */
const KEPT_MS = 60 * 60 * 1000;
const MOST_KEPT = 500;
/** Jobs under way or waiting at once: of one person, and of all. */
const MOST_OF_ONE = 10;
const MOST = 50;

/** Long pieces of work under way: what each is at, and who waits for it. In memory: what a job did is in the ledger. */
export interface Jobs {
  /** Refuses `server-busy` when too many are under way. */
  readonly begin: (owner: string, work: (tell: JobTeller) => Promise<unknown>) => Job;
  readonly find: (id: string) => Job | undefined;
  /** Calls back at each change until told to stop. */
  readonly follow: (id: string, told: () => void) => () => void;
  /** Resolves when nothing is under way. */
  readonly settle: () => Promise<void>;
}

/** Whether a job will change no more. */
export function isEnded({ state }: Job): boolean {
  return state !== 'waiting' && state !== 'working';
}

const NEW = { state: 'waiting', stage: null, done: null, of: null, result: null, refusal: null } as const;

export function toJobs(onFailure: (error: unknown) => void): Jobs {
  const jobs = new Map<string, Job>();
  const running = new Map<Promise<void>, string>();
  const changes = new EventEmitter().setMaxListeners(0);

  const refuseTooMany = (owner: string): void => {
    const own = [...running.values()].filter((other) => other === owner).length;
    if (running.size >= MOST || own >= MOST_OF_ONE) throw new Refusal('server-busy');
  };
  const change = (id: string, to: Partial<Job>): void => {
    const job = jobs.get(id);
    // Whatever is told after the end changes nothing.
    if (!job || isEnded(job)) return;
    jobs.set(id, { ...job, ...to });
    changes.emit(id);
  };
  const end = (id: string, error: unknown): void => {
    if (error instanceof Refusal) return change(id, { state: 'refused', refusal: error });
    onFailure(error);
    change(id, { state: 'failed' });
  };
  const dropOld = (): void => {
    const ended = [...jobs.values()].filter(isEnded);
    for (const { id } of ended.slice(0, Math.max(0, ended.length - MOST_KEPT))) jobs.delete(id);
  };
  return {
    begin: (owner, work) => {
      refuseTooMany(owner);
      const job: Job = { id: randomUUID(), owner, ...NEW };
      const { id } = job;
      jobs.set(id, job);
      const run = work({
        begin: () => change(id, { state: 'working' }),
        progress: ({ stage, done, of }) =>
          change(id, { state: 'working', stage, done: done ?? null, of: of ?? null }),
      })
        .then((result) => change(id, { state: 'done', result: result ?? null }))
        .catch((error: unknown) => end(id, error))
        .finally(() => {
          running.delete(run);
          dropOld();
          setTimeout(() => jobs.delete(id), KEPT_MS).unref();
        });
      running.set(run, owner);
      return job;
    },
    find: (id) => jobs.get(id),
    follow: (id, told) => {
      changes.on(id, told);
      return () => changes.off(id, told);
    },
    settle: async () => {
      await Promise.all(running.keys());
    },
  };
}
