import type { EventTable } from '../../kernel/index.ts';
import { Refusal } from '../../kernel/index.ts';
import { toXmlText } from '../intake/scan-xml.ts';
import { toEventColumns } from './event-columns.ts';
import type { EventFlaw, ReadLog } from './read-log.ts';
import { toFlaws } from './to-flaws.ts';
import { lastMoment, readMoment } from './read-moment.ts';
import { type FoundAttributes, TAG, type Tag, toTagScanner } from './scan-tags.ts';

const AMPERSAND = 0x26;

const KEYS = ['concept:name', 'time:timestamp', 'org:resource', 'lifecycle:transition'].map((key) => ({
  key,
  bytes: Buffer.from(key),
}));

/** Which of the four attributes that are read a key is; -1 for any other. */
function findKey(bytes: Uint8Array, from: number, to: number): number {
  for (let index = 0; index < KEYS.length; index++) {
    const known = KEYS[index]!.bytes;
    if (known.length !== to - from) continue;
    let same = true;
    for (let at = 0; at < known.length && same; at++) same = known[at] === bytes[from + at];
    if (same) return index;
  }
  return -1;
}

/** UTF-8 where it is; a text that is not, as Windows writes it, and the flaw is told. */
function toDecoder(flaw: (kind: EventFlaw['kind']) => void): (bytes: Uint8Array) => string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const windows = new TextDecoder('windows-1252');
  return (bytes) => {
    let text: string;
    try {
      text = utf8.decode(bytes);
    } catch {
      flaw('not-utf8');
      text = windows.decode(bytes);
    }
    return (bytes.includes(AMPERSAND) ? readEntities(text) : text).normalize('NFC').trim();
  };
}

/** Entities as letters; a text with one that XML does not know stays as it is written. */
function readEntities(text: string): string {
  try {
    return toXmlText(text);
  } catch {
    return text;
  }
}

/** Cases of the traces: those of one name are one case; one without a name stays alone. */
function joinTraces(names: readonly (string | null)[]): {
  cases: string[];
  caseOf: Int32Array;
  joined: number;
} {
  const cases: string[] = [];
  const known = new Map<string, number>();
  const caseOf = new Int32Array(names.length);
  for (const [trace, name] of names.entries()) {
    const found = name === null ? undefined : known.get(name);
    if (found === undefined) {
      if (name !== null) known.set(name, cases.length);
      caseOf[trace] = cases.length;
      cases.push(name ?? `#${trace + 1}`);
    } else caseOf[trace] = found;
  }
  return { cases, caseOf, joined: names.length - cases.length };
}

/** The events of an XES file in UTF-8, with what was found wrong in them; the bytes come piece by piece. */
export async function readXes(pieces: AsyncIterable<Uint8Array>): Promise<ReadLog> {
  const flaws = toFlaws();
  const flaw = flaws.note;
  const columns = toEventColumns(toDecoder((kind) => flaw(kind)));
  const decode = toDecoder((kind) => flaw(kind));
  const traces: (string | null)[] = [];
  let inTrace = false;
  let inEvent = false;
  /** Elements open within the trace or event below their own attributes: a nested attribute is not theirs. */
  let nested = 0;
  let activity = -1;
  let time = Number.NaN;
  let timed = false;
  let resource = -1;
  let lifecycle = -1;

  const noteEvent = (key: number, bytes: Uint8Array, from: number, to: number, place: number): void => {
    if (key === 1) {
      time = readMoment(bytes, from, to);
      timed = true;
      if (!Number.isNaN(time) && !lastMoment.zoned) flaw('no-zone', place);
      return;
    }
    if (from === to) return;
    if (key === 0) activity = columns.activities.put(bytes, from, to);
    else if (key === 2) resource = columns.resources.put(bytes, from, to);
    else lifecycle = columns.lifecycles.put(bytes, from, to);
  };
  const noteAttribute = (bytes: Uint8Array, found: FoundAttributes, place: number): void => {
    if (found.key_from < 0 || found.value_from < 0) return;
    const key = findKey(bytes, found.key_from, found.key_to);
    if (key < 0) return;
    if (inEvent) noteEvent(key, bytes, found.value_from, found.value_to, place);
    else if (inTrace && key === 0)
      traces[traces.length - 1] = decode(bytes.slice(found.value_from, found.value_to));
  };
  const beginEvent = (): void => {
    inEvent = true;
    nested = 0;
    activity = -1;
    time = Number.NaN;
    timed = false;
    resource = -1;
    lifecycle = -1;
  };
  const endEvent = (place: number): void => {
    inEvent = false;
    nested = 0;
    if (!inTrace) flaw('no-case', place);
    else if (activity < 0) flaw('no-activity', place);
    else if (Number.isNaN(time)) flaw(timed ? 'bad-time' : 'no-time', place);
    else columns.add(traces.length - 1, activity, time, resource, lifecycle);
  };
  const scanner = toTagScanner({
    open: (bytes, tag: Tag, found, place) => {
      if (tag === TAG.trace && !inTrace) {
        inTrace = true;
        nested = 0;
        traces.push(null);
      } else if (tag === TAG.event && !inEvent) beginEvent();
      else if (inTrace || inEvent) {
        if (nested === 0 && tag === TAG.attribute) noteAttribute(bytes, found, place);
        nested += 1;
      }
    },
    close: (tag, place) => {
      if (tag === TAG.event && inEvent && nested === 0) endEvent(place);
      else if (tag === TAG.trace && inTrace && !inEvent && nested === 0) inTrace = false;
      else if ((inTrace || inEvent) && nested > 0) nested -= 1;
    },
  });
  for await (const piece of pieces) scanner.push(piece);
  scanner.end();
  if (columns.size() === 0) throw new Refusal('log-no-events', {});
  const { cases, caseOf, joined } = joinTraces(traces);
  for (let index = 0; index < joined; index++) flaw('joined');
  return { table: dropEmptyCases(columns.toTable(cases, caseOf)), flaws: flaws.list() };
}

/** A trace without events is no case: there is nothing to follow in it. */
function dropEmptyCases(table: EventTable): EventTable {
  const used = new Int32Array(table.cases.length).fill(-1);
  for (const of of table.case_of) used[of] = 0;
  if (!used.includes(-1)) return table;
  const cases = table.cases.filter((_, of) => used[of] === 0);
  let next = 0;
  for (let of = 0; of < used.length; of++) if (used[of] === 0) used[of] = next++;
  return { ...table, cases, case_of: table.case_of.map((of) => used[of]!) };
}
