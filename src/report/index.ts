export { composeMonth } from './compose-month.ts';
export {
  composeMinutes,
  type MinutesAction,
  type MinutesDecision,
  type MinutesPaper,
} from './compose-minutes.ts';
export { composeReceipt, type Receipt } from './compose-receipt.ts';
export { composeProcedure, type ProcedurePaper } from './compose-procedure.ts';
export { composeSheet } from './compose-sheet.ts';
export { composeTold, type ToldPaper, toToldText } from './compose-told.ts';
export { composeWall } from './compose-wall.ts';
export type { MonthLoop } from './month-loop.ts';
export type { MonthChange, MonthPaper, MonthProcess } from './month-paper.ts';
export { listTexts, type Paper } from './paper.ts';
export { printPdf } from './print-pdf.ts';
export type { PaperMeta, SheetPaper } from './sheet-paper.ts';
export { toBpmn } from './to-bpmn.ts';
export type { WallPaper, WallRow } from './wall-paper.ts';
export { type PaperBasis, readCode, toCode } from './verification-code.ts';
