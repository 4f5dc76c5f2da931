import { divide, rational, type Scope, toNumber } from '../../kernel/index.ts';
import type { AttendanceRecord, WorkshopRecord } from '../../ledger/index.ts';

/** What came of a workshop, of the people a scope reaches. */
export interface WorkshopCounts {
  readonly expected: number;
  readonly attended: number;
  /** Attended of expected; null where nobody is on the list. */
  readonly share: number | null;
  /** Those with points. */
  readonly tested: number;
  /** Mean of the points; null where nobody has any. */
  readonly mean_points: number | null;
  /** Questions of the test. */
  readonly of_points: number;
}

/** The people of a workshop that a scope reaches: of its units, and one's own alone for who sees only theirs. */
export function listReachedPeople(
  { people }: Pick<WorkshopRecord, 'people'>,
  scope: Scope,
  who: string | null,
): readonly AttendanceRecord[] {
  if (scope.staff_name !== null) return people.filter(({ person_id }) => person_id === who && who !== null);
  const { units } = scope;
  return people.filter(({ unit }) => units === null || (unit !== null && units.includes(unit)));
}

const toShare = (part: number, whole: number): number | null => {
  const found = divide(rational(BigInt(part)), rational(BigInt(whole)));
  return found && toNumber(found);
};

/** Attendance and points of some people of a workshop. */
export function countWorkshop(
  people: readonly AttendanceRecord[],
  { test }: Pick<WorkshopRecord, 'test'>,
): WorkshopCounts {
  const attended = people.filter((each) => each.attended).length;
  const points = people.flatMap((each) => (each.attended && each.points !== null ? [each.points] : []));
  return {
    expected: people.length,
    attended,
    share: toShare(attended, people.length),
    tested: points.length,
    mean_points: toShare(
      points.reduce((sum, each) => sum + each, 0),
      points.length,
    ),
    of_points: test.length,
  };
}
