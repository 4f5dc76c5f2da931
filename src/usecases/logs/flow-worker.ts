import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../kernel/index.ts';
import { type FlowAsk, workFlow } from './flow-work.ts';

/** Reads and follows logs in a thread of its own, so that nobody waits for it. One question at a time. */
let last: Promise<unknown> = Promise.resolve();

async function answer(id: number, ask: FlowAsk): Promise<unknown> {
  try {
    return { id, analysis: await workFlow(ask) };
  } catch (error) {
    if (error instanceof Refusal) return { id, refusal: { code: error.code, params: error.params } };
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function answerAfter(before: Promise<unknown>, id: number, ask: FlowAsk): Promise<void> {
  await before;
  const told = await answer(id, ask);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort!.postMessage(told);
}

parentPort?.on('message', ({ id, ask }: { readonly id: number; readonly ask: FlowAsk }) => {
  last = answerAfter(last, id, ask);
});
