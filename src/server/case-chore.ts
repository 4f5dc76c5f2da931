import { hasNewCases, projectCases } from '../usecases/index.ts';
import type { Chore } from './chores.ts';

/** How often it is asked whether cases changed. */
const LOOK_MS = 500;
/** After reading cases it rests so many times as long as that took: what follows has to be measured too. */
const RESTS = 20;
/** Longest rest: cases reach the facts within seconds whatever the institution's size. */
const LONGEST_REST_MS = 4_000;

/** Brings what is done to cases into the facts, all that came since the last time at once. */
export function toCaseChore(now_ms: () => number): Chore {
  let next = 0;
  return {
    name: 'cases',
    every_ms: LOOK_MS,
    isDue: (institution) => now_ms() >= next && hasNewCases(institution),
    work: async (institution) => {
      const began = now_ms();
      await projectCases(institution);
      await institution.facts.refresh();
      next = now_ms() + Math.min(LONGEST_REST_MS, RESTS * (now_ms() - began));
    },
  };
}
