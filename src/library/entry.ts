import { isMap } from 'yaml';
import type { FilePlace, FilePlaces } from './catalogue.ts';
import { Fields, Spot } from './fields.ts';
import type { Source } from './source.ts';
import { countErrors, toPlace } from './source.ts';

/** One thing read from a file: `value` is null when it has errors, so that those who name it can be told. */
export interface Entry<T> {
  readonly id: string;
  readonly value: T | null;
  /** The author says that it takes the place of an earlier thing of the same id. */
  readonly replaces: boolean;
  readonly place: FilePlace;
  readonly places: FilePlaces;
}

/** Who is reading: the pack, and the file's name without ending, by which a thing without id is known. */
export interface Reading {
  readonly source: Source;
  readonly pack: string;
  readonly stem: string;
}

/** The fields every one-thing file may have besides its own. */
const COMMON = ['replaces', 'note'];

/** The top of a file. */
export function toRoot(source: Source): Spot {
  const node = source.document?.contents ?? null;
  const first = isMap(node) ? node.items[0]?.key : node;
  const place = toPlace(source, first && 'range' in first ? (first.range?.[0] ?? 0) : 0);
  const root = new Spot(source, node, '', place);
  return root;
}

/**
 * Reads a file that holds one thing: `idField` names it, `read` makes it. With any error the
 * value is null; the id stays known. A file name that is not the id is told as a warning.
 */
export function readOneThing<T>(
  reading: Reading,
  idField: string,
  known: readonly string[],
  read: (fields: Fields, id: string) => T,
): Entry<T> {
  const { source, stem } = reading;
  const before = countErrors(source);
  const root = toRoot(source);
  const fields = new Fields(root, [idField, ...known, ...COMMON]);
  const id = fields.id(idField);
  const spot = fields.find(idField);
  if (spot !== null && id !== '' && id !== stem) {
    spot.add('file-name-differs', { id, stem }, `${id}.yaml`, 'warning');
  }
  const value = read(fields, id);
  return {
    id: id === '' ? stem : id,
    value: countErrors(source) > before ? null : value,
    replaces: fields.flag('replaces', false),
    place: spot?.place ?? root.place,
    places: source.places,
  };
}
