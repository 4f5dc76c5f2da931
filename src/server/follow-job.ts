import { streamSSE } from 'hono/streaming';
import { type Language, Refusal } from '../kernel/index.ts';
import type { Identity } from '../usecases/index.ts';
import { toRefused } from './answer-error.ts';
import type { Context } from './caller.ts';
import { isEnded, type Job, type Jobs } from './jobs.ts';

/** How often it is looked whether who follows may still, and how often a word keeps the way open. */
const LOOK_MS = 1_000;
const LOOKS_PER_WORD = 15;

/** A job as the wire shows it. */
export function toJobAnswer({ owner: _owner, refusal, ...job }: Job, language: Language) {
  return { ...job, refusal: refusal && toRefused(refusal, language) };
}

/** A job of whoever asks; another's is refused in the words of one that is not there. */
export function getJob(jobs: Jobs, id: string, identity: Identity | null): Job {
  const job = jobs.find(id);
  if (!job || job.owner !== identity?.person.id) throw new Refusal('job-not-found');
  return job;
}

/**
 * Tells a job as it happens, beginning with how it stands: whoever comes back after a cut misses
 * nothing. Of changes faster than the line only the latest is told.
 *
 * @param isStill whether who follows is still let in
 */
export function followJob(
  context: Context,
  jobs: Jobs,
  { id }: Job,
  language: Language,
  isStill: () => boolean,
): Response {
  return streamSSE(context, async (stream) => {
    let changed = true;
    let wake = (): void => undefined;
    const stop = jobs.follow(id, () => {
      changed = true;
      wake();
    });
    stream.onAbort(() => wake());
    const rest = () =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    try {
      for (let looks = 1; !stream.aborted && isStill(); looks += 1) {
        const now = jobs.find(id);
        if (!now) return;
        if (changed) {
          changed = false;
          await stream.writeSSE({ event: 'job', data: JSON.stringify(toJobAnswer(now, language)) });
          if (isEnded(now)) return;
        } else if (looks % LOOKS_PER_WORD === 0) {
          await stream.write(':\n\n');
        }
        if (!changed) await rest();
      }
    } finally {
      stop();
    }
  });
}
