import type {
  Calendar,
  CodeList,
  Dataset,
  DeadlineRule,
  LocalText,
  Population,
  Procedure,
  Process,
  Rational,
  Schedule,
  Sheet,
  Stage,
  StandardMinutes,
} from '../kernel/index.ts';
import { rational } from '../kernel/index.ts';

/** A folder of content with its provenance. */
export interface Pack {
  readonly id: string;
  readonly version: number;
  readonly name: LocalText;
  readonly licence: string;
  readonly source: LocalText;
  readonly requires: readonly string[];
  /** Folder on disk, and the files that were read from it, relative to it and sorted. */
  readonly folder: string;
  readonly files: readonly string[];
  /** A shelf of examples, which is looked at and not measured. */
  readonly examples: boolean;
  /** In force only where another pack requires it. */
  readonly optional: boolean;
}

/** Choices that hold for the whole catalogue; a later pack's `settings` win over an earlier one's. */
export interface Settings {
  /** Below this share of facts inside their limit, a met mean is told to hide a tail. */
  readonly tail_share: Rational;
  /** Under this number of facts a figure is told to rest on few. */
  readonly small_sample: number;
  /** Signals told in a day; the rest one click away. */
  readonly signals_per_day: number;
  /** Time zone of a unit that declares none. */
  readonly default_zone: string;
  /** Calendar of a unit that declares none, or null when no pack names one. */
  readonly default_calendar: string | null;
  /** Capacity mode for all schedules, or null: each schedule its own. */
  readonly capacity_mode: 'thesis' | 'calendar' | null;
}

/** What holds where no pack says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  tail_share: rational(9n, 10n),
  small_sample: 30,
  signals_per_day: 5,
  default_zone: 'America/Guayaquil',
  default_calendar: null,
  capacity_mode: null,
};

/** Dates on which nobody works, with their names; calendars name the lists they keep. */
export interface HolidayList {
  readonly id: string;
  readonly pack: string;
  readonly name: LocalText | null;
  /** Where its dates come from: the decree, and what is still to be confirmed. */
  readonly source: LocalText;
  readonly dates: ReadonlyMap<string, LocalText>;
}

/** Where a field stands in its file; lines and columns count from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
export type FilePlaces = ReadonlyMap<string, FilePlace>;

/** One way of sorting indicators, as a book of management gives it: classes, types, and what each measures. */
export interface Taxonomy {
  readonly id: string;
  readonly pack: string;
  readonly name: LocalText;
  readonly about: LocalText;
  readonly classes: readonly TaxonomyEntry[];
  readonly types: readonly TaxonomyEntry[];
}
export interface TaxonomyEntry {
  readonly id: string;
  readonly name: LocalText;
  readonly measures: LocalText;
}

/** An area of an institution, what it may want to reach, and indicators to begin with. */
export interface Area {
  readonly id: string;
  readonly pack: string;
  readonly name: LocalText;
  readonly about: LocalText;
  readonly objectives: readonly LocalText[];
  readonly examples: readonly {
    readonly indicator: string;
    /** Class and type of the indicator in each taxonomy, by its id. */
    readonly places: ReadonlyMap<string, { readonly class: string; readonly type: string }>;
  }[];
}

/** The questions by which an institution reviews how its improvement loop works, in the order of its stages. */
export interface Review {
  readonly id: string;
  readonly pack: string;
  readonly name: LocalText;
  readonly about: LocalText;
  readonly questions: readonly ReviewQuestion[];
}
export interface ReviewQuestion {
  /** `<stage>.<name>`: answers are kept by it. */
  readonly id: string;
  readonly stage: Stage;
  readonly text: LocalText;
}

/** Everything the packs declare, without the things that have an error. */
export interface Catalogue {
  /** In the order they were read: a pack after those it requires, a later root after an earlier one. */
  readonly packs: readonly Pack[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly processes: ReadonlyMap<string, Process>;
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** Dated rules of countries and regulators; which of them holds for a case is `findDeadlineRule`'s. */
  readonly deadlines: ReadonlyMap<string, DeadlineRule>;
  readonly holidays: ReadonlyMap<string, HolidayList>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly standard_minutes: readonly StandardMinutes[];
  readonly populations: ReadonlyMap<string, Population>;
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly reviews: ReadonlyMap<string, Review>;
  readonly settings: Settings;
  /**
   * Place of each field of each data set, population and sheet by `<folder>/<id>` and field path
   * (`datasets/requests` -> `rules[0].check`), for problems found by those who read the texts.
   */
  readonly places: ReadonlyMap<string, FilePlaces>;
  /** SHA-256, as hex, over the paths and bytes of every file read: same digest, same content. */
  readonly digest: string;
}
