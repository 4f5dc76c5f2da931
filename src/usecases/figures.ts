import type { FigureCache } from './figure-cache.ts';

/** Figures kept in memory, and the version of the facts they must be of. */
export interface Figures {
  readonly cache: FigureCache;
  /** Read before asking; grows after each write that figures depend on. */
  readonly version: number;
}
