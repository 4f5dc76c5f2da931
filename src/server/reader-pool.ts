import { Refusal } from '../kernel/index.ts';
import type { Institution } from '../usecases/index.ts';

type Duck = Awaited<ReturnType<Institution['facts']['reader']>>;

/** Connections that read at once: more would only wait for the same two cores. */
const READERS = 4;
/** Readers that may wait their turn; beyond, whoever asks is told to come back. */
const MOST_WAITING = 1_000;

/** Connections lent one by one, in the order they were asked for. */
export interface ReaderPool {
  /** Works on a connection of its own; refuses `server-busy` when too many wait. */
  readonly lend: <T>(work: (duck: Duck) => Promise<T>) => Promise<T>;
  /** Works with no reader at work and every connection closed; those that come meanwhile wait. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
}

/** @param open makes a connection to the facts as they are now */
export function toReaderPool(open: () => Promise<Duck>): ReaderPool {
  let idle: Duck[] = [];
  let reading = 0;
  let shut = false;
  let drained = (): void => undefined;
  const waiting: (() => void)[] = [];

  const admit = (): void => {
    while (!shut && reading < READERS && waiting.length > 0) {
      reading += 1;
      waiting.shift()?.();
    }
    if (reading === 0) drained();
  };
  const enter = (): Promise<void> => {
    if (waiting.length >= MOST_WAITING) throw new Refusal('server-busy');
    return new Promise((resolve) => {
      waiting.push(resolve);
      admit();
    });
  };
  return {
    lend: async (work) => {
      await enter();
      try {
        const duck = idle.pop() ?? (await open());
        try {
          const result = await work(duck);
          idle.push(duck);
          return result;
        } catch (error) {
          // A refusal leaves the connection as it was; after anything else it is not lent again.
          if (error instanceof Refusal) idle.push(duck);
          else duck.close();
          throw error;
        }
      } finally {
        reading -= 1;
        admit();
      }
    },
    alone: async (work) => {
      shut = true;
      try {
        if (reading > 0)
          await new Promise<void>((resolve) => {
            drained = resolve;
          });
        for (const duck of idle) duck.close();
        idle = [];
        await work();
      } finally {
        shut = false;
        admit();
      }
    },
  };
}
