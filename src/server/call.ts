import type { z } from 'zod';
import type { Answer, job, Received, Route, Routes } from '../contract/index.ts';
import type { Language, Person, Scope } from '../kernel/index.ts';
import type { Institution, Mailer } from '../usecases/index.ts';

/** A file that came with a call, kept in the data folder's `tmp` until the answer is given. */
export interface Upload {
  readonly path: string;
  /** The name the sender gave it; never a path. */
  readonly name: string;
  readonly bytes: number;
}

/** A file as an answer. */
export interface FileAnswer {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly content: { readonly path: string } | { readonly bytes: Uint8Array };
}

/** What a handler works with. */
export interface Call<R extends Route = Route> extends Received<R> {
  /**
   * The institution: on a connection of its own for `read`, on the writer's for `write` and `job`.
   * What it writes in the ledger bears the caller's name.
   */
  readonly institution: Institution;
  /** Who calls; of a public route, whoever happens to be signed in. */
  readonly who: Person | null;
  /** How they identified themselves. */
  readonly via: 'session' | 'token' | null;
  /** What the route's permission lets them reach. */
  readonly scope: Scope;
  readonly language: Language;
  /** Local date of the institution. */
  readonly today: string;
  readonly file: R['body'] extends 'file' ? Upload : Upload | null;
  readonly request: {
    readonly ip: string;
    readonly agent: string;
    /** Secret of the session the call came with. */
    readonly session: string | null;
    /** Address the browser sees, as `https://host:port`. */
    readonly origin: string;
  };
  /** Gives the browser a session, or takes it away. */
  readonly setSession: (secret: string | null) => void;
  readonly host: HostDoor;
}

/** What a handler may ask of the server itself. */
export interface HostDoor {
  /**
   * Reads the packs again: after an indicator, a calendar or a setting changed on disk. Only in `write` and
   * `job`. Gives the institution as it is from then on, with the ledger in nobody's name.
   */
  readonly reloadContent: () => Promise<Institution>;
  /** Takes a turn among the writers in somebody's name: for a call of mode `open` that turns out to need one. */
  readonly write: <T>(actor: string, work: (institution: Institution) => Promise<T>) => Promise<T>;
  /** Grows by one with each thing written that figures may depend on: what a cache is good for. */
  readonly version: () => number;
  /** True in a data folder created as demo: the only place where a role is taken by one click. */
  readonly demo: boolean;
  /** Folder that backups are made in. */
  readonly backups: string;
  readonly mailer: Mailer;
  readonly health: () => { readonly ready: boolean; readonly version: string; readonly writing: boolean };
  /** A job of the caller's, as the wire shows it; refuses another's. */
  readonly getJob: (id: string) => z.input<typeof job>;
}

/** A value that is only read on: an answer may be made of what use cases give as unchanging. */
type Unchanging<T> = T extends readonly (infer E)[]
  ? readonly Unchanging<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Unchanging<T[K]> }
    : T;

/** What a handler answers: the body before its schema, or a file. */
export type Reply<R extends Route> = R['response'] extends z.ZodType
  ? Unchanging<z.input<R['response']>>
  : R['response'] extends 'file'
    ? FileAnswer
    : Answer<R>;

export type Handler<R extends Route> = (call: Call<R>) => Promise<Reply<R>>;

/** One handler per route of a table. */
export type Handlers<T extends Routes> = {
  readonly [K in keyof T]: T[K] extends Route ? Handler<T[K]> : never;
};
