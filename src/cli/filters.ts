import type { Filter } from '../usecases/index.ts';
import { type Options, text } from './command.ts';

const NAMES = ['unit', 'person', 'process', 'channel', 'schedule'] as const;

/** Options that keep the facts of one unit, person, process, channel or schedule. */
export const FILTER_OPTIONS = Object.fromEntries(
  NAMES.map((name) => [name, { type: 'string' as const }]),
) as Readonly<Record<(typeof NAMES)[number], { readonly type: 'string' }>>;

export const FILTER_USAGE = NAMES.map((name) => `[--${name} X]`).join(' ');

/** The filters asked for, in a fixed order. */
export function readFilters(options: Options): readonly Filter[] {
  return NAMES.flatMap((dimension) => {
    const value = text(options, dimension);
    return value === null ? [] : [{ dimension, value }];
  });
}
