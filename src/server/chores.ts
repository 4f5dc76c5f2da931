import type { Institution } from '../usecases/index.ts';
import type { Host } from './host.ts';
import { type Log, toTrace } from './log.ts';

/** Work the server does by itself. */
export interface Chore {
  readonly name: string;
  readonly every_ms: number;
  /** Whether there is anything to do; asked before it takes a turn. Always, where absent. */
  readonly isDue?: (institution: Institution) => boolean;
  /** Gets also how to have the packs read again, for what changed them. */
  readonly work: (institution: Institution, reload: () => Promise<void>) => Promise<unknown>;
}

/** Does a chore in the writers' turn, time and again; what fails the same way twice is told once. Gives how to stop it. */
export function startChore(chore: Chore, host: Host, log: Log): () => void {
  let running = false;
  let told: string | null = null;
  const work = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      if (chore.isDue?.(host.current()) === false) return;
      await host.write((institution) => chore.work(institution, () => host.reload()));
      told = null;
    } catch (error) {
      const now = toTrace(error);
      if (now !== told)
        log({ at: host.current().ports.clock(), kind: 'failed', chore: chore.name, error: now });
      told = now;
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void work(), chore.every_ms).unref();
  return () => clearInterval(timer);
}
