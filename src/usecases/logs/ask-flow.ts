import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Params, Refusal } from '../../kernel/index.ts';
import type { FlowAsk, LogSource } from './flow-work.ts';
import type { LogAgainst, LogAnalysis } from './log-analysis.ts';

interface Waiting {
  readonly resolve: (analysis: LogAnalysis | null) => void;
  readonly reject: (error: Error) => void;
}

interface Told {
  readonly id: number;
  readonly analysis?: LogAnalysis | null;
  readonly refusal?: { readonly code: string; readonly params: Params };
  readonly error?: string;
}

/** A thread that nobody asked anything for this long goes away, with the logs it holds. */
const IDLE_MS = 10 * 60_000;
/** Answers kept: they are small beside the events. */
const MOST_ANSWERS = 40;

let worker: Worker | null = null;
let idle: NodeJS.Timeout | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();
const answers = new Map<string, Promise<LogAnalysis>>();

function stop(error: Error): void {
  const left = [...waiting.values()];
  waiting.clear();
  void worker?.terminate();
  worker = null;
  for (const { reject } of left) reject(error);
}

function settle({ id, analysis, refusal, error }: Told): void {
  const asked = waiting.get(id);
  waiting.delete(id);
  if (refusal) asked?.reject(new Refusal(refusal.code, refusal.params));
  else if (analysis === undefined) asked?.reject(new Error(error));
  else asked?.resolve(analysis);
  if (waiting.size > 0) return;
  // A program that has nothing else to do ends.
  worker?.unref();
  idle = setTimeout(() => stop(new Error('idle')), IDLE_MS).unref();
}

function getWorker(): Worker {
  if (idle) clearTimeout(idle);
  if (worker) return worker;
  const made = new Worker(join(import.meta.dirname, 'flow-worker.ts'));
  made.on('message', settle);
  made.on('error', stop);
  worker = made;
  return made;
}

function ask(question: FlowAsk): Promise<LogAnalysis | null> {
  const id = ++last;
  const thread = getWorker();
  thread.ref();
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage({ id, ask: question });
  });
}

async function askAnew(
  key: string,
  against: LogAgainst,
  findSource: () => Promise<LogSource>,
): Promise<LogAnalysis> {
  const known = await ask({ ...against, key, source: null });
  if (known) return known;
  const read = await ask({ ...against, key, source: await findSource() });
  if (!read) throw new Error(`the log ${key} was read and is not there`);
  return read;
}

/**
 * What is told of a log, worked out in a thread of its own: the caller's loop stays free. Events are
 * read once for each `key`, and the same question is answered from memory.
 *
 * @param findSource where the events come from, asked only where they are not in memory
 */
export function askFlow(
  key: string,
  { procedure, steps, worked = false }: LogAgainst,
  findSource: () => Promise<LogSource>,
): Promise<LogAnalysis> {
  const question = JSON.stringify([key, procedure, steps, worked]);
  const known = answers.get(question);
  if (known) return known;
  const asked = askAnew(key, { procedure, steps, worked }, findSource);
  answers.set(question, asked);
  // What was refused may go well with the next bytes under this key.
  asked.catch(() => answers.delete(question));
  for (const old of answers.keys()) {
    if (answers.size <= MOST_ANSWERS) break;
    answers.delete(old);
  }
  return asked;
}
