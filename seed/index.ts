export { type EventLogFile, type Planted, toEventLogFile } from './event-log.ts';
export { type CaseFilling, fillCases } from './fill-cases.ts';
export { HDH_COMPARISON, writeHdhWorld } from './write-hdh-world.ts';
export { type Story, stories } from './story.ts';
export type { WrittenFile } from './world.ts';
export { WORLD_SIZES, type WorldOptions, type WorldSize, writeWorld } from './write-world.ts';
export { writeEventLogs, type WrittenLog } from './write-event-logs.ts';
