import { type Language, Refusal } from '../kernel/index.ts';
import { sayProblem, sayRefusal } from '../sentences/index.ts';
import { type Context, toLanguage } from './caller.ts';
import { type Log, toTrace } from './log.ts';
import { toStatus } from './status.ts';

/** A refusal as the wire tells it: its code, what it is about, and its words. */
export function toRefused({ code, params, problems }: Refusal, language: Language) {
  return {
    code,
    params: params as Record<string, unknown>,
    sentence: sayRefusal(code, params, language),
    problems: problems.map((problem) => ({ ...problem, sentence: sayProblem(problem, language) })),
  };
}

/** Answers with a refusal and its status; of anything else only that something failed, and the log has the rest. */
export function answerError(context: Context, error: unknown, at: string, log: Log): Response {
  const language = toLanguage(context, null);
  if (error instanceof Refusal) {
    const status = toStatus(error.code);
    log({ at, kind: 'refused', code: error.code, status });
    const wait = error.params['retry_after_s'] ?? (status === 503 ? 2 : undefined);
    return context.json({ refused: toRefused(error, language) }, status as never, {
      ...(typeof wait === 'number' && { 'retry-after': String(wait) }),
    });
  }
  log({ at, kind: 'failed', error: toTrace(error) });
  return context.json({ refused: toRefused(new Refusal('server-failed'), language) }, 500);
}
