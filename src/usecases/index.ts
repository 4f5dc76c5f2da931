export { type ImportReport, type ImportRequest, importFile } from './imports/import-file.ts';
export { listQuarantine, type QuarantineList, writeQuarantine } from './imports/list-quarantine.ts';
export { undoImport } from './imports/undo-import.ts';
export { type MeasureInput, measureIndicators, type MeasureResult } from './indicators/measure-indicators.ts';
export {
  type Content,
  type Institution,
  loadContent,
  openInstitution,
  OWN_PACKS,
  type Ports,
  type Progress,
} from './institution.ts';
export { checkPacks, type PackCheck } from './packs/check-packs.ts';
export { syncFacts } from './sync-facts.ts';
export { rebuildFacts } from './upkeep/rebuild-facts.ts';
export { verifyInstitution, type VerifyReport } from './upkeep/verify-institution.ts';
