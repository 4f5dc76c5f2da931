import { type AlertRule, type AlertTells, type DigestLine, Refusal } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce, type RowImage, updateRows } from './row-image.ts';

/** A rule of alerts as it is written. */
export interface AlertRuleDraft {
  readonly name: string;
  readonly rule: AlertRule;
  readonly tells: AlertTells;
}

export interface AlertRuleRecord extends AlertRuleDraft {
  readonly id: number;
  readonly made_by: string | null;
  readonly at: string;
}

/** What somebody is told on a day, and what became of its mail. */
export interface DigestRecord {
  readonly id: number;
  /** Local date. */
  readonly date: string;
  readonly person: string;
  /** Ranked. */
  readonly lines: readonly DigestLine[];
  readonly at: string;
  readonly seen_at: string | null;
  /** When a mail server took it; null while it was not sent. */
  readonly sent_at: string | null;
  readonly tries: number;
  readonly tried_at: string | null;
  /** Why the last try failed: a code; null where none did. */
  readonly last_error: string | null;
}

/** A digest that no mail server took yet. */
export type UnsentDigest = Pick<DigestRecord, 'id' | 'person' | 'tries' | 'tried_at' | 'last_error'>;

/** A digest to write. */
export interface DigestDraft {
  readonly person: string;
  readonly lines: readonly DigestLine[];
}

/** How the mail goes since a local date. */
export interface MailCounts {
  readonly sent: number;
  readonly last_sent_at: string | null;
  /** Tried without success and not sent. */
  readonly failing: number;
  readonly last_error: string | null;
  readonly last_tried_at: string | null;
}

/** Rules of who is told what, and what was told. */
export interface AlertBook {
  /** Those in force, oldest first. */
  readonly rules: () => readonly AlertRuleRecord[];
  /** Gives its id. */
  readonly make: (draft: AlertRuleDraft) => number;
  /** Ends one and writes another in its place, in one link; gives its id. Refuses `alert-rule-not-found`. */
  readonly change: (id: number, draft: AlertRuleDraft) => number;
  /** Refuses `alert-rule-not-found`. */
  readonly end: (id: number) => void;
  /** What somebody was told already, by token. */
  readonly told: (person: string) => ReadonlySet<string>;
  /** Writes the digests of a day in one link; whoever has one of that day gets no second. Gives how many it wrote. */
  readonly tell: (date: string, drafts: readonly DigestDraft[]) => number;
  /** Latest first. */
  readonly digestsOf: (person: string, limit: number) => readonly DigestRecord[];
  readonly hasDigest: (person: string, date: string) => boolean;
  /** Notes that somebody saw their digests. Outside the chain: to look is no deed. */
  readonly see: (person: string) => void;
  /** Digests from a date on that no mail server took, tried fewer times than `most`; oldest first. */
  readonly unsent: (from: string, most: number) => readonly UnsentDigest[];
  readonly findDigest: (id: number) => DigestRecord | undefined;
  /** Before a mail is handed over: what is interrupted then may have been taken. */
  readonly noteTry: (id: number) => void;
  readonly noteSent: (id: number) => void;
  /** `error` is a code. */
  readonly noteFailed: (id: number, error: string) => void;
  readonly countMail: (from: string) => MailCounts;
}

type Row = Readonly<Record<string, unknown>>;

const toRule = (row: Row): AlertRuleRecord => ({
  id: row['id'] as number,
  name: row['name'] as string,
  rule: JSON.parse(row['rule'] as string),
  tells: JSON.parse(row['tells'] as string),
  made_by: row['made_by'] as string | null,
  at: row['at'] as string,
});

const toDigest = (row: Row): DigestRecord => ({
  id: row['id'] as number,
  date: row['date'] as string,
  person: row['person_id'] as string,
  lines: JSON.parse(row['lines'] as string),
  at: row['at'] as string,
  seen_at: row['seen_at'] as string | null,
  sent_at: row['sent_at'] as string | null,
  tries: row['tries'] as number,
  tried_at: row['tried_at'] as string | null,
  last_error: row['last_error'] as string | null,
});

export function toAlertBook(store: LedgerDatabase): AlertBook {
  const { db, actor } = store;
  const all = <T>(to: (row: Row) => T, sql: string, ...values: (string | number)[]): readonly T[] =>
    store.read(() =>
      prepareOnce(db, sql)
        .all(...values)
        .map(to),
    );
  const insertRule = (draft: AlertRuleDraft, at: string): RowImage =>
    insertRow(db, 'alert_rules', {
      id: nextId(db, 'alert_rules'),
      name: draft.name,
      rule: toCanonicalJson(draft.rule),
      tells: toCanonicalJson(draft.tells),
      made_by: actor,
      at,
    });
  const endRule = (id: number, at: string): { readonly images: RowImage[]; readonly name: string } => {
    const images = updateRows(db, 'alert_rules', { id, ended_at: null }, { ended_at: at, ended_by: actor });
    const [first] = images;
    if (first === undefined) throw new Refusal('alert-rule-not-found');
    return { images, name: first.row['name'] as string };
  };
  /** What becomes of a mail is no deed: outside the chain. */
  const note = (set: string, values: Readonly<Record<string, string | number>>): void =>
    store.note((at) => {
      prepareOnce(db, `UPDATE digests SET ${set} WHERE id = :id`).run({ at, ...values });
    });
  const hasDigest = (person: string, date: string): boolean =>
    prepareOnce(db, 'SELECT 1 FROM digests WHERE person_id = ? AND date = ?').get(person, date) !== undefined;

  return {
    rules: () => all(toRule, 'SELECT * FROM alert_rules WHERE ended_at IS NULL ORDER BY id'),
    make: (draft) =>
      store.write('alert-rule-made', (at) => {
        const image = insertRule(draft, at);
        return {
          payload: { writes: [image], note: { name: draft.name } },
          result: image.row['id'] as number,
        };
      }),
    change: (id, draft) =>
      store.write('alert-rule-changed', (at) => {
        const { images } = endRule(id, at);
        const image = insertRule(draft, at);
        return {
          payload: { writes: [...images, image], note: { name: draft.name } },
          result: image.row['id'] as number,
        };
      }),
    end: (id) =>
      store.write('alert-rule-ended', (at) => {
        const { images, name } = endRule(id, at);
        return { payload: { writes: images, note: { name } }, result: undefined };
      }),
    told: (person) =>
      new Set(all(({ token }) => token as string, 'SELECT token FROM told WHERE person_id = ?', person)),
    tell: (date, drafts) => {
      const wanted = store.read(() => drafts.filter(({ person }) => !hasDigest(person, date)));
      if (wanted.length === 0) return 0;
      return store.write('digests-written', (at) => {
        const remember = prepareOnce(db, 'INSERT OR IGNORE INTO told VALUES (?, ?, ?)');
        const writes = wanted.map(({ person, lines }) => {
          const id = nextId(db, 'digests');
          const row = { id, date, person_id: person, lines: toCanonicalJson(lines), at, tries: 0 };
          const image = insertRow(db, 'digests', row);
          for (const { tokens } of lines) for (const token of tokens) remember.run(person, token, id);
          return image;
        });
        return { payload: { writes, note: { people: wanted.length, date } }, result: wanted.length };
      });
    },
    digestsOf: (person, limit) =>
      all(toDigest, 'SELECT * FROM digests WHERE person_id = ? ORDER BY date DESC LIMIT ?', person, limit),
    hasDigest: (person, date) => store.read(() => hasDigest(person, date)),
    see: (person) =>
      store.note((at) => {
        prepareOnce(db, 'UPDATE digests SET seen_at = ? WHERE person_id = ? AND seen_at IS NULL').run(
          at,
          person,
        );
      }),
    unsent: (from, most) =>
      all(
        (row) => row as unknown as UnsentDigest,
        `SELECT id, person_id AS person, tries, tried_at, last_error FROM digests
         WHERE sent_at IS NULL AND date >= ? AND tries < ? ORDER BY id`,
        from,
        most,
      ),
    findDigest: (id) => all(toDigest, 'SELECT * FROM digests WHERE id = ?', id)[0],
    noteTry: (id) => note('tried_at = :at, tries = tries + 1, last_error = NULL', { id }),
    noteSent: (id) => note('sent_at = :at', { id }),
    noteFailed: (id, error) => note('tried_at = :at, last_error = :error', { id, error }),
    countMail: (from) =>
      store.read(() => {
        const row = prepareOnce(
          db,
          `SELECT count(sent_at) AS sent, max(sent_at) AS last_sent_at,
             count(*) FILTER (WHERE sent_at IS NULL AND last_error IS NOT NULL) AS failing,
             max(tried_at) FILTER (WHERE sent_at IS NULL) AS last_tried_at
           FROM digests WHERE date >= ?`,
        ).get(from);
        const last = prepareOnce(
          db,
          `SELECT last_error FROM digests WHERE date >= ? AND sent_at IS NULL AND last_error IS NOT NULL
           ORDER BY tried_at DESC LIMIT 1`,
        ).get(from);
        return {
          sent: row?.['sent'] as number,
          last_sent_at: row?.['last_sent_at'] as string | null,
          failing: row?.['failing'] as number,
          last_error: (last?.['last_error'] ?? null) as string | null,
          last_tried_at: row?.['last_tried_at'] as string | null,
        };
      }),
  };
}
