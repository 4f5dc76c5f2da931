/** What a finding may be about. */
export const SUBJECT_KINDS = ['indicator', 'import', 'dataset', 'process', 'unit', 'institution'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Key of its name among the texts. */
export function toKindKey(kind: string): `${SubjectKind}_k` {
  const known = SUBJECT_KINDS.find((name) => name === kind) ?? 'institution';
  return `${known}_k`;
}
