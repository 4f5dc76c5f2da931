export { type Exact, toDouble } from './exact.ts';
export {
  measureReference,
  type ReferenceDimension,
  type ReferenceFigure,
  type ReferenceOptions,
} from './measure-reference.ts';
export { type Facts, type Row, readFacts } from './read-facts.ts';
