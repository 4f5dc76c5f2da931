import type { LocalText } from './text.ts';

/**
 * What a column of a data set holds.
 *
 * - `text`: kept as written (trimmed). `reference`: a name of a unit, person, client...: any
 *   value is accepted, and one seen for the first time is listed as new.
 * - `code`: one value of a closed code list, or a process id, or a schedule id; unknown values
 *   are quarantined with the nearest name.
 * - `instant`: a moment. `date`: a calendar day. `duration`: a quantity of time, written in
 *   `measured_in`. `integer`, `decimal`, `boolean`: what they say.
 */
export type ColumnType =
  | 'text'
  | 'reference'
  | 'code'
  | 'instant'
  | 'date'
  | 'duration'
  | 'integer'
  | 'decimal'
  | 'boolean';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly label: LocalText;
  readonly required: boolean;
  /** Other header texts that mean this column, compared as slugs. */
  readonly aliases: readonly string[];
  /** For `instant`: headers of a date-only and of a time-only column that make it together. */
  readonly date_aliases: readonly string[];
  readonly time_aliases: readonly string[];
  /** For `reference`: the directory it names (`unit`, `person`, `client`, `channel`, `reason`...). */
  readonly of: string | null;
  /** For `code`: the code list, or `process` or `schedule`. */
  readonly codes: string | null;
  /** For `duration`: the unit numbers are written in (`min`, `h`). For `decimal`: `money` or `number`. */
  readonly measured_in: string | null;
}

/** A check between columns of one row, by the data set's own rule. */
export interface RowRule {
  readonly code: string;
  /** A predicate of the indicator language that good rows satisfy (or whose columns are empty). */
  readonly check: string;
  /** `quarantine`: the row waits to be corrected. `flag`: the row is kept, counted and shown. */
  readonly otherwise: 'quarantine' | 'flag';
  readonly text: LocalText;
}

/** A column brought from another data set: `schedule` of the person on the day, `segment` of the client. */
export interface Lookup {
  readonly name: string;
  readonly label: LocalText;
  /** Data set the value comes from: `assignments`, `clients`, `units`, or `standard-minutes`. */
  readonly from: string;
  /** Column of this data set that is looked up. */
  readonly by: string;
  /** Column of the other data set that is taken. */
  readonly take: string;
  /** Instant of this data set at which the dated value holds, or null when it is not dated. */
  readonly at: string | null;
}

/** A declared table of facts: what its columns are and how a row finds its place and its period. */
export interface Dataset {
  readonly id: string;
  readonly pack: string;
  readonly name: LocalText;
  readonly columns: readonly Column[];
  /** Columns that identify a row: a second row with the same key is a newer version of the first. */
  readonly key: readonly string[];
  /** The instant or date that puts a fact in a period, unless an indicator says otherwise. */
  readonly date: string | null;
  /** For data sets of things that open and close: the instant each does. */
  readonly opens: string | null;
  readonly closes: string | null;
  /** Column with the number of facts a pre-aggregated row stands for (empty = 1), or null. */
  readonly weight: string | null;
  readonly rules: readonly RowRule[];
  readonly lookups: readonly Lookup[];
  /** Set for tables the engine derives instead of importing: `capacity`. */
  readonly derived: boolean;
}

/** One allowed value of a code list. */
export interface Code {
  readonly id: string;
  readonly label: LocalText;
  /** Other spellings that mean it, compared as slugs. */
  readonly aliases: readonly string[];
}

export interface CodeList {
  readonly id: string;
  readonly pack: string;
  readonly codes: readonly Code[];
}
