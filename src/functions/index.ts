export * from './function-definition.ts';
export { FUNCTIONS, findFunction } from './registry.ts';
export * from './sql-value.ts';
export * from './value-type.ts';
