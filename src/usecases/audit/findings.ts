import { type Person, Refusal, type Scope, toScope } from '../../kernel/index.ts';
import type { FindingDraft, FindingRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';

/** A finding as somebody sees it. */
export interface ShownFinding extends Omit<FindingRecord, 'answers' | 'closed_by'> {
  readonly opened_by_name: string;
  readonly closed_by_name: string | null;
  readonly answers: readonly {
    readonly id: number;
    readonly person: string;
    readonly person_name: string;
    readonly text: string;
    readonly at: string;
  }[];
  readonly may_answer: boolean;
  readonly may_close: boolean;
}

type Place = Pick<Institution, 'ledger' | 'content' | 'ports'>;

const isAuditor = (who: Person): boolean => who.grants.some(({ role }) => role === 'auditor');

/** Whether a finding is within reach: about an own unit or process, about neither, or one's own. */
function isWithin(found: FindingRecord, who: Person, { units, processes }: Scope): boolean {
  if (found.opened_by === who.id) return true;
  if (found.subject_kind === 'unit') return units === null || units.includes(found.subject);
  if (found.subject_kind === 'process') return processes === null || processes.includes(found.subject);
  return true;
}

/** Who may say that a finding is solved: audit its own; one of quality whoever opened it, or management. */
function isCloser(found: FindingRecord, who: Person): boolean {
  if (found.answers.some(({ person_id }) => person_id === who.id)) return false;
  if (found.kind === 'audit') return isAuditor(who);
  return found.opened_by === who.id || who.grants.some(({ role }) => role === 'management');
}

/** The findings within reach, open ones first. */
export function listFindings(
  place: Place,
  who: Person,
  scope: Scope,
  filter: { readonly state?: string | undefined; readonly subject?: string | undefined },
): ShownFinding[] {
  const { ledger } = place;
  const today = toLocalToday(place);
  const nameOf = (id: string) => ledger.people.find(id)?.name ?? id;
  const answers = toScope(who, 'answer-finding', today) !== null;
  const closes = toScope(who, 'close-finding', today) !== null;
  return ledger.findings
    .list()
    .filter((found) => isWithin(found, who, scope))
    .filter(
      ({ state, subject }) => state === (filter.state ?? state) && subject === (filter.subject ?? subject),
    )
    .map(({ closed_by, ...found }) => {
      const open = found.state !== 'closed';
      return {
        ...found,
        opened_by_name: nameOf(found.opened_by),
        closed_by_name: closed_by === null ? null : nameOf(closed_by),
        answers: found.answers.map(({ person_id, ...answer }) => ({
          ...answer,
          person: person_id,
          person_name: nameOf(person_id),
        })),
        may_answer: open && answers,
        may_close: open && closes && isCloser({ closed_by, ...found }, who),
      };
    });
}

/** Opens a finding: of audit when an auditor does, of quality otherwise. Refuses what is out of reach. */
export function openFinding(
  { ledger }: Place,
  who: Person,
  scope: Scope,
  draft: Omit<FindingDraft, 'kind'>,
): number {
  const outside = (reach: readonly string[] | null, kind: string) =>
    draft.subject_kind === kind && reach !== null && !reach.includes(draft.subject);
  if (outside(scope.units, 'unit') || outside(scope.processes, 'process')) throw new Refusal('out-of-scope');
  return ledger.as(who.id).findings.open({ ...draft, kind: isAuditor(who) ? 'audit' : 'quality' });
}

function getWithin({ ledger }: Place, who: Person, scope: Scope, id: number): FindingRecord {
  const found = ledger.findings.list().find((finding) => finding.id === id);
  if (!found) throw new Refusal('finding-not-found', { finding: id });
  if (!isWithin(found, who, scope)) throw new Refusal('out-of-scope');
  return found;
}

/** Answers a finding within reach. */
export function answerFinding(place: Place, who: Person, scope: Scope, id: number, text: string): void {
  getWithin(place, who, scope, id);
  place.ledger.as(who.id).findings.answer(id, text);
}

/** Closes a finding. Refuses whoever answered it, and whoever it does not belong to (`finding-not-yours`). */
export function closeFinding(place: Place, who: Person, scope: Scope, id: number, note: string): void {
  const found = getWithin(place, who, scope, id);
  const answered = found.answers.some(({ person_id }) => person_id === who.id);
  if (!answered && !isCloser(found, who)) throw new Refusal('finding-not-yours');
  place.ledger.as(who.id).findings.close(id, note);
}
