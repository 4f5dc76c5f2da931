export { conditionsOf, readLimit } from './calculation.ts';
export type {
  Area,
  Catalogue,
  FilePlace,
  FilePlaces,
  HolidayList,
  Pack,
  Settings,
  Review,
  ReviewQuestion,
  Taxonomy,
  TaxonomyEntry,
} from './catalogue.ts';
export { DEFAULT_SETTINGS } from './catalogue.ts';
export { toPlainNumber } from './condition.ts';
export type { Overlay } from './list-pack-files.ts';
export { loadCatalogue } from './load-catalogue.ts';
export { findNearestName } from './nearest-name.ts';
export { readDraft } from './read-draft.ts';
export { SHEET_KEYS, type SheetContext, type SheetFields, toSheetFields } from './sheet-fields.ts';
export { type BeyondForm, printDecimal, toSheetForm } from './to-sheet-form.ts';
export { type OwnProcess, printOwnProcess, writeOwnProcesses } from './write-own-processes.ts';
export { writeDeadline } from './write-deadline.ts';
export { writeCharacterisation } from './write-process.ts';
export { editSheet, printSheet } from './write-sheet.ts';
export { type OwnWeek, writeWeek } from './write-week.ts';
export { writeSchedule } from './write-schedule.ts';
export { type OwnHoliday, ownHolidayList, removeHoliday, writeHoliday } from './write-holiday.ts';
