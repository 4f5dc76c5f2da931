import type { Params } from '../kernel/index.ts';

/** A param that must be a number; its absence is a bug of who made the code: plain Error. */
export function readNumber(params: Params, name: string): number {
  const value = params[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`readNumber: param ${name} is not a number in ${JSON.stringify(params)}`);
  }
  return value;
}

/** A param that must be a text, blank where somebody wrote nothing; its absence is a bug: plain Error. */
export function readText(params: Params, name: string): string {
  const value = params[name];
  if (typeof value !== 'string') {
    throw new Error(`readText: param ${name} is not a text in ${JSON.stringify(params)}`);
  }
  return value.trim();
}
