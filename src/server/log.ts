/** One line of the log. No names, no values of clients, no bodies: who is the person's id. */
export interface LogLine {
  readonly at: string;
  readonly kind: 'request' | 'refused' | 'failed' | 'server';
  readonly [field: string]: string | number | boolean | null;
}

export type Log = (line: LogLine) => void;

/** What an engine quotes of the data it stumbled on: values stand between quotes; long figures anywhere. */
const QUOTED = /'[^'\n]*'|\d{5,}/g;

/** An error for the log: what it was and where in the program, without the values it quotes. */
export function toTrace(error: unknown): string {
  if (!(error instanceof Error)) return String(error).replaceAll(QUOTED, '…');
  const { message, stack = '' } = error;
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${message.replaceAll(QUOTED, '…')}`, ...places].join('\n');
}
