import { Refusal } from '../kernel/index.ts';
import type { Institution, Ports } from '../usecases/index.ts';
import type { Terminal } from './terminal.ts';

/** Exit codes: done whatever the verdict; findings to look at; refused with a sentence. */
export const EXIT = { done: 0, findings: 1, refused: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

export interface Options {
  readonly [name: string]: string | boolean | string[] | undefined;
}

/** What a command is given. Paths in `args` and options are already absolute. */
export interface Call {
  readonly terminal: Terminal;
  readonly ports: Ports;
  readonly folder: string;
  readonly args: readonly string[];
  readonly options: Options;
  /** Path as the user meant it: against where the user stands. */
  readonly resolve: (path: string) => string;
  /** Makes the facts anew where a server holds the folder; null where this program opens it itself. */
  readonly rebuild: (() => Promise<void>) | null;
  /** Opens the data folder, brings its facts up to date, and closes it after the work. */
  readonly withInstitution: <T>(
    work: (institution: Institution) => Promise<T>,
    how?: {
      /** False for work that brings the facts up to date itself. */
      readonly sync?: boolean;
      /** Files the user brings, which may stand in for raw files that are lost. */
      readonly brought?: readonly string[];
      /** True for work that may begin a data folder; other work refuses one that is not there. */
      readonly begin?: boolean;
    },
  ) => Promise<T>;
}

export interface Command {
  readonly name: string;
  /** One line of usage after the name. */
  readonly usage: string;
  readonly about: { readonly es: string; readonly en: string };
  readonly options: Readonly<
    Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>
  >;
  /** Least and most positional arguments. */
  readonly args: readonly [number, number];
  /** It needs the folder to itself: a server that holds it must be stopped first. */
  readonly alone?: true;
  readonly run: (call: Call) => Promise<Exit>;
}

/** The text of an option, or null. */
export function text(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

/** The text of an option without which the command says nothing; refuses its absence with an example. */
export function getText(options: Options, name: string, example: string): string {
  const value = text(options, name);
  if (value === null || value.trim() === '') throw new Refusal('option-missing', { option: name, example });
  return value;
}

/** An option that takes one of some words, or null; refuses any other. */
export function choice<T extends string>(options: Options, name: string, values: readonly T[]): T | null {
  const value = text(options, name);
  if (value === null) return null;
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw new Refusal('option-unreadable', { option: name, value, values });
  return found;
}

/** An option that takes a whole number, or null; refuses anything else. */
export function wholeNumber(options: Options, name: string): number | null {
  const value = text(options, name);
  if (value === null) return null;
  if (!/^\d{1,15}$/.test(value.trim()))
    throw new Refusal('option-unreadable', { option: name, value, values: ['1', '50', '1000'] });
  return Number(value);
}

/** The texts of an option that may be repeated; commas separate too. */
export function texts(options: Options, name: string): string[] {
  const value = options[name];
  return Array.isArray(value)
    ? value
        .flatMap((item) => item.split(','))
        .map((item) => item.trim())
        .filter(Boolean)
    : [];
}

/** A path as it is typed: between quotes when it has blanks. */
export function quotePath(path: string): string {
  return path.includes(' ') ? `"${path}"` : path;
}
