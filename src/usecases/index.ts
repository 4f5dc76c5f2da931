export { nearest } from '../language/index.ts';
export {
  MERGED_DIMENSIONS,
  type MergedDimension,
  mergeSpelling,
  unmergeSpelling,
} from './directory/merge-spelling.ts';
export { listSpellings } from './directory/list-spellings.ts';
export { previewMerge } from './directory/preview-merge.ts';
export { listReadings } from './agenda/list-readings.ts';
export { saveAgenda } from './agenda/save-agenda.ts';
export { type Agenda, type AgendaEntry, type AgendaItem, listAgenda } from './list-agenda.ts';
export { bringFile, type BroughtFile } from './imports/bring-file.ts';
export {
  bringCorrections,
  type CorrectionOutcome,
  correctRows,
  writeCorrections,
} from './imports/correct-rows.ts';
export { describeDatasets } from './imports/describe-datasets.ts';
export { discardDraft, type Draft, keepDraft, listDrafts } from './imports/drafts.ts';
export { findOriginal } from './imports/find-original.ts';
export { inspectDraft } from './imports/inspect-draft.ts';
export type { Inspection } from './imports/inspection.ts';
export { type Corrections, listCorrections } from './imports/list-corrections.ts';
export { describeImport, type ImportLine, listImports } from './imports/list-imports.ts';
export { listSavedMappings, offerSavedMapping } from './imports/list-mappings.ts';
export { nameOf } from './imports/name-of.ts';
export { applyApprovedUndos, decideUndo, findUndoProposals, proposeUndo } from './imports/propose-undo.ts';
export { publishDraft } from './imports/publish-draft.ts';
export { findRejectPercent } from './imports/reject-limit.ts';
export { type InboxEvent, type InboxMemory, sweepInbox } from './imports/sweep-inbox.ts';
export { type DraftOutcome, tryDraft } from './imports/try-draft.ts';
export { type ImportRequest, importFile } from './imports/import-file.ts';
export type { ImportReport } from './imports/import-report.ts';
export {
  listQuarantine,
  type QuarantineFile,
  type QuarantineList,
  writeQuarantine,
} from './imports/list-quarantine.ts';
export { writeTemplate } from './imports/write-template.ts';
export { undoImport } from './imports/undo-import.ts';
export { findPairs } from './find-pairs.ts';
export type { FactSource } from './find-lines.ts';
export {
  explainIndicator,
  type ExplainedCapacity,
  type ExplainedInput,
  type Explanation,
} from './indicators/explain-indicator.ts';
export {
  type FactCounts,
  type FactRow,
  type FactState,
  type Filter,
  listRows,
  type RowsInput,
  type RowsResult,
} from './indicators/list-rows.ts';
export { findExtent } from './indicators/find-absence.ts';
export { type HistoricFigure } from './indicators/read-history.ts';
export { sheetIndicator } from './indicators/sheet-indicator.ts';
export {
  measureFigures,
  type MeasureInput,
  measureIndicators,
  type MeasureResult,
} from './indicators/measure-indicators.ts';
export {
  type Content,
  getDataset,
  type Institution,
  loadContent,
  openInstitution,
  OWN_PACKS,
  type Ports,
  type Progress,
  reopenInstitution,
  useInstitution,
} from './institution.ts';
export {
  applyApprovedClosings,
  checkClosing,
  closeMonth,
  type ClosingOutcome,
  hasApprovedClosings,
  isClosing,
  restateMonth,
} from './closings/close-month.ts';
export {
  contestRows,
  moveContestsEnd,
  proposeExclusion,
  rejectContest,
  withdrawContest,
} from './closings/contest-rows.ts';
export { viewClosing, viewClosings } from './closings/view-closings.ts';
export { namePart } from './name-part.ts';
export type { FigureChange } from './closings/compare-figures.ts';
export { listChanges } from './closings/list-changes.ts';
export { type VerifiedClosing, verifyClosings } from './verify-closings.ts';
export { checkPacks, type PackCheck } from './packs/check-packs.ts';
export { FactsDamaged } from '../facts/index.ts';
export { refuseMissingFolder } from './refuse-missing-folder.ts';
export { syncFacts } from './sync-facts.ts';
export { type BackupManifest, backUpInstitution } from './upkeep/back-up-institution.ts';
export { checkBackup, type KeptBackup, listBackups, makeBackup } from './upkeep/backups.ts';
export { restoreInstitution } from './upkeep/restore-institution.ts';
export { rebuildFacts } from './upkeep/rebuild-facts.ts';
export { type FactTotals, totalFacts } from './upkeep/total-facts.ts';
export { verifyInstitution, type VerifyReport } from './upkeep/verify-institution.ts';
export { withReader } from './with-reader.ts';
export { measureSeries, type SeriesFigure, type SeriesInput, type SeriesResult } from './measure-series.ts';
export { type FigureCache, toFigureCache } from './figure-cache.ts';
export { findSignals, type SignalsInput } from './signals/find-signals.ts';
export { listToApprove } from './signals/list-waiting.ts';
export { markSignalSeen } from './signals/mark-signal-seen.ts';
export { type MeasuredSeries, type MeasuredSignals, measureSignals } from './signals/measure-signals.ts';
export { proposeBaseline, proposeCause } from './signals/propose-note.ts';
export type {
  EasyStandard,
  SignalLine,
  SignalsView,
  StandingCount,
  WaitingNote,
} from './signals/signal-line.ts';
export { findAnything, type FindInput, type Finding } from './home/find-anything.ts';
export { type IndicatorFilter, type IndicatorList, listIndicators } from './home/list-indicators.ts';
export { listNeeds, type Need, type NeedsInput } from './home/list-needs.ts';
export { warmHome } from './home/warm-home.ts';
export { listChoices, type ViewChoices } from './home/view-choices.ts';
export { type HeatInput, type HeatView, viewHeat } from './home/view-heat.ts';
export type { Figures } from './figures.ts';
export {
  type HomeIndicator,
  type HomeInput,
  type HomeView,
  viewHome,
} from './home/view-home.ts';
export { type LocatedFact, locateFact, type LocateInput } from './indicators/locate-fact.ts';
export { type AskedState, type PageInput, pageRows, type RowsPage } from './indicators/page-rows.ts';
export { rememberDefinitions } from './indicators/remember-definitions.ts';
export { type Cause, rememberFigures } from './indicators/remember-figures.ts';
export { SAMPLE_ROWS, sampleRows } from './indicators/sample-rows.ts';
export type { Breakdown, SheetView } from './indicators/view/sheet-view.ts';
export {
  breakDownSheet,
  readSheetSql,
  SEES_ALL,
  type SheetInput,
  viewSheet,
} from './indicators/view-sheet.ts';
export { addHoliday, dropHoliday, refuseHolidays } from './directory/edit-holidays.ts';
export { saveWeek } from './directory/edit-week.ts';
export { checkSchedule, saveSchedule, toScheduleCapacity } from './directory/edit-schedules.ts';
export { type BringRequest, editDirectory } from './directory/edit-directory.ts';
export { listAbsences, listStaff, listUnits } from './directory/list-directory.ts';
export { previewCapacity } from './directory/preview-capacity.ts';
export { viewCalendars, viewSchedules } from './directory/view-calendars.ts';
export { simulateDesk } from './productivity/simulate-desk.ts';
export { viewArrivals } from './productivity/view-arrivals.ts';
export { viewProductivity } from './productivity/view-productivity.ts';
export { checkChain, type ChainCheck } from './audit/check-chain.ts';
export { answerFinding, closeFinding, listFindings, openFinding } from './audit/findings.ts';
export { listResultReadings, recordReading } from './audit/readings.ts';
export { listTrailFilters, readTrail } from './audit/read-trail.ts';
export { listAllExceptions, listExceptions, type ShownException } from './people/describe-exception.ts';
export { describeMe, type Me } from './people/describe-me.ts';
export { describeRoles } from './people/describe-roles.ts';
export { describeStart } from './people/describe-start.ts';
export { identify, type Identity, TOKEN_PERMISSIONS } from './people/identify.ts';
export { isDemo } from './people/is-demo.ts';
export { endSessionsOf, listPeople, listSessions } from './people/list-people.ts';
export { countToDecide, listProposals, type ShownProposal } from './people/list-proposals.ts';
export { findProfile, type Profile } from './people/profile.ts';
export {
  decideProposal,
  proposeChange,
  type Proposed,
  proposeException,
  proposePerson,
  proposeProvider,
  proposeRoles,
  proposeToken,
} from './people/propose.ts';
export { beginProviderSignIn, endProviderSignIn, findSignInSetting } from './people/provider-sign-in.ts';
export { issueRecovery } from './people/recovery-code.ts';
export { resetAccess } from './people/reset-access.ts';
export {
  confirmSecondFactor,
  enrolSecondFactor,
  removeSecondFactor,
  renewBackupCodes,
} from './people/second-factor.ts';
export { toUnprivileged } from './people/session-policy.ts';
export {
  changePassword,
  type SignedIn,
  signIn,
  signInWithCode,
  signInWithRecovery,
  signOut,
} from './people/sign-in.ts';
export { DEMO_PLACES, startDemo, takeDemoRole } from './people/start-demo.ts';
export { checkStartPassword, startInstitution, type StartInput } from './people/start-institution.ts';
export { collectToken, endOwnSession, endToken, listTokens } from './people/tokens.ts';
export { sayInOwnWords } from './own-words.ts';
export { toLocalToday } from './local-today.ts';
export { readFilters } from './indicators/read-filters.ts';
export { writeSample } from './indicators/write-sample.ts';
export { writeSheetBook } from './indicators/write-sheet-book.ts';
export { confirmSheet, describeOrigin } from './packs/confirm-sheet.ts';
export { type Adopted, adoptExample } from './packs/adopt-example.ts';
export { describeVocabulary, type FormVocabulary } from './packs/describe-vocabulary.ts';
export { type DraftInput } from './packs/draft-indicator.ts';
export { type DraftOf } from './packs/find-basis.ts';
export { type Examples, listExamples, loadExamples } from './packs/list-examples.ts';
export { listServices, type MeasurableServices } from './packs/list-services.ts';
export { listValues, type SeenValues } from './packs/list-values.ts';
export { type MeasuredServices, measureServices, type ServiceTerm } from './packs/measure-services.ts';
export { openIndicator, type OpenedIndicator } from './packs/open-indicator.ts';
export { proposeCode } from './packs/propose-code.ts';
export {
  applyApprovedChanges,
  checkApproval,
  isSheetChange,
  viewWaitingChange,
} from './packs/propose-sheet-change.ts';
export { listRetired, restoreIndicator, retireIndicator } from './packs/retire-indicator.ts';
export { saveIndicator, type SaveInput, type SaveResult } from './packs/save-indicator.ts';
export { type SaidProblem } from './packs/say-form.ts';
export { startForm } from './packs/start-form.ts';
export { type Preview, previewIndicator } from './preview-indicator.ts';
export { type CheckedCode, checkCode, type PaperDifference } from './report/check-code.ts';
export { type Printer } from './report/issue-paper.ts';
export { printMonth } from './report/print-month.ts';
export { gatherTold, printTold, type ToldChanges } from './report/print-told.ts';
export { printWall } from './report/print-wall.ts';
export { type PrintedPaper, printSheet } from './report/print-sheet.ts';
export { type Revealed, revealIdentity } from './indicators/reveal-identity.ts';
export { toRememberer } from './indicators/to-rememberer.ts';
export { writeExampleTemplate } from './write-example-template.ts';
export { caseEventsRead, hasNewCases, projectCases } from './project-cases.ts';
export type { PeriodFigures } from './processes/measured-indicator.ts';
export { addProcesses, listFamilies } from './processes/add-processes.ts';
export { listNameableIndicators, saveCharacterisation } from './processes/save-characterisation.ts';
export { printProcedure } from './processes/print-procedure.ts';
export { viewProcedure } from './processes/view-procedure.ts';
export { viewProcess } from './processes/view-process.ts';
export { viewProcessMap } from './processes/view-process-map.ts';
export { writeBpmn } from './processes/write-bpmn.ts';
export { bringLog, changeLog, inspectLog, keepLog, removeLog } from './logs/bring-log.ts';
export { type Discovered, discoverLog } from './logs/discover-log.ts';
export { listLogs } from './logs/list-logs.ts';
export { keepLogDraft } from './logs/log-drafts.ts';
export { measureLogSteps } from './logs/measure-log-steps.ts';
export { viewLog } from './logs/view-log.ts';
export type { LogAnalysis, LogReading } from './logs/log-analysis.ts';
export type { LogView } from './logs/log-view.ts';
export { actOnCase, type ActInput } from './cases/act-on-case.ts';
export { type Assigned, assignCases } from './cases/assign-cases.ts';
export { discardAttendance, IDLE_MINUTES, seeAttendance, startAttendance } from './cases/attend.ts';
export { checkAct, checkCase, checkPublicCase } from './cases/check-case.ts';
export { describeProcedures, describePublicForm } from './cases/describe-procedures.ts';
export { followCase, type FollowedCase, rateCase } from './cases/follow-case.ts';
export { replyToCase, type ReplyInput } from './cases/reply-to-case.ts';
export { type CaseList, listCases, type ListInput } from './cases/list-cases.ts';
export { noteOnCase } from './cases/note-on-case.ts';
export {
  openCase,
  type Opened,
  type OpeningInput,
  openPublicCase,
  type PublicInput,
} from './cases/open-case.ts';
export { type SettledAgain, settleAgain } from './cases/settle-again.ts';
export { type DeadlineList, listDeadlines } from './deadlines/list-deadlines.ts';
export {
  addDeadline,
  confirmDeadline,
  type DeadlineInput,
  refuseDeadlineReach,
} from './deadlines/save-deadline.ts';
export { printReceipt } from './cases/print-receipt.ts';
export { startDemoDay } from './cases/start-demo-day.ts';
export { type BatchInput, listBatches, runBatch } from './cases/run-batch.ts';
export type { ProtectClient } from './cases/show-case.ts';
export { type CaseView, viewCase } from './cases/view-case.ts';
export { loadProtection, type Protect } from './indicators/protect-identity.ts';
export { loadUnitClock, type UnitClock } from './unit-clock.ts';
export { describeDue, type ShownDue } from './describe-due.ts';
export { type TodayView, viewToday } from './today/view-today.ts';
export type { CriticalityView } from './criticality/criticality-view.ts';
export { findTyped, judgeTyped, keepTyped, type TypedTables } from './criticality/judge-typed.ts';
export { viewCriticality } from './criticality/view-criticality.ts';
export { type FileBoard, toFileBoard } from './today/file-board.ts';
export {
  addCause,
  addEvidence,
  markCause,
  removeCause,
} from './improvements/analyse-causes.ts';
export { changeImprovement } from './improvements/change-improvement.ts';
export { closeImprovement, type ClosingProof, type Prove } from './improvements/close-improvement.ts';
export { decideImprovement } from './improvements/decide-improvement.ts';
export { findShortfall, type Shortfall } from './improvements/find-shortfall.ts';
export { type Board, type BoardFilter, listBoard } from './improvements/list-board.ts';
export { listOwnActions, type OwnAction } from './improvements/list-own-actions.ts';
export { assignStage, moveImprovement } from './improvements/move-improvement.ts';
export { openImprovement } from './improvements/open-improvement.ts';
export { planPilot, planProof } from './improvements/plan-improvement.ts';
export { rankReasons, type ReasonRanking } from './improvements/rank-reasons.ts';
export { reopenImprovement } from './improvements/reopen-improvement.ts';
export { type ImprovementView, type Leave, showImprovement } from './improvements/show-improvement.ts';
export {
  type ImprovementStart,
  startImprovement,
} from './improvements/start-improvement.ts';
export { tellImprovement } from './improvements/tell-improvement.ts';
export { type ImprovementCard, STILL_AFTER } from './improvements/to-card.ts';
export {
  acceptEvidence,
  carryOutAction,
  dropAction,
  proposeDueMove,
  supplyEvidence,
  writeAction,
} from './improvements/work-actions.ts';
export {
  listProofChoices,
  proveClosing,
  proveImprovement,
  type ProofChoices,
  showProof,
} from './prove-improvement.ts';
export { proveIndicator, type ProofQuestion } from './prove-indicator.ts';
export type { Meanwhile, Proof, ProofComparison, ProofOutcome, ProofSide } from './proof/proof.ts';
export { listWorkshops, type WorkshopCard, type WorkshopList } from './workshops/list-workshops.ts';
export { cancelWorkshop, planWorkshop } from './workshops/plan-workshop.ts';
export { proposeQuestions } from './workshops/propose-questions.ts';
export { recordAttendance, type SentAttendance } from './workshops/record-attendance.ts';
export { startWorkshop, type WorkshopStart } from './workshops/start-workshop.ts';
export { takeTest, type TakenTest, viewWorkshop, type WorkshopView } from './workshops/view-workshop.ts';
export { composeDigests } from './compose-digests.ts';
export {
  type AlertRuleInForce,
  endAlertRule,
  listAlertRules,
  listReachedNames,
  saveAlertRule,
  switchAlertRule,
} from './alerts/alert-rules.ts';
export { type AlertAddress, saveAlertAddress } from './alerts/alert-address.ts';
export { findDigestDate, findDigestSetting, saveDigestSetting } from './alerts/digest-setting.ts';
export { findMail, proposeMail } from './alerts/mail-setting.ts';
export { hasDigestsToSend, sendDigests, tryMail } from './alerts/send-digests.ts';
export { viewAlerts } from './alerts/view-alerts.ts';
export { viewMail } from './alerts/view-mail.ts';
export type { Mailer, MailFailure, MailMessage, MailOutcome, MailServer } from './mailer.ts';
export {
  changeSession,
  decideInSession,
  endSession,
  openSession,
} from './improvements/hold-session.ts';
export { listDecisions, writeDecisionsCsv } from './improvements/list-decisions.ts';
export type { LoopFigures } from './improvements/loop-figures.ts';
export { toLoopFigures } from './improvements/loop-figures.ts';
export { type LoopView, measureLoop } from './improvements/measure-loop.ts';
export { printMinutes } from './improvements/print-minutes.ts';
export { reviewLoop, type ReviewResult, showReview } from './improvements/review-loop.ts';
export { listAttendable, listCommittee, type SessionView, showSession } from './improvements/show-session.ts';
export type { DecisionChain } from './improvements/tell-chain.ts';
export { type InductionView, viewInduction } from './home/view-induction.ts';
export { listUnread, type ResultReaders, type Unread } from './audit/unread.ts';
