export type { Accounts, RecoveryDraft } from './accounts.ts';
export type { Attendance, Attendances } from './attendances.ts';
export type { CaseFilter, CaseGroup, CaseOrder, CasePage, DeskFilter } from './case-lists.ts';
export { isOnDesk } from './case-lists.ts';
export * from './case-record.ts';
export type { StepMoment, StepQuestion } from './case-steps.ts';
export type { CaseChange, CaseEventDraft, CaseKey, CaseOpening, Cases, CaseStep } from './cases.ts';
export type { ClosingDraft, ClosingRecord, Closings } from './closings.ts';
export type { ContestDraft, ContestRecord, Contests, ContestState, ExclusionRecord } from './contests.ts';
export { EXCEPTION_DAYS, TOKEN_DAYS } from './apply-proposal.ts';
export type { ChainPayload } from './chain.ts';
export type { EventLogDraft, EventLogRecord, EventLogs } from './event-logs.ts';
export type { ExceptionDraft, ExceptionRecord } from './exceptions.ts';
export type { FindingDraft, FindingRecord } from './findings.ts';
export type { Founder, Founding } from './founding.ts';
export type { Ticket } from './gatekeeping.ts';
export * from './import-record.ts';
export type { ImprovementActions } from './improvement-actions.ts';
export type * from './improvement-record.ts';
export type { Asking, ClosureDraft, ImprovementVerdicts } from './improvement-verdicts.ts';
export type { Attendee, Committee, CommitteeSession, SessionOpening } from './committee.ts';
export type { LoopReview, LoopReviewDraft, LoopReviews } from './loop-reviews.ts';
export type { Improvements } from './improvements.ts';
export type { ImportIdentity } from './imports.ts';
export type { OpenOptions } from './ledger-database.ts';
export * from './ledger-step.ts';
export * from './open-ledger.ts';
export type { QuarantineCount, QuarantineFilter } from './quarantine.ts';
export type { SavedMapping } from './saved-mappings.ts';
export { toPerson } from './people.ts';
export type * from './person-record.ts';
export type { Decision, ProposalDraft, ProposalRecord } from './proposal-record.ts';
export type { Outcome } from './proposals.ts';
export type { ReadingRecord } from './readings.ts';
export { CHAINED, type RowImage } from './row-image.ts';
export type { Factor, SessionDraft, SessionRecord } from './sessions.ts';
export type { SettingChange } from './settings.ts';
export {
  type AnnotationRecord,
  type BaselineRecord,
  type SeriesDimensions,
  type SignalBook,
  type SignalMark,
  toSeriesKey,
} from './signal-book.ts';
export type {
  AlertBook,
  AlertRuleDraft,
  AlertRuleRecord,
  DigestDraft,
  DigestRecord,
  MailCounts,
  UnsentDigest,
} from './alert-book.ts';
export type { SpellingMerge } from './spelling-merges.ts';
export type { TokenRecord } from './tokens.ts';
export type { DeedKind, TrailEntry, TrailFilter } from './trail.ts';
export type { KnownHead, Verification } from './verify-chain.ts';
export type {
  AttendanceDraft,
  AttendanceRecord,
  WorkshopDraft,
  WorkshopQuestion,
  WorkshopRecord,
  Workshops,
} from './workshops.ts';
