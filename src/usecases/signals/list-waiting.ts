import type { LocalText, Person } from '../../kernel/index.ts';
import { type SeriesDimensions, toSeriesKey } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import type { WaitingNote } from './signal-line.ts';

/** What such a proposal holds. */
export interface NotePayload {
  readonly indicator: string;
  readonly dimensions: SeriesDimensions;
  readonly period?: string;
  readonly from_period?: string;
  readonly excluded?: boolean;
  readonly name: LocalText;
  readonly unit?: string;
}

const KINDS = ['annotate-point', 'reset-baseline'] as const;

/** A waiting note with what it is about. */
export interface ToApprove extends WaitingNote {
  readonly indicator: string;
  readonly name: LocalText;
  readonly part: string | null;
}

/** Causes and new baselines that wait for approval, by series, as somebody sees them. */
export function listWaiting(
  institution: Pick<Institution, 'ledger'>,
  who: Person | null,
  today: string,
): ReadonlyMap<string, readonly WaitingNote[]> {
  return Map.groupBy(
    readWaiting(institution, who, today).map(({ key, note }) => ({ ...note, key })),
    ({ key }) => key,
  );
}

/** Those that somebody may approve. */
export function listToApprove(
  institution: Pick<Institution, 'ledger'>,
  who: Person | null,
  today: string,
): readonly ToApprove[] {
  return readWaiting(institution, who, today).flatMap(({ note, payload }) =>
    note.may_approve
      ? [{ ...note, indicator: payload.indicator, name: payload.name, part: payload.unit ?? null }]
      : [],
  );
}

interface Waiting {
  readonly key: string;
  readonly note: WaitingNote;
  readonly payload: NotePayload;
}

function readWaiting(
  { ledger }: Pick<Institution, 'ledger'>,
  who: Person | null,
  today: string,
): readonly Waiting[] {
  const open = KINDS.flatMap((kind) => ledger.proposals.list({ open: true, kind }));
  if (open.length === 0) return [];
  const company = ledger.people.company(today);
  return open.map((proposal) => {
    const payload = proposal.payload as unknown as NotePayload;
    const by = proposal.proposed_by;
    return {
      key: toSeriesKey(payload.indicator, payload.dimensions),
      payload,
      note: {
        proposal: proposal.id,
        kind: proposal.kind as WaitingNote['kind'],
        period: payload.period ?? payload.from_period ?? '',
        reason: proposal.reason,
        excluded: payload.excluded === true,
        proposed_by: by === null ? null : (ledger.people.find(by)?.name ?? by),
        proposed_at: proposal.proposed_at,
        may_approve: who !== null && ledger.proposals.judge(proposal, who, company) === null,
        own: who !== null && by === who.id,
      },
    };
  });
}
