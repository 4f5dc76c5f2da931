import { createHash } from 'node:crypto';
import { Refusal } from '../../kernel/index.ts';
import type { CaseEventRecord, CaseRecord } from '../../ledger/index.ts';
import { findFlow, findState, type Place } from './definition.ts';
import { getFollowed } from './follow-case.ts';
import { LABELS, refuseSecrets } from './refuse-secrets.ts';

/** What a client writes on the follow-up page. */
export interface ReplyInput {
  readonly key: string;
  readonly number: string;
  readonly code: string;
  readonly text: string;
}

/** The most times a client writes before somebody does something with the case. */
const MOST_REPLIES = 10;

/** Whether something is awaited from the client of a case. */
function awaitsClient(place: Pick<Place, 'content'>, record: CaseRecord): boolean {
  return !record.final && findState(findFlow(place, record.procedure), record.state)?.clock === 'waits';
}

/** How often the client wrote since somebody last did something with the case. */
function countReplies(events: readonly CaseEventRecord[]): number {
  const last = events.findLastIndex(({ kind }) => kind === 'acted');
  return events.slice(last + 1).filter(({ kind }) => kind === 'client-wrote').length;
}

/**
 * The client replies while the case waits for them. It leaves an event and moves nothing: whoever works
 * the case reads it and goes on, and may ask again. The same key again writes nothing. Refuses
 * `follow-wrong`, `reply-not-awaited`, `reply-empty`, `replies-enough`, `secret-typed`, `key-used`.
 */
export function replyToCase(place: Place, given: ReplyInput): void {
  const { number } = getFollowed(place, given.number, given.code);
  const text = given.text.trim();
  if (text === '') throw new Refusal('reply-empty');
  refuseSecrets([{ label: LABELS.reply, text }]);
  // Whoever happens to be signed in at that browser is not who writes.
  const { cases } = place.ledger.as(null);
  const body = createHash('sha256')
    .update(JSON.stringify([number, text]))
    .digest('hex');
  const key = { key: `public ${given.key}`, body };
  if (cases.findAnswer(key) !== undefined) return;
  cases.change('case-replied', { number, key }, (now) => {
    if (!awaitsClient(place, now)) throw new Refusal('reply-not-awaited', { number });
    if (countReplies(cases.eventsOf(number)) >= MOST_REPLIES) throw new Refusal('replies-enough', { number });
    return { changes: {}, event: { kind: 'client-wrote', data: { note: text } } };
  });
}
