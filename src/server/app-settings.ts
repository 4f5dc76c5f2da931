import type { Mailer } from '../usecases/index.ts';
import type { Host } from './host.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { WebFiles } from './web-files.ts';

/** What answers are made with. */
export interface AppSettings {
  readonly host: Host;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly web: WebFiles | null;
  readonly version: string;
  readonly demo: boolean;
  readonly port: number;
  /** Served over HTTPS: cookies say so, and browsers are told to stay there. */
  readonly secure: boolean;
  /** Names by which browsers may call this server, without port; loopback names always may. */
  readonly names: readonly string[];
  readonly upload_bytes: number;
  /** Folder that backups are made in. */
  readonly backups: string;
  readonly mailer: Mailer;
  /** Holds every answer against its schema: on in tests. */
  readonly check_answers: boolean;
  readonly now_ms: () => number;
  /** Counts what is asked by whoever has not signed in; refuses too much. */
  readonly knock: (address: string) => void;
  readonly stopping: () => boolean;
}
