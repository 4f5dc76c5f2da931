export { composeMonth } from './compose-month.ts';
export { composeSheet } from './compose-sheet.ts';
export type { MonthChange, MonthPaper, MonthProcess } from './month-paper.ts';
export { listTexts, type Paper } from './paper.ts';
export { printPdf } from './print-pdf.ts';
export type { PaperMeta, SheetPaper } from './sheet-paper.ts';
export { type PaperBasis, readCode, toCode } from './verification-code.ts';
