import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../kernel/index.ts';
import type { Context } from './caller.ts';

/** How much a body may hold and how long it may take. */
export interface BodyLimits {
  readonly bytes: number;
  /** For the whole of it. */
  readonly ms: number;
  /** Between one piece and the next. */
  readonly pause_ms: number;
}

/** A refusal for a body over its limit. */
export function toTooLarge(bytes: number): Refusal {
  const hundredths = Math.ceil((bytes / 1024 / 1024) * 100);
  return new Refusal('upload-too-large', { limit_mb: hundredths / 100 });
}

/**
 * The body of a request, piece by piece. Refuses `upload-too-large`, `request-too-slow`, and
 * `request-cut` when whoever sends it goes away.
 */
export async function* readBody(
  context: Context,
  { bytes: most, ms, pause_ms }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  if (Number(context.req.header('content-length') ?? 0) > most) throw toTooLarge(most);
  const body = context.req.raw.body;
  if (!body) return;
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const until = performance.now() + ms;
  const next = async () => {
    const patience = Math.max(0, Math.min(pause_ms, until - performance.now()));
    const given = new AbortController();
    const late = wait(patience, 'late' as const, { signal: given.signal, ref: false }).catch(
      () => 'late' as const,
    );
    const cut = () => {
      throw new Refusal('request-cut');
    };
    const piece = await Promise.race([reader.read().catch(cut), late]);
    given.abort();
    if (piece === 'late') throw new Refusal('request-too-slow');
    return piece;
  };
  let bytes = 0;
  for (let piece = await next(); !piece.done; piece = await next()) {
    bytes += piece.value.length;
    if (bytes > most) throw toTooLarge(most);
    yield piece.value;
  }
}
