import type { ScheduleId } from './code.ts';

export interface Unit {
  readonly name: string;
  readonly zone: string;
  readonly time_zone: string;
  readonly calendar: string;
}

/** A person works at a unit with a schedule, both days included; where two hold, the later `from` does. */
export interface Assignment {
  readonly person: number;
  readonly unit: number;
  readonly schedule: ScheduleId;
  readonly from: number;
  readonly to: number | null;
}

export interface Absence {
  readonly person: number;
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

export interface Client {
  readonly sex: 'F' | 'M';
  readonly birth_year: number;
  readonly zone: string;
  /** Place in `SEGMENTS`. */
  readonly segment: number;
}

/** Who and where: everything that is not an event. Units, people and clients are named by their place. */
export interface World {
  readonly units: readonly Unit[];
  readonly people: readonly string[];
  readonly assignments: readonly Assignment[];
  readonly absences: readonly Absence[];
  readonly clients: readonly Client[];
}

/** Codes are places in the lists of `code.ts`; moments are seconds on the unit's clock; -1 is empty. */
export interface RequestRow {
  number: number;
  process: number;
  unit: number;
  person: number;
  client: number;
  channel: number;
  opened_s: number;
  closed_s: number;
  status: number;
  outcome: number;
  /** Minutes of attention, in tenths. */
  handling_tenths: number;
}

export interface DeliveryRow {
  number: number;
  issued_s: number;
  unit: number;
  /** Place of the reason, or -1 when it was delivered. */
  reason: number;
  /** 0 is written empty, which stands for one. */
  quantity: number;
}

export interface CardRow {
  number: number;
  issued_s: number;
  unit: number;
  quantity: number;
}

export interface ComplaintRow {
  number: number;
  received_s: number;
  family: number;
  /** -1 for a complaint of another family than cards. */
  service: number;
  reason: number;
  unit: number;
  channel: number;
  client: number;
  closed_s: number;
  quantity: number;
}

/** A file that was written: which data set it belongs to, where it is, and its rows without the header. */
export interface WrittenFile {
  readonly dataset: string;
  readonly path: string;
  readonly rows: number;
}
