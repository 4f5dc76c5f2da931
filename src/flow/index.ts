export type { EventLog } from './event-log.ts';
export { type DirectlyFollows, findDirectlyFollows, type Follows } from './find-directly-follows.ts';
export { findVariants, toDuration, type Variant } from './find-variants.ts';
export { summariseTimes, type Times } from './summarise-times.ts';
export { toEventLog } from './to-event-log.ts';
export { align, type Alignment, type Move } from './align.ts';
export {
  checkConformance,
  type Conformance,
  type Deviation,
  type DeviationKind,
  DEVIATIONS,
  type StepTimes,
} from './check-conformance.ts';
export { findHandovers, type Handover } from './find-handovers.ts';
export { findWaits, type Waits } from './find-waits.ts';
export { listSteps, mapActivities, type MappedActivity, type Step } from './map-activities.ts';
export { listActEvents, listRegistered } from './list-act-events.ts';
export { listNeededSteps } from './list-needed-steps.ts';
export { type ProcedureGraph, toProcedureGraph } from './procedure-graph.ts';
