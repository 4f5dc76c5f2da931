import type { Params, Problem } from '../kernel/index.ts';
import type { FilePlace, FilePlaces } from './catalogue.ts';
import type { Entry } from './entry.ts';
import { findNearestName } from './nearest-name.ts';
import { toContentProblem } from './source.ts';

/** The things of one kind by id, in the order they were read. */
export class Shelf<T> {
  readonly kind: string;
  readonly items = new Map<string, T>();
  readonly places = new Map<string, { readonly place: FilePlace; readonly places: FilePlaces }>();
  /** Ids whose definition has errors: whoever names one is told so instead of "unknown". */
  readonly broken = new Set<string>();
  /** A file of several things could not be read at all: a name not found may stand in it. */
  incomplete = false;

  constructor(kind: string) {
    this.kind = kind;
  }

  /** Puts an entry on the shelf; a second one of the same id must say that it replaces the first. */
  put(entry: Entry<T>, problems: Problem[]): void {
    const { id, value, place, replaces } = entry;
    const earlier = this.places.get(id);
    if (earlier !== undefined && !replaces) {
      const { file, line } = earlier.place;
      const params = { kind: this.kind, id, other_file: file, other_line: line };
      problems.push(toContentProblem('already-defined', place, '', params));
      return;
    }
    if (earlier === undefined && replaces) {
      const hint = findNearestName(id, this.items.keys());
      const params = { kind: this.kind, id };
      problems.push(toContentProblem('nothing-to-replace', place, '', params, hint, 'warning'));
    }
    this.places.set(id, { place, places: entry.places });
    this.items.delete(id);
    this.broken.delete(id);
    if (value === null) this.broken.add(id);
    else this.items.set(id, value);
  }

  /** Takes a thing away because of an error found later; those who name it are told. */
  drop(id: string): void {
    this.items.delete(id);
    this.broken.add(id);
  }

  placeOf(id: string): FilePlace {
    return this.places.get(id)?.place ?? { file: '', line: 1, column: 1 };
  }

  /** The place of a field of a thing, or of the thing itself when the field is not written. */
  fieldPlace(id: string, path: string): FilePlace {
    return this.places.get(id)?.places.get(path) ?? this.placeOf(id);
  }

  /**
   * True when `name` is a thing of this shelf. Else a problem at `place`: it leans on a broken
   * thing, or nothing is called so, with the nearest name (or the one whose alias it is).
   */
  checkName(
    name: string,
    place: FilePlace,
    path: string,
    problems: Problem[],
    aliases: ReadonlyMap<string, string> = new Map(),
  ): boolean {
    if (this.items.has(name)) return true;
    const params: Params = { kind: this.kind, name };
    const hidden = this.incomplete && !aliases.has(name);
    if (this.broken.has(name) || hidden)
      problems.push(toContentProblem('leans-on-broken', place, path, params));
    else {
      const names = [...this.items.keys(), ...this.broken];
      const hint = aliases.get(name) ?? findNearestName(name, names);
      problems.push(toContentProblem('unknown-name', place, path, params, hint));
    }
    return false;
  }
}
