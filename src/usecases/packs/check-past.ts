import { type FormStandard, type Sheet, type SheetForm } from '../../kernel/index.ts';

/** What of a change would say something else of months that are past. */
export type PastChange = 'formula' | 'population' | 'except' | 'date' | 'standards';

function said(value: unknown): string {
  return JSON.stringify(value);
}

function comesFrom(standard: FormStandard, list: readonly FormStandard[]): boolean {
  return list.some((other) => said(other) === said(standard));
}

/**
 * What a change would alter of the past: a standard holds from its date on, and the months before
 * keep the one they had; what is counted, and how, holds for every month.
 *
 * @param today local date; standards from then on are not past yet
 */
export function findPastChanges(before: SheetForm, after: SheetForm, today: string): readonly PastChange[] {
  const found: PastChange[] = [];
  const differs = (part: (form: SheetForm) => unknown): boolean => said(part(before)) !== said(part(after));
  if (differs(({ calculation }) => calculation)) found.push('formula');
  if (differs(({ dataset, scope, where }) => [dataset, scope, where])) found.push('population');
  if (differs(({ except }) => except.map(({ code, where }) => [code, where]))) found.push('except');
  if (differs(({ date }) => date)) found.push('date');
  const gone = before.standards.filter((each) => !comesFrom(each, after.standards));
  const come = after.standards.filter((each) => !comesFrom(each, before.standards));
  if ([...gone, ...come].some(({ from }) => from < today)) found.push('standards');
  return found;
}

/** The same of a file edited as text, by the sheets it was and is. */
export function findPastChangesOfText(before: Sheet, after: Sheet, today: string): readonly PastChange[] {
  const found: PastChange[] = [];
  const plain = (value: unknown): string =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
  const differs = (part: (sheet: Sheet) => unknown): boolean => plain(part(before)) !== plain(part(after));
  if (differs(({ measure, formula }) => [measure, formula])) found.push('formula');
  if (differs(({ population: { dataset, scope, where } }) => [dataset, scope, where]))
    found.push('population');
  if (differs(({ except }) => except.map(({ code, where }) => [code, where]))) found.push('except');
  if (differs(({ date }) => date)) found.push('date');
  const isIn = (each: Sheet['standards'][number], list: Sheet['standards']): boolean =>
    list.some((other) => plain(other) === plain(each));
  const moved = [
    ...before.standards.filter((each) => !isIn(each, after.standards)),
    ...after.standards.filter((each) => !isIn(each, before.standards)),
  ];
  if (moved.some(({ from }) => from < today)) found.push('standards');
  return found;
}

/** Whether a change gives, takes away or moves a standard that holds from today on. */
export function hasComingStandards(before: Sheet, after: Sheet, today: string): boolean {
  const plain = (value: unknown): string =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
  const only = (from: Sheet['standards'], list: Sheet['standards']) =>
    from.filter((each) => !list.some((other) => plain(other) === plain(each)));
  const moved = [...only(before.standards, after.standards), ...only(after.standards, before.standards)];
  return moved.some(({ from }) => from >= today);
}
