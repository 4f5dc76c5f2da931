/** A row or a line that is wrong, with its sentence. */
export interface SaidProblem {
  readonly code: string;
  readonly severity?: 'error' | 'warning';
  readonly where?: Readonly<Record<string, unknown>>;
  readonly sentence: string;
}

interface RefusedAnswer {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly sentence: string;
  readonly problems?: readonly SaidProblem[];
}

/** What the server would not do, with its sentence; or, with the code `no-answer`, that it did not answer. */
export class Refused extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Says what happened and the way out, in the language of the person. */
  readonly sentence: string;
  /** What was wrong one by one, where there was more than one thing. */
  readonly problems: readonly SaidProblem[];
  /** Status of the answer; 0 when there was none. */
  readonly status: number;

  constructor(status: number, refused: RefusedAnswer) {
    super(refused.sentence);
    this.name = 'Refused';
    this.status = status;
    this.code = refused.code;
    this.params = refused.params ?? {};
    this.sentence = refused.sentence;
    this.problems = refused.problems ?? [];
  }
}
