import { parentPort } from 'node:worker_threads';
import type { Paper } from './paper.ts';
import { typeset } from './typeset.ts';

/** Lays papers out in a thread of its own, so that nobody waits for it. */
parentPort?.on('message', ({ id, paper }: { readonly id: number; readonly paper: Paper }) => {
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort!.postMessage({ id, bytes: typeset(paper, 'pdf') });
  } catch (error) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort!.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
