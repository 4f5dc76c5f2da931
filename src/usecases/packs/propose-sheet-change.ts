import { join } from 'node:path';
import {
  type Language,
  type LocalText,
  parsePeriod,
  type Person,
  type ProposalKind,
  Refusal,
  type Scope,
  type Sheet,
} from '../../kernel/index.ts';
import type { ProposalRecord } from '../../ledger/index.ts';
import { compareDefinitions, type DefinitionChange, toDefinition } from '../definition.ts';
import type { Institution } from '../institution.ts';
import { type KeptSheet, sheetKey } from '../kept-sheet.ts';
import { toProcessPath } from '../process-path.ts';
import type { PastChange } from './check-past.ts';
import { getSheetFile } from './find-basis.ts';
import { ensureOwnPack, findOwnSheet, ownFolder, writeWhole } from './own-pack.ts';
import { tryFiles } from './try-files.ts';

/** Proposals that change a sheet: of how it is counted the owner decides, of its standards management. */
const KINDS = ['change-indicator', 'change-standard'] as const satisfies readonly ProposalKind[];
export type ChangeKind = (typeof KINDS)[number];

/** A change of a sheet, or one that is new, whole as it would be written. */
interface ChangePayload {
  readonly name: LocalText;
  readonly text: string;
  /** Digest of the file it would take the place of; empty for a new one. */
  readonly base: string;
  /** Whether the indicator is new. */
  readonly fresh: boolean;
  /** Local date from which it holds: of its new standards, or of the first month that is not closed; null for all. */
  readonly from: string | null;
  readonly version: number;
  /** The indicator's process and those it belongs to: whoever answers for one of them decides. */
  readonly process_path: readonly string[];
  /** Old and new, field by field, in each language. */
  readonly changes: Readonly<Record<'es' | 'en', readonly DefinitionChange[]>>;
}

/** What came of a change that speaks of the past: waiting for one of those named, or done under an exception. */
export interface ProposedChange {
  readonly proposal: number;
  readonly kind: ChangeKind;
  readonly applied: boolean;
  /** Names of those who may decide it today; empty where nobody may. */
  readonly deciders: readonly string[];
}

/** Who decides about a change of the past, by what it touches; null where two would have to. */
export function toChangeKind(changes: readonly PastChange[]): ChangeKind | null {
  const counts = changes.some((change) => change !== 'standards');
  if (!changes.includes('standards')) return 'change-indicator';
  return counts ? null : 'change-standard';
}

/** The change of an indicator that waits for a decision. */
export function findOpenChange({ ledger }: Pick<Institution, 'ledger'>, id: string) {
  return KINDS.flatMap((kind) => ledger.proposals.list({ open: true, kind, subject: id }))[0];
}

/** Names of those who may decide a proposal today. */
export function nameDeciders(
  { ledger }: Pick<Institution, 'ledger'>,
  proposal: ProposalRecord,
  today: string,
): readonly string[] {
  const company = ledger.people.company(today);
  return company.people
    .filter((person) => ledger.proposals.judge(proposal, person, company) === null)
    .map(({ name }) => name);
}

/** Of a new indicator, what whoever decides is told: the rest is in its sheet. */
const NEW_FIELDS: readonly string[] = ['formula', 'measure', 'population', 'standards', 'process'];

/** From when a change holds: closed months keep what they were closed with. */
function findFrom(
  { ledger }: Institution,
  kind: ChangeKind,
  before: Sheet | null,
  after: Sheet,
): string | null {
  const own = (list: Sheet['standards']): string[] => list.map(({ from }) => from);
  if (kind === 'change-standard') {
    const known = new Set(before ? own(before.standards) : []);
    const [first] = own(after.standards)
      .filter((from) => !known.has(from))
      .sort();
    if (first !== undefined) return first;
  }
  const last = ledger.closings.list().at(-1);
  return last ? (parsePeriod(last.period)?.to ?? null) : null;
}

/**
 * Whether somebody else may approve a change of that kind today: where nobody may (a first session, an
 * institution of one), what holds from today on is written at once.
 */
export function hasOtherDecider(
  institution: Institution,
  kind: ChangeKind,
  sheet: Pick<Sheet, 'id' | 'process'>,
  today: string,
): boolean {
  const { ledger, content } = institution;
  if (ledger.actor === null) return false;
  const company = ledger.people.company(today);
  const proposal: ProposalRecord = {
    id: 0,
    kind,
    subject: sheet.id,
    payload: { process_path: toProcessPath(content, sheet.process) },
    reason: '',
    proposed_by: ledger.actor,
    proposed_at: '',
    decision: null,
    decided_by: null,
    decided_at: null,
    decision_reason: null,
    relaxed_by: null,
  };
  return company.people.some(
    (person) => person.id !== ledger.actor && ledger.proposals.judge(proposal, person, company) === null,
  );
}

/**
 * Proposes a new indicator, or a change that says something else of months that are past, in the name of whoever
 * writes; under an exception that lets them decide alone it is made at once.
 */
export async function proposeSheetChange(
  institution: Institution,
  change: {
    readonly kind: ChangeKind;
    /** Null for a new indicator. */
    readonly before: Sheet | null;
    readonly after: Sheet;
    readonly text: string;
    readonly base: string;
    readonly version: number;
    readonly reason: string;
  },
  today: string,
): Promise<ProposedChange> {
  const { kind, before, after, text, base, version, reason } = change;
  const [was, is] = [before ? toDefinition(before) : {}, toDefinition(after)];
  const isTold = (field: string): boolean =>
    before === null ? NEW_FIELDS.includes(field) : field !== 'version' && field !== 'pack';
  const compare = (language: 'es' | 'en') =>
    compareDefinitions(was, is, language).filter(({ field }) => isTold(field));
  const payload: ChangePayload = {
    name: (before ?? after).name,
    text,
    base,
    fresh: before === null,
    from: findFrom(institution, kind, before, after),
    version,
    process_path: toProcessPath(institution.content, (before ?? after).process),
    changes: { es: compare('es'), en: compare('en') },
  };
  const draft = { kind, subject: after.id, payload: { ...payload }, reason };
  const { proposal } = institution.ledger.proposals.propose(draft, today);
  const applied = proposal.decision === 'approved';
  if (applied) await applyChange(institution, proposal);
  return {
    proposal: proposal.id,
    kind,
    applied,
    deciders: applied ? [] : nameDeciders(institution, proposal, today),
  };
}

/** A change that waits, as somebody sees it beside the sheet. */
export interface WaitingChange {
  readonly id: number;
  readonly reason: string;
  readonly proposed_by_name: string | null;
  readonly proposed_at: string;
  readonly changes: readonly DefinitionChange[];
  readonly deciders: readonly string[];
  readonly may_approve: boolean;
  /** Whether whoever looks proposed it, and may withdraw it. */
  readonly own: boolean;
}

/** The change of an indicator that waits for a decision; null where none does, or it is out of the scope. */
export function viewWaitingChange(
  institution: Institution,
  id: string,
  {
    who,
    scope,
    language,
    today,
  }: {
    readonly who: Person | null;
    readonly scope: Scope;
    readonly language: Language;
    readonly today: string;
  },
): WaitingChange | null {
  const { ledger } = institution;
  const proposal = findOpenChange(institution, id);
  if (!proposal) return null;
  const { process_path, changes } = proposal.payload as unknown as ChangePayload;
  if (scope.processes !== null && !process_path.some((each) => scope.processes?.includes(each))) return null;
  const { proposed_by, proposed_at, reason } = proposal;
  return {
    id: proposal.id,
    reason,
    proposed_by_name: proposed_by === null ? null : (ledger.people.find(proposed_by)?.name ?? proposed_by),
    proposed_at,
    changes: changes[language],
    deciders: nameDeciders(institution, proposal, today),
    may_approve: who !== null && ledger.proposals.judge(proposal, who, ledger.people.company(today)) === null,
    own: who !== null && proposed_by === who.id,
  };
}

/** Refuses (`indicator-changed-meanwhile`) a change whose file is not any more what it was proposed on. */
export async function checkSheetChange(institution: Institution, proposal: ProposalRecord): Promise<void> {
  const { base, text, fresh } = proposal.payload as unknown as ChangePayload;
  if (fresh) {
    const present = await findOwnSheet(institution, proposal.subject);
    const isTaken = institution.content.catalogue.sheets.has(proposal.subject) && present === null;
    if (isTaken || (present !== null && present.text !== text))
      throw new Refusal('indicator-changed-meanwhile', { indicator: proposal.subject });
    return;
  }
  const { file } = await getSheetFile(institution, proposal.subject);
  if (file.digest !== base && file.text !== text)
    throw new Refusal('indicator-changed-meanwhile', { indicator: proposal.subject });
}

/** Writes what was approved; a file that a kill left already written is only put on record. */
async function applyChange(institution: Institution, proposal: ProposalRecord): Promise<void> {
  const { folder, ledger } = institution;
  const { subject: id, proposed_by, decided_by, reason } = proposal;
  const { text, version, fresh } = proposal.payload as unknown as ChangePayload;
  await checkSheetChange(institution, proposal);
  const { file, own } = fresh
    ? { file: await findOwnSheet(institution, id), own: false }
    : await getSheetFile(institution, id);
  if (file?.text !== text) {
    await ensureOwnPack(folder);
    const path = own && file ? file.path : join(ownFolder(folder), 'indicators', `${id}.yaml`);
    const { broken } = await tryFiles(institution, new Map([[path, new TextEncoder().encode(text)]]));
    if (broken.length > 0) throw new Refusal('indicator-has-problems', { indicator: id });
    await writeWhole(path, text, { fresh: !own });
  }
  const kept: KeptSheet = {
    version,
    reason,
    by: proposed_by,
    proposal: proposal.id,
    approved_by: decided_by,
    text,
  };
  ledger.changeSetting(sheetKey(id), kept);
}

/**
 * Makes the changes of sheets that were approved and are not made yet, the oldest first; gives their
 * ids. The content is to be read again by whoever holds it open. One whose file was changed by hand
 * since then stays unmade.
 */
export async function applyApprovedChanges(institution: Institution): Promise<readonly string[]> {
  const { ledger } = institution;
  const isMade = ({ id, subject }: ProposalRecord) =>
    ledger.listSettingChanges(sheetKey(subject)).some(({ value }) => (value as KeptSheet).proposal === id);
  const waiting = KINDS.flatMap((kind) => ledger.proposals.list({ open: false, kind }))
    .filter((proposal) => proposal.decision === 'approved' && !isMade(proposal))
    .toSorted((a, b) => a.id - b.id);
  const made: string[] = [];
  for (const proposal of waiting) {
    try {
      await applyChange(institution, proposal);
      made.push(proposal.subject);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return made;
}

/** Refuses to approve a change of a sheet that could not be made; of any other proposal it says nothing. */
export async function checkApproval(institution: Institution, id: number): Promise<void> {
  const proposal = institution.ledger.proposals.find(id);
  if (proposal && isSheetChange(proposal)) await checkSheetChange(institution, proposal);
}

/** Whether a proposal changes a sheet. */
export function isSheetChange({ kind }: Pick<ProposalRecord, 'kind'>): boolean {
  return (KINDS as readonly ProposalKind[]).includes(kind);
}
