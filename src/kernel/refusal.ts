import type { Params, Problem } from './problem.ts';

/**
 * A use case that will not do what was asked: thrown, with a closed code, and told to the
 * user as a sentence with the way out. Never a bug: bugs are plain `Error`.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly params: Params;
  readonly problems: readonly Problem[];

  constructor(code: string, params: Params = {}, problems: readonly Problem[] = []) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
    this.problems = problems;
  }
}
