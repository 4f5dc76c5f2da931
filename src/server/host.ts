import { Refusal } from '../kernel/index.ts';
import {
  FactsDamaged,
  type Institution,
  type Progress,
  reopenInstitution,
  syncFacts,
  withReader,
} from '../usecases/index.ts';
import { toReaderPool } from './reader-pool.ts';

/** Writes that may wait their turn; beyond, whoever asks is told to come back. */
const MOST_WAITING = 200;

type Work<T> = (institution: Institution) => Promise<T>;

/** Who writes, and who is told how it goes. */
export interface WriteOptions {
  readonly actor?: string | null;
  readonly progress?: (progress: Progress) => void;
}

/** One institution kept open for many: readers side by side, writers one at a time. */
export interface Host {
  /** Works on the institution as it was when the work began. */
  readonly read: <T>(work: Work<T>) => Promise<T>;
  /** Works alone among writers; refuses `server-busy` when too many wait. */
  readonly write: <T>(work: Work<T>, options?: WriteOptions) => Promise<T>;
  /** Reads the packs again and opens the facts for them. Only inside `write`; what it held before is closed. */
  readonly reload: (how?: { readonly anew?: boolean }) => Promise<void>;
  /** Ledger and content as they are now, for what asks the facts nothing. */
  readonly current: () => Institution;
  /** Grows with each write that changed what figures depend on. */
  readonly version: () => number;
  readonly writing: () => boolean;
  /** Resolves when no write is under way or waiting. */
  readonly settle: () => Promise<void>;
  /** Lets what is under way end, then closes the folder; whatever comes later is refused. */
  readonly close: () => Promise<void>;
}

/** What figures depend on beside packs: imports that count, spellings read as one, rows left out, closed months. */
function toFactsState({ ledger }: Institution): string {
  const ids = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id);
  return JSON.stringify([
    ledger.countImports(),
    ids(ledger.listMerges()),
    ids(ledger.contests.exclusions()),
    ids(ledger.closings.list()),
  ]);
}

/** What follows each write. */
export interface HostHooks {
  /** In the write's own turn; when it fails the write stands, and the next one makes it good. */
  readonly afterWrite: Work<unknown>;
  /** After a write that changed what figures depend on beside cases. */
  readonly onChange: (host: Host) => void;
  /**
   * After cases alone reached the facts: makes what people ask for first under the version to come, while
   * they are served from the one there is. Absent, the version grows at once.
   */
  readonly prepare?: (host: Host, version: number) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** Keeps an institution open. It must be up to date with its ledger already. */
export function toHost(opened: Institution, { afterWrite, onChange, prepare, onFailure }: HostHooks): Host {
  let institution = opened;
  let version = 1;
  let last: Promise<unknown> = Promise.resolve();
  let writing = false;
  let waiting = 0;
  let closing = false;
  /** Whether the facts say what the ledger says. Nobody reads them while they do not. */
  let facts: 'whole' | 'behind' | 'shut' = 'whole';
  let mending: Promise<void> | null = null;
  let reloads = 0;
  const toState = (): string => `${reloads} ${toFactsState(institution)}`;
  let state = toState();
  let worked = institution.facts.worked();

  const pool = toReaderPool(async () => {
    if (closing) throw new Refusal('server-stopping');
    // Whoever waited while making them whole failed: half of the facts is read by nobody.
    if (facts !== 'whole') throw new Refusal('server-busy');
    return institution.facts.reader();
  });
  const reload: Host['reload'] = (how) =>
    pool.alone(async () => {
      facts = 'shut';
      institution = await reopenInstitution(institution, how);
      facts = 'behind';
      reloads += 1;
      await syncFacts(institution);
      facts = 'whole';
    });
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (closing) return Promise.reject(new Refusal('server-stopping'));
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  /** The version that is being made; null while none is. */
  let preparing: number | null = null;
  const prepareNext = (): void => {
    if (preparing !== null || closing) return;
    const next = version + 1;
    worked = institution.facts.worked();
    if (!prepare) {
      version = next;
      return;
    }
    preparing = next;
    void prepare(host, next)
      .catch(onFailure)
      .finally(() => {
        preparing = null;
        version = Math.max(version, next);
        // More was done to cases meanwhile.
        if (institution.facts.worked() !== worked) prepareNext();
      });
  };
  const tellChange = (): void => {
    const now = toState();
    const read = institution.facts.worked();
    if (now === state) {
      if (read !== worked) prepareNext();
      return;
    }
    // What is being prepared has not seen this.
    version = Math.max(version, preparing ?? 0) + 1;
    worked = read;
    state = now;
    onChange(host);
  };
  const catchUp = async (): Promise<void> => {
    if (facts !== 'whole') await reload();
  };
  /** Facts that turn out to be damaged are thrown away and made again: nothing lives only there. */
  const mend = async (seen: Institution): Promise<void> => {
    if (seen === institution) await reload({ anew: true });
  };
  /** What is left behind or open is made whole before anybody reads; all who wait wait for one attempt. */
  const makeWhole = (work: () => Promise<void>): Promise<void> => {
    mending ??= inTurn(work)
      .then(tellChange)
      .finally(() => {
        mending = null;
      });
    return mending;
  };

  const read = async <T>(work: Work<T>): Promise<T> => {
    if (facts !== 'whole') await makeWhole(catchUp);
    return pool.lend((duck) => work(withReader(institution, duck)));
  };
  const write = async <T>(work: Work<T>, { actor = null, progress }: WriteOptions): Promise<T> => {
    writing = true;
    // What is still behind may be what this write mends: undoing an import whose file was lost.
    await catchUp().catch((error: unknown) => {
      if (facts === 'shut') throw error;
    });
    const before = toState();
    const attempt = () =>
      work({
        ...institution,
        ledger: institution.ledger.as(actor),
        ports: { ...institution.ports, ...(progress && { progress }) },
      });
    try {
      const seen = institution;
      const result = await attempt().catch(async (error: unknown) => {
        if (!(error instanceof FactsDamaged)) throw error;
        await mend(seen);
        return attempt();
      });
      await catchUp()
        .then(() => afterWrite({ ...institution, ledger: institution.ledger.as(actor) }))
        .catch(onFailure);
      return result;
    } catch (error) {
      // It may have stopped between the two stores: then the facts have to be brought up to the ledger.
      if (facts === 'whole' && toState() !== before) facts = 'behind';
      throw error;
    }
  };

  const host: Host = {
    read: async (work) => {
      let seen = institution;
      const attempt = () =>
        read((lent) => {
          seen = institution;
          return work(lent);
        });
      return attempt().catch(async (error: unknown) => {
        if (!(error instanceof FactsDamaged)) throw error;
        await makeWhole(() => mend(seen));
        return attempt();
      });
    },
    write: async (work, options = {}) => {
      if (waiting >= MOST_WAITING) throw new Refusal('server-busy');
      waiting += 1;
      return inTurn(() => {
        waiting -= 1;
        return write(work, options).finally(() => {
          writing = false;
          tellChange();
        });
      });
    },
    reload,
    current: () => institution,
    version: () => version,
    writing: () => writing,
    settle: async () => {
      for (let seen: unknown = null; seen !== last; ) {
        seen = last;
        await last;
      }
    },
    close: async () => {
      closing = true;
      await last;
      await pool.alone(async () => institution.close());
    },
  };
  return host;
}
