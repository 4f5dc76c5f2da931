import { createHash } from 'node:crypto';
import { endWait, Refusal } from '../../kernel/index.ts';
import type { CaseEventRecord, CaseRecord, CaseStep } from '../../ledger/index.ts';
import { toMicros } from '../describe-due.ts';
import { loadUnitClock, type UnitClock } from '../unit-clock.ts';
import { findFlow, findState, type Place } from './definition.ts';
import { getFollowed } from './follow-case.ts';
import { LABELS, refuseSecrets } from './refuse-secrets.ts';
import { fromPauses, settleDue, toPauses } from './settle-due.ts';

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
 * What a reply does to the clock: where words were awaited, as by a complaint, the wait is over and the
 * deadline runs on, whenever somebody reads them. Where papers are awaited at a desk, words are not them.
 */
function toChanges(place: Place, now: CaseRecord, at: string, clock: UnitClock): CaseStep['changes'] {
  if (findFlow(place, now.procedure)?.definition.public !== true) return {};
  const pauses = endWait(toPauses(now.pauses), toMicros(at));
  const due_at = settleDue(now.due_rule, now.opened_at, pauses, clock, now.unit);
  return { pauses: fromPauses(pauses), due_at };
}

/**
 * The client replies while the case waits for them. It leaves an event, ends the wait where words were
 * awaited, and moves nothing else: whoever works the case reads it and goes on, and may ask again. The
 * same key again writes nothing. Refuses `follow-wrong`, `reply-not-awaited`, `reply-empty`,
 * `replies-enough`, `secret-typed`, `key-used`.
 */
export async function replyToCase(place: Place, given: ReplyInput): Promise<void> {
  const clock = await loadUnitClock(place);
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
  cases.change('case-replied', { number, key }, (now, at) => {
    if (!awaitsClient(place, now)) throw new Refusal('reply-not-awaited', { number });
    if (countReplies(cases.eventsOf(number)) >= MOST_REPLIES) throw new Refusal('replies-enough', { number });
    const changes = toChanges(place, now, at, clock);
    return { changes, event: { kind: 'client-wrote', data: { note: text } } };
  });
}
