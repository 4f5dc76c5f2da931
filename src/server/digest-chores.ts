import {
  composeDigests,
  findDigestDate,
  hasDigestsToSend,
  type Mailer,
  sendDigests,
  toLocalToday,
} from '../usecases/index.ts';
import type { Chore } from './chores.ts';
import { figuresOf } from './handlers/home.ts';
import type { Host } from './host.ts';

/** How often it is asked whether the hour of the digest has come, and whether mails wait. */
const LOOK_MS = 1_000;

/** Prepares the digest of each day once its hour has come, and hands its mails over beside everything else. */
export function toDigestChores(host: Host, mailer: Mailer, isStopping: () => boolean): readonly Chore[] {
  let done: string | null = null;
  return [
    {
      name: 'digests',
      every_ms: LOOK_MS,
      beside: 'read',
      isDue: (institution) => {
        if (toLocalToday(institution) === done) return false;
        return findDigestDate(institution) !== null && institution.ledger.people.any();
      },
      work: async (institution) => {
        const date = findDigestDate(institution);
        if (date === null) return;
        await composeDigests(institution, figuresOf({ host }), date);
        done = date;
      },
    },
    {
      name: 'mail',
      every_ms: LOOK_MS,
      beside: 'open',
      isDue: hasDigestsToSend,
      work: (institution) => sendDigests(institution, mailer, isStopping),
    },
  ];
}
