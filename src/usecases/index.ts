export { nearest } from '../language/index.ts';
export {
  MERGED_DIMENSIONS,
  type MergedDimension,
  mergeSpelling,
  unmergeSpelling,
} from './directory/merge-spelling.ts';
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
  useInstitution,
} from './institution.ts';
export { checkPacks, type PackCheck } from './packs/check-packs.ts';
export { refuseMissingFolder } from './refuse-missing-folder.ts';
export { syncFacts } from './sync-facts.ts';
export { rebuildFacts } from './upkeep/rebuild-facts.ts';
export { verifyInstitution, type VerifyReport } from './upkeep/verify-institution.ts';
