import type { z } from 'zod';
import type { LocalText, Permission } from '../kernel/index.ts';

/**
 * How a route works on the institution.
 *
 * - `open`: no facts; content and ledger as they are. What it writes is in the ledger alone, at once.
 * - `read`: facts and ledger as they are, beside whatever is being written.
 * - `write`: alone among writers, short; the answer comes when it is on disk.
 * - `job`: alone among writers, long: the answer is a job, followed by its events.
 */
export type Mode = 'open' | 'read' | 'write' | 'job';

/** Who may call it: a permission, anybody who signed in, or anybody. */
export type Gate = Permission | 'signed-in' | 'public';

/**
 * One verb of the wire. `body: 'file'` takes a file (its name in the header `x-file-name`),
 * `response: 'file'` answers with one, `response: 'events'` with server-sent events.
 */
export interface Route {
  readonly about: LocalText;
  readonly mode: Mode;
  readonly may: Gate;
  /** Open to a session whose person still owes their second factor: enrolling, and leaving. */
  readonly before_second_factor?: true;
  /** Of those open to whoever signed in, what stays shut while a second factor was put off. */
  readonly after_second_factor?: true;
  /** Of those open to whoever signed in, what a token may call too: how its import goes. */
  readonly for_tokens?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType | 'file';
  readonly response: z.ZodType | 'file' | 'events';
}

/** Routes by `<method> <path>`, parameters in braces: `get /api/indicators/{id}`. */
export type Routes = Readonly<Record<`${'get' | 'post' | 'put' | 'delete'} /api/${string}`, Route>>;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler gets of a call, already read and checked. */
export interface Received<R extends Route> {
  readonly params: R['params'] extends z.ZodObject ? z.output<R['params']> : Record<string, never>;
  readonly query: R['query'] extends z.ZodObject ? z.output<R['query']> : Record<string, never>;
  readonly body: Parsed<R['body']>;
}

/** What a caller sends. */
export type Sent<R extends Route> = (R['params'] extends z.ZodObject
  ? { readonly params: z.input<R['params']> }
  : { readonly params?: undefined }) &
  (R['query'] extends z.ZodObject
    ? { readonly query?: z.input<R['query']> }
    : { readonly query?: undefined }) &
  (R['body'] extends z.ZodType
    ? { readonly body: Given<R['body']> }
    : R['body'] extends 'file'
      ? { readonly file: Blob; readonly name: string }
      : { readonly body?: undefined });

/** What comes back; of a job, what it ends with. */
export type Answer<R extends Route> = R['response'] extends z.ZodType ? z.output<R['response']> : undefined;
