import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Paper } from './paper.ts';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that nobody asked anything for this long goes away, with the memory it holds. */
const IDLE_MS = 60_000;

let worker: Worker | null = null;
let idle: NodeJS.Timeout | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

function stop(error: Error): void {
  const left = [...waiting.values()];
  waiting.clear();
  void worker?.terminate();
  worker = null;
  for (const { reject } of left) reject(error);
}

function getWorker(): Worker {
  if (idle) clearTimeout(idle);
  if (worker) return worker;
  const made = new Worker(join(import.meta.dirname, 'typeset-worker.ts'));
  made.on('message', ({ id, bytes, error }: { id: number; bytes?: Uint8Array; error?: string }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (bytes) asked?.resolve(bytes);
    else asked?.reject(new Error(error));
    if (waiting.size > 0) return;
    // A program that has nothing else to do ends.
    made.unref();
    idle = setTimeout(() => stop(new Error('idle')), IDLE_MS).unref();
  });
  made.on('error', stop);
  worker = made;
  return made;
}

/**
 * Prints a paper as PDF in a thread of its own: the caller's loop stays free. The same paper gives
 * the same bytes. A paper that cannot be laid out is a bug: plain Error.
 */
export function printPdf(paper: Paper): Promise<Uint8Array> {
  const id = ++last;
  const thread = getWorker();
  thread.ref();
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage({ id, paper });
  });
}
