import type { Mark } from './mark.ts';
import { snapshotLedger } from './snapshot.ts';
import { type Accounts, toAccounts } from './accounts.ts';
import { type AlertBook, toAlertBook } from './alert-book.ts';
import { type Attendances, toAttendances } from './attendances.ts';
import { type Cases, toCases } from './cases.ts';
import { type Closings, toClosings } from './closings.ts';
import { type Contests, toContests } from './contests.ts';
import { type Exceptions, toExceptions } from './exceptions.ts';
import { type Findings, toFindings } from './findings.ts';
import { type Founding, recordFounding } from './founding.ts';
import { type Gatekeeping, toGatekeeping } from './gatekeeping.ts';
import { type Committee, toCommittee } from './committee.ts';
import { type Improvements, toImprovements } from './improvements.ts';
import { type LoopReviews, toLoopReviews } from './loop-reviews.ts';
import { type People, toPeople } from './people.ts';
import { type Proposals, toProposals } from './proposals.ts';
import { type Readings, toReadings } from './readings.ts';
import { type Sessions, toSessions } from './sessions.ts';
import { type SignalBook, toSignalBook } from './signal-book.ts';
import { type Tokens, toTokens } from './tokens.ts';
import { toTrail, type Trail } from './trail.ts';
import { toWorkshops, type Workshops } from './workshops.ts';
import { changeSetting, findSetting, listSettingChanges } from './settings.ts';
import type { SettingChange } from './settings.ts';
import type {
  ImportDraft,
  ImportRecord,
  QuarantineDraft,
  QuarantineKey,
  QuarantineRow,
} from './import-record.ts';
import type { ImportIdentity } from './imports.ts';
import {
  countImports,
  findImport,
  findSameImport,
  listImports,
  recordImport,
  recordUndo,
} from './imports.ts';
import type { LedgerDatabase, OpenOptions } from './ledger-database.ts';
import { openDatabase } from './ledger-database.ts';
import type { Step } from './ledger-step.ts';
import type { QuarantineCount, QuarantineFilter } from './quarantine.ts';
import { countOpenQuarantine, listQuarantine, markCorrected } from './quarantine.ts';
import type { SavedMapping } from './saved-mappings.ts';
import { type EventLogs, toEventLogs } from './event-logs.ts';
import { findMapping, listMappings, saveMapping } from './saved-mappings.ts';
import type { SpellingMerge } from './spelling-merges.ts';
import { listMerges, mergeSpelling, resolveMerges, undoMerge } from './spelling-merges.ts';
import type { KnownHead, Verification } from './verify-chain.ts';
import { verifyChain, verifyChainGently } from './verify-chain.ts';

/**
 * What people did in one institution, open for this program alone until `close`. Every write is
 * one transaction with one link of the audit chain, and returns once it would survive a power
 * cut; when one is refused for disk or rights after its commit, the retry answers that it is
 * already there.
 */
export interface Ledger {
  readonly folder: string;
  /** Whom its writes name: a person's id, or null for a command on the folder itself. */
  readonly actor: string | null;
  /** The same ledger, whose links of the chain bear somebody's name. */
  readonly as: (actor: string | null) => Ledger;
  readonly recordImport: (draft: ImportDraft, rows: Iterable<QuarantineDraft>, step?: Step) => ImportRecord;
  readonly recordUndo: (idOrPrefix: string, reason: string, step?: Step) => ImportRecord;
  readonly listImports: (filter?: {
    readonly dataset?: string;
    readonly include_undone?: boolean;
  }) => readonly ImportRecord[];
  readonly countImports: () => { readonly last: number; readonly undone: number };
  readonly findImport: (idOrPrefix: string) => ImportRecord | undefined;
  readonly findSameImport: (identity: ImportIdentity) => ImportRecord | undefined;
  readonly quarantineOf: (filter?: QuarantineFilter) => readonly QuarantineRow[];
  readonly countOpenQuarantine: (dataset: string, from: string, to: string) => QuarantineCount;
  readonly markCorrected: (keys: readonly QuarantineKey[], correctedBy: number, step?: Step) => void;
  readonly mergeSpelling: (dimension: string, from: string, to: string) => SpellingMerge;
  readonly undoMerge: (dimension: string, from: string) => SpellingMerge;
  readonly listMerges: (filter?: {
    readonly dimension?: string;
    readonly include_undone?: boolean;
  }) => readonly SpellingMerge[];
  readonly resolveMerges: (dimension: string) => ReadonlyMap<string, string>;
  readonly saveMapping: (name: string, dataset: string, yaml: string) => SavedMapping;
  readonly findMapping: (name: string, version?: number) => SavedMapping | undefined;
  readonly listMappings: (filter?: { readonly dataset?: string }) => readonly SavedMapping[];
  readonly changeSetting: (key: string, value: unknown) => SettingChange;
  readonly findSetting: (key: string) => SettingChange | undefined;
  readonly listSettingChanges: (key?: string) => readonly SettingChange[];
  /** Begins an institution: its first people, in one link. Gives their ids. */
  readonly begin: (founding: Founding, today: string) => readonly string[];
  readonly people: People;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly gatekeeping: Gatekeeping;
  readonly tokens: Tokens;
  readonly proposals: Proposals;
  readonly exceptions: Exceptions;
  readonly findings: Findings;
  readonly readings: Readings;
  readonly closings: Closings;
  readonly contests: Contests;
  readonly cases: Cases;
  readonly attendances: Attendances;
  readonly event_logs: EventLogs;
  readonly improvements: Improvements;
  readonly committee: Committee;
  readonly loop_reviews: LoopReviews;
  readonly signals: SignalBook;
  readonly alerts: AlertBook;
  readonly workshops: Workshops;
  readonly trail: Trail;
  /** `known` is a length and head of the chain kept elsewhere. */
  readonly verifyChain: (known?: KnownHead) => Verification;
  /** The same in short slices, others being served meanwhile. */
  readonly verifyChainGently: (known?: KnownHead) => Promise<Verification>;
  /** Writes a copy with its mark into an empty folder and gives the mark. */
  readonly snapshot: (folder: string) => Mark;
  readonly close: () => void;
}

/**
 * Opens the ledger of a data folder, creating both where absent. `clock` gives the present as an
 * ISO instant. Refuses: `folder-busy` (within 2 s) while another program has it, `ledger-rolled-back`,
 * `ledger-altered` and `ledger-mark-missing` when database and mark disagree, `ledger-damaged`,
 * `ledger-newer`, `sqlite-too-old`, `unsafe-settings`, and `disk-full`, `disk-error`, `not-writable`.
 *
 * @example openLedger('./circuito-data', () => '2011-07-01T08:00:00Z').listImports() // []
 */
export function openLedger(folder: string, clock: () => string, options: OpenOptions = {}): Ledger {
  return toLedger(openDatabase(folder, clock, options));
}

function toLedger(store: LedgerDatabase): Ledger {
  return {
    folder: store.folder,
    actor: store.actor,
    as: (actor) => toLedger(store.as(actor)),
    recordImport: (draft, rows, step) => recordImport(store, draft, rows, step),
    recordUndo: (idOrPrefix, reason, step) => recordUndo(store, idOrPrefix, reason, step),
    listImports: (filter = {}) => listImports(store, filter),
    countImports: () => countImports(store),
    findImport: (idOrPrefix) => findImport(store, idOrPrefix),
    findSameImport: (identity) => findSameImport(store, identity),
    quarantineOf: (filter = {}) => listQuarantine(store, filter),
    countOpenQuarantine: (dataset, from, to) => countOpenQuarantine(store, dataset, from, to),
    markCorrected: (keys, correctedBy, step) => markCorrected(store, keys, correctedBy, step),
    mergeSpelling: (dimension, from, to) => mergeSpelling(store, dimension, from, to),
    undoMerge: (dimension, from) => undoMerge(store, dimension, from),
    listMerges: (filter = {}) => listMerges(store, filter),
    resolveMerges: (dimension) => resolveMerges(store, dimension),
    saveMapping: (name, dataset, yaml) => saveMapping(store, name, dataset, yaml),
    findMapping: (name, version) => findMapping(store, name, version),
    listMappings: (filter = {}) => listMappings(store, filter),
    changeSetting: (key, value) => changeSetting(store, key, value),
    findSetting: (key) => findSetting(store, key),
    listSettingChanges: (key) => listSettingChanges(store, key),
    begin: (founding, today) => recordFounding(store, founding, today),
    people: toPeople(store),
    accounts: toAccounts(store),
    sessions: toSessions(store),
    gatekeeping: toGatekeeping(store),
    tokens: toTokens(store),
    proposals: toProposals(store),
    exceptions: toExceptions(store),
    findings: toFindings(store),
    readings: toReadings(store),
    closings: toClosings(store),
    contests: toContests(store),
    cases: toCases(store),
    attendances: toAttendances(store),
    event_logs: toEventLogs(store),
    improvements: toImprovements(store),
    committee: toCommittee(store),
    loop_reviews: toLoopReviews(store),
    signals: toSignalBook(store),
    alerts: toAlertBook(store),
    workshops: toWorkshops(store),
    trail: toTrail(store),
    verifyChain: (known) => verifyChain(store, known),
    verifyChainGently: (known) => verifyChainGently(store, known),
    snapshot: (to) => snapshotLedger(store, to),
    close: () => store.close(),
  };
}
