import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiAnswer } from '../../app/api.ts';
import { callApi } from '../../app/call-api.ts';

type Started = ApiAnswer<'post /api/cases/attendances'>;

/** How often the server hears that somebody is still at the screen, at most. */
const SEEN_EVERY_MS = 30_000;
/** After a lost answer, before asking again. */
const AGAIN_MS = 5_000;

export interface Attendance {
  readonly started: Started | null;
  /** The screen stood still too long, or another attention was begun: its minutes are no longer counted. */
  readonly stopped: boolean;
  /** Something was touched. */
  readonly touch: () => void;
  /** Leaves it without a case. */
  readonly discard: (reason: string) => Promise<void>;
  /** It ended in a case: nothing is left to leave. */
  readonly finish: () => void;
}

/**
 * Begins to attend by a procedure as soon as the form is on screen. The minutes are the server's; here
 * it only hears that somebody is still there. Without an answer the form works all the same.
 */
export function useAttendance(procedure: string, untouched: string): Attendance {
  const [started, setStarted] = useState<Started | null>(null);
  const [stopped, setStopped] = useState(false);
  const touched = useRef(false);
  const open = useRef<string | null>(null);
  useEffect(() => {
    let left = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const start = async () => {
      try {
        const answer = await callApi('post /api/cases/attendances', { body: { procedure } });
        if (left) {
          await leave(answer.id, untouched);
          return;
        }
        open.current = answer.id;
        setStarted(answer);
      } catch {
        if (!left) again = setTimeout(() => void start(), AGAIN_MS);
      }
    };
    void start();
    return () => {
      left = true;
      clearTimeout(again);
      if (open.current !== null) void leave(open.current, untouched);
      open.current = null;
    };
  }, [procedure, untouched]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!touched.current || open.current === null) return;
      touched.current = false;
      const id = open.current;
      callApi('post /api/cases/attendances/{id}/seen', { params: { id } }).then(
        (answer) => setStopped(!answer.open),
        // It is told the next time; the form itself says when the server does not answer.
        () => {
          touched.current = true;
        },
      );
    }, SEEN_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const touch = useCallback(() => {
    touched.current = true;
  }, []);
  const finish = useCallback(() => {
    open.current = null;
  }, []);
  const discard = useCallback(async (reason: string) => {
    const id = open.current;
    open.current = null;
    if (id !== null) await leave(id, reason);
  }, []);
  return { started, stopped, touch, discard, finish };
}

/** Nobody waits for the answer: an attention that was not closed is discarded by the server itself. */
async function leave(id: string, reason: string): Promise<void> {
  await callApi('post /api/cases/attendances/{id}/discard', { params: { id }, body: { reason } }).catch(
    () => undefined,
  );
}
