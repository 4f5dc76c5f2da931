import type { FieldValue } from '../../../kernel/index.ts';
import { makeKey } from '../../ui/make-key.ts';

/** What has been written of a case that is not open yet. */
export interface Draft {
  /** The same for every attempt to open it. */
  readonly key: string;
  readonly client: string;
  readonly channel: string;
  readonly unit: string;
  readonly core_number: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly papers: readonly string[];
  /** Steps confirmed, each with its moment. */
  readonly steps: readonly { readonly id: string; readonly at: string }[];
  readonly linked_to: string | null;
}

export function toNewDraft(given: Partial<Draft>): Draft {
  return {
    client: '',
    channel: '',
    unit: '',
    core_number: '',
    fields: {},
    papers: [],
    steps: [],
    linked_to: null,
    ...given,
    key: makeKey(),
  };
}

/**
 * Drafts by person and procedure, in memory alone: what a client says is left on no disk. They outlive
 * their screen, so that one comes back from a data update, or from signing in again, to what was written.
 */
const kept = new Map<string, Draft>();

export function findDraft(owner: string): Draft | undefined {
  return kept.get(owner);
}

export function keepDraft(owner: string, draft: Draft): void {
  kept.set(owner, draft);
}

export function dropDraft(owner: string): void {
  kept.delete(owner);
}

/** Whether anything was written, beside what the page filled in by itself. */
export function isTouched({ client, core_number, fields, papers, steps }: Draft): boolean {
  return (
    client !== '' ||
    core_number !== '' ||
    papers.length > 0 ||
    steps.length > 0 ||
    Object.values(fields).some((value) => value !== null)
  );
}
