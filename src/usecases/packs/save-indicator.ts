import { join } from 'node:path';
import { type Language, Refusal, type Sheet, toProblem, toSlug } from '../../kernel/index.ts';
import { readDraft, toSheetForm } from '../../library/index.ts';
import type { Institution } from '../institution.ts';
import { type KeptSheet, sheetKey } from '../kept-sheet.ts';
import { findMissing, type FormProblem } from './check-form.ts';
import { findPastChanges, findPastChangesOfText, hasComingStandards, type PastChange } from './check-past.ts';
import {
  type Draft,
  type DraftBasis,
  draftIndicator,
  type DraftInput,
  printForm,
  toFormProblem,
} from './draft-indicator.ts';
import { type DraftOf, findBasis, getSheetFile } from './find-basis.ts';
import {
  checkId,
  ensureOwnPack,
  findOwnSheet,
  findText,
  isRetired,
  ownFolder,
  type PackText,
  writeWhole,
} from './own-pack.ts';
import {
  type ChangeKind,
  findOpenChange,
  hasOtherDecider,
  type ProposedChange,
  proposeSheetChange,
  toChangeKind,
} from './propose-sheet-change.ts';
import { type SaidProblem, sayMissing, sayProblems } from './say-form.ts';
import { tryFiles } from './try-files.ts';

export interface SaveInput {
  readonly draft: DraftInput;
  /** Null for a new one; a copy is a new one that begins from another's file. */
  readonly of: DraftOf | null;
  /** Digest of the file that the person began from, so that nobody's change is written over. */
  readonly base: string | null;
  /** Why past months are to be told anew; empty where nothing of them changes. */
  readonly reason: string;
  /** Local date. */
  readonly today: string;
  readonly language: Language;
}

/** The indicator was written, or its change waits for another to decide, or what keeps it back is told at each field. */
export interface SaveResult {
  readonly saved: { readonly id: string; readonly version: number } | null;
  /** Of a change that speaks of the past: its proposal. */
  readonly proposed: ProposedChange | null;
  readonly problems: readonly SaidProblem[];
  readonly missing: readonly SaidProblem[];
}

const NOTHING: SaveResult = { saved: null, proposed: null, problems: [], missing: [] };

/** The id of a new indicator, from its name; refuses a name of which none can be made. */
export function toId(name: string): string {
  const slug = toSlug(name).slice(0, 60).replace(/-$/, '');
  return checkId(slug === '' ? '?' : slug);
}

/** Where a draft goes, and what stands there. */
interface Target {
  readonly id: string;
  readonly path: string;
  readonly present: PackText | null;
  readonly basis: DraftBasis;
}

/** The id of a draft: that of the file it changes, or of its own name. */
async function findTarget(institution: Institution, input: SaveInput): Promise<Target> {
  const { folder, content } = institution;
  const { draft, of } = input;
  const basis = await findBasis(institution, of);
  const isNew = of === null || of.copy;
  if (!isNew) {
    const { file, own } = await getSheetFile(institution, of.id);
    if (file.digest !== input.base) throw new Refusal('indicator-changed-meanwhile', { indicator: of.id });
    const path = own ? file.path : join(ownFolder(folder), 'indicators', `${of.id}.yaml`);
    return { id: of.id, path, present: own ? file : null, basis };
  }
  const id =
    'form' in draft
      ? toId(draft.form.name.es || draft.form.name.en)
      : checkId(readDraft(draft.text, '', 'propio', content.catalogue).sheet?.id ?? 'borrador');
  const other = content.catalogue.sheets.get(id);
  const present = await findOwnSheet(institution, id);
  if (other || present) {
    const name = other?.name ?? { es: id, en: id };
    throw new Refusal('indicator-exists', { indicator: id, es: name.es, en: name.en });
  }
  // A new one under the name of one taken out of use would rewrite what that one said.
  if (await isRetired(folder, id)) throw new Refusal('indicator-retired', { indicator: id });
  return { id, path: join(ownFolder(folder), 'indicators', `${id}.yaml`), present, basis };
}

/** A change that another person decides: of months that are past, or of what holds from today on. */
interface WaitingDraft {
  /** Null for an indicator that is new. */
  readonly before: Sheet | null;
  readonly after: Sheet;
  readonly changes: readonly PastChange[];
  /** Whether months that are past would say something else. */
  readonly past: boolean;
}

function findWaiting(
  institution: Institution,
  input: SaveInput,
  { basis }: Target,
  draft: Draft,
): WaitingDraft | null {
  const after = draft.sheet;
  if (after === null) return null;
  const mayDecide = (kind: ChangeKind) => hasOtherDecider(institution, kind, after, input.today);
  if (input.of === null || input.of.copy || basis.text === null) {
    const isWaited = mayDecide('change-indicator');
    return isWaited ? { before: null, after, changes: ['formula'], past: false } : null;
  }
  const { catalogue } = institution.content;
  const before = readDraft(basis.text, '', 'propio', catalogue).sheet;
  // A sheet that could not be read was measured by nobody.
  if (before === null) return null;
  const was = toSheetForm(before, catalogue.datasets).form;
  const is = 'form' in input.draft ? input.draft.form : null;
  const changes =
    was && is ? findPastChanges(was, is, input.today) : findPastChangesOfText(before, after, input.today);
  // A standard to come is management's to decide too, where there is any: alone, or beside what is past.
  const isComing = hasComingStandards(before, after, input.today) && mayDecide('change-standard');
  const all = isComing && !changes.includes('standards') ? [...changes, 'standards' as const] : changes;
  return all.length === 0 ? null : { before, after, changes: all, past: changes.length > 0 };
}

/** What keeps a change from being proposed: no reason for one of the past, or two who would have to decide. */
function tellWaiting({ ledger }: Institution, input: SaveInput, waiting: WaitingDraft | null): FormProblem[] {
  if (waiting === null) return [];
  const params = { changes: [...waiting.changes], today: input.today };
  const tell = (code: string) => [
    { field: 'reason', problem: toProblem(code, { path: 'reason' }, params), fix: null },
  ];
  if (waiting.past && input.reason.trim() === '') return tell('form-changes-past');
  return ledger.actor !== null && toChangeKind(waiting.changes) === null ? tell('form-two-deciders') : [];
}

/**
 * Writes an indicator into the institution's own pack: a new one, a copy, or the next version of
 * one there is. Everything is checked first, with the rest of the content. A standard or formula
 * that would tell past months anew needs its reason, and waits until another person approves it
 * (S-5, S-10); only where nobody has an account it is written at once. Nothing is written unless all
 * of it is right. A new indicator and a standard that holds from today on wait too where there is
 * somebody else who may approve them; with nobody, they are written at once. Refuses (`indicator-waits`) what already has a change waiting.
 *
 * The content is to be read again by whoever holds it open.
 */
export async function saveIndicator(institution: Institution, input: SaveInput): Promise<SaveResult> {
  const { folder, content, ledger } = institution;
  const { language } = input;
  await ensureOwnPack(folder);
  const form = 'form' in input.draft ? input.draft.form : null;
  const missing = form === null ? [] : findMissing(form, content.catalogue);
  if (missing.length > 0) return { ...NOTHING, missing: sayMissing(missing, language) };

  const target = await findTarget(institution, input);
  const { id, path, present, basis } = target;
  const open = findOpenChange(institution, id);
  if (open) throw new Refusal('indicator-waits', { indicator: id, proposal: open.id });
  const named: DraftInput = form === null ? input.draft : { form: { ...form, id } };
  const draft = draftIndicator(content, named, basis);
  const errors = draft.problems.filter(({ problem }) => problem.severity === 'error');
  const waiting = findWaiting(institution, input, target, draft);
  const wrong = [...errors, ...tellId(draft, id), ...tellWaiting(institution, input, waiting)];
  if (wrong.length > 0) return { ...NOTHING, problems: sayProblems(wrong, language) };

  const text = 'form' in named ? printForm(named.form, basis, content.catalogue) : withVersion(draft, basis);
  if (present !== null && isSame(text, present.text))
    return { ...NOTHING, saved: { id, version: basis.version - 1 } };
  const tried = await tryFiles(institution, new Map([[path, new TextEncoder().encode(text)]]));
  const broken = tried.broken.map((problem) => toFormProblem(problem, form));
  if (broken.length > 0) return { ...NOTHING, problems: sayProblems(broken, language) };
  if (!tried.content.indicators.has(id)) throw new Error(`${id} checked and is not there`);

  // Somebody may have written it while this was being checked.
  const now = await findText(path);
  if (present !== null && now?.digest !== present.digest)
    throw new Refusal('indicator-changed-meanwhile', { indicator: id });
  const kind = waiting && toChangeKind(waiting.changes);
  if (waiting && kind && ledger.actor !== null) {
    const change = { ...waiting, kind, text, base: input.base ?? '', version: basis.version };
    const reason = input.reason.trim();
    const proposed = await proposeSheetChange(institution, { ...change, reason }, input.today);
    return { ...NOTHING, saved: proposed.applied ? { id, version: basis.version } : null, proposed };
  }
  await writeWhole(path, text, { fresh: present === null });
  const kept: KeptSheet = { version: basis.version, reason: input.reason.trim(), by: ledger.actor, text };
  ledger.changeSetting(sheetKey(id), kept);
  return { ...NOTHING, saved: { id, version: basis.version } };
}

/** Whether a text says what is written already, whatever number its version has. */
function isSame(text: string, written: string): boolean {
  const plain = (each: string) => each.replace(/^version:.*$/m, '');
  return plain(text) === plain(written);
}

/** A file edited as text keeps the name it is known by. */
function tellId({ sheet }: Draft, id: string): FormProblem[] {
  if (sheet === null || sheet.id === id) return [];
  const problem = toProblem('text-of-other-indicator', { path: 'indicator' }, { id, found: sheet.id }, id);
  return [{ field: 'indicator', problem, fix: null }];
}

/** The text of a file whose version its author did not raise. */
function withVersion({ text, sheet }: Draft, { version }: DraftBasis): string {
  if (sheet === null || sheet.version >= version) return text;
  return text.replace(/^version:(\s*)\d+/m, (_, space: string) => `version:${space}${version}`);
}

/** Versions of a sheet that were written here, the latest first. */
export function listSheetVersions(
  { ledger }: Pick<Institution, 'ledger'>,
  id: string,
): readonly {
  readonly version: number;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string;
}[] {
  return ledger
    .listSettingChanges(sheetKey(id))
    .map(({ at, value }) => {
      const { version, by, reason } = value as KeptSheet;
      return { version, at, by, reason };
    })
    .toReversed();
}
