export { LOG_ROLES, type LogRole } from './choose-log-columns.ts';
export { type DetectedLog, type LoadedLog, loadLog } from './load-log.ts';
export type { EventFlaw } from './read-log.ts';
export { refuseLogCards } from './refuse-log-cards.ts';
export { loadLogMap, type LogMap } from './read-log-map.ts';
