export { type CaseFact, publishCases, withdrawCases } from './case-facts.ts';
export { type ChosenColumns, chooseColumns, recogniser } from './choose-columns.ts';
export { findBlamed } from './find-blamed.ts';
export {
  CORRECTION_COLUMN,
  findCorrectionColumn,
  isCorrectionHeader,
  REASON_COLUMN,
  undoEscape,
} from './correction-file.ts';
export { type Cell, type Duck, openDuck, type Row } from './duck.ts';
export { keptScale, type Merges, physicalColumns, rowsTable, WORKED } from './fact-table.ts';
export { FactsDamaged } from './facts-error.ts';
export {
  deleteFacts,
  type Facts,
  type FactsContext,
  factsPath,
  findCut,
  findLatest,
  type Latest,
  openFacts,
  readThrough,
  runPlan,
  toCut,
} from './facts.ts';
export { findLostZeros, findTextKey } from './find-lost-zeros.ts';
export { type GuessedBy, type GuessedColumn, guessColumns } from './guess-columns.ts';
export * from './intake/index.ts';
export * from './log/index.ts';
export {
  type CellProblem,
  type OpenReading,
  type Preview,
  type PreviewRow,
  previewFile,
} from './preview-file.ts';
export { offerHeaders } from './offer-headers.ts';
export { printMapping } from './print-mapping.ts';
export { proposeCode } from './propose-code.ts';
export {
  findNewValues,
  listedValues,
  type NewValueRow,
  printDuplicates,
  publishStage,
  rememberValues,
  withdrawImport,
} from './publish.ts';
export * from './raw-store.ts';
export { loadMapping, type MappedSource, type Mapping, readMapping } from './read-mapping.ts';
export type { DateOrder, Reading } from './reading.ts';
export { listSpellings, type ResolvedCodes, type UnknownCodes } from './resolve-codes.ts';
export { type BadRecord, type Staged, type StageInput, stageFile } from './stage-file.ts';
export { printSource } from './stage.ts';
