export { type Story, stories } from './story.ts';
export type { WrittenFile } from './world.ts';
export { WORLD_SIZES, type WorldOptions, type WorldSize, writeWorld } from './write-world.ts';
