export { CATALOGUES, catalogue } from './catalog/index.ts';
export type { SentenceEntry, Sentences } from './catalog/sentence-entry.ts';
export { nameInImprovement } from './name-improvement.ts';
export { aboutRole, namePermission, nameResult, nameRole, nameRule } from './names.ts';
export { printCount } from './print-count.ts';
export { printDate, printInstant } from './print-date.ts';
export { type ProposedWords, proposeSheet } from './propose-sheet.ts';
export { printLapse } from './print-lapse.ts';
export { type NumberFormat, printNumber } from './print-number.ts';
export { printPercent } from './print-percent.ts';
export { printInPeriod, printPeriod } from './print-period.ts';
export { printWait } from './print-wait.ts';
export { printWeek } from './print-week.ts';
export { printQuantity } from './print-quantity.ts';
export { printShortPeriod } from './print-short-period.ts';
export { printTime } from './print-time.ts';
export { printVerdict } from './print-verdict.ts';
export { printWarning } from './print-warning.ts';
export { PRINTERS } from './printers.ts';
export type { DeedParams } from './deed-words.ts';
export { DEED_KINDS, nameDeed, sayDeed } from './say-deed.ts';
export { askWorkshop } from './ask-workshop.ts';
export { capitalize } from './sentence-case.ts';
export { type DueWords, printLimit, sayCaseDue } from './say-case-due.ts';
export { type DayCounts, sayAnswered, sayDay } from './say-day.ts';
export { sayDue } from './say-due.ts';
export { sayException, sayGrants, sayProposal } from './say-proposal.ts';
export { type BoardCounts, type ImprovementStanding, sayBoard, sayImprovement } from './say-improvement.ts';
export { sayFinding } from './say-finding.ts';
export { sayDeviation, sayDeviationCost, sayFlaw, sayLog } from './say-log.ts';
export { type LoopCounts, sayLoop, sayReview } from './say-loop.ts';
export { sayProblem, sayRefusal } from './say-problem.ts';
export { type ShownFigure, showFigure } from './show-figure.ts';
export { type ToldProof, writeProof } from './write-proof.ts';
export { type Requirement, writeRequirements } from './write-requirements.ts';
export {
  type FailCount,
  type HeadlineScope,
  type HeatRow,
  writeFailCounts,
  writeHeadline,
  writeHeat,
} from './write-headline.ts';
export { type ResultWords, writeResult } from './write-result.ts';
export { type InstitutionWords, type SentenceContext, writeSentence } from './write-sentence.ts';
export { type ToldForecast, writeForecast } from './write-forecast.ts';
export { sayUsual, type Standing, type ToldSeries, writeSignal } from './write-signal.ts';
export { writeStandard } from './write-standard.ts';
export { writeSummary } from './write-summary.ts';
export { countWall, sayWallRest, type WallFigure, writeWall } from './write-wall.ts';
export { sayMonthClosed } from './say-month-closed.ts';
export { sayShortfall, type ToldShortfall } from './say-shortfall.ts';
export { sayStart, type StartWords } from './say-start.ts';
export { sayToldOrigin, sayToldResult, type ToldOrigin, type ToldResult } from './say-told.ts';
export { sayReminder, sayUnread } from './say-unread.ts';
export { sayWorkshop, sayWorkshops, type ToldWorkshop } from './say-workshop.ts';
export {
  sayAlertKind,
  sayAlerts,
  sayCaseAlert,
  sayChange,
  sayNotMet,
  sayOverdueAction,
  sayStill,
  sayTimesMean,
  sayToldSignal,
  type ToldFigure,
} from './say-alert.ts';
export { type DigestWords, type MailText, writeDigest, writeTestMail } from './write-digest.ts';
export { sayMailFailure, sayMailSent, sayMailState, type ToldMailFailure } from './say-mail.ts';
