import { count } from './count.ts';
import { distinct } from './distinct.ts';
import { elapsed } from './elapsed.ts';
import { firstKnown } from './first-known.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { max } from './max.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';
import { min } from './min.ts';
import { percentile } from './percentile.ts';
import { sameDay } from './same-day.ts';
import { share } from './share.ts';
import { sum } from './sum.ts';
import { working } from './working.ts';

/** Every function of the language. Adding one is one file and one line here. */
export const FUNCTIONS: readonly FunctionDefinition[] = [
  count,
  distinct,
  elapsed,
  firstKnown,
  max,
  mean,
  median,
  min,
  percentile,
  sameDay,
  share,
  sum,
  working,
];

/** The function of that name, or undefined. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return FUNCTIONS.find((definition) => definition.name === name);
}
