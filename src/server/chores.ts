import type { Institution } from '../usecases/index.ts';
import type { Host } from './host.ts';
import { type Log, toTrace } from './log.ts';

/** Work the server does by itself. */
export interface Chore {
  readonly name: string;
  readonly every_ms: number;
  /** Whether there is anything to do; asked before it takes a turn. Always, where absent. */
  readonly isDue?: (institution: Institution) => boolean;
  /** In no writer's turn: what it writes is in the ledger alone, at once. `read` reads facts, `open` asks them nothing. */
  readonly beside?: 'read' | 'open';
  /** Gets also how to have the packs read again, for what changed them. */
  readonly work: (institution: Institution, reload: () => Promise<void>) => Promise<unknown>;
}

/** Does a chore in the writers' turn, time and again; what fails the same way twice is told once. Gives how to stop it, which resolves when what it was doing is done. */
export function startChore(chore: Chore, host: Host, log: Log): () => Promise<void> {
  let running = false;
  let told: string | null = null;
  let under_way: Promise<void> = Promise.resolve();
  const take = async (): Promise<void> => {
    const reload = () => host.reload();
    if (chore.beside === 'open') await chore.work(host.current(), reload);
    else if (chore.beside === 'read') await host.read((institution) => chore.work(institution, reload));
    else await host.write((institution) => chore.work(institution, reload));
  };
  const work = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      if (chore.isDue?.(host.current()) === false) return;
      await take();
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
  const timer = setInterval(() => {
    if (!running) under_way = work();
  }, chore.every_ms).unref();
  return () => {
    clearInterval(timer);
    return under_way;
  };
}
