import { countByProcess } from './count-by-process.ts';
import type { Institution } from './institution.ts';

/** Complaints of a period: those that name each process itself, which add up, and all of them. */
export interface ComplaintCounts {
  readonly total: number;
  readonly by_process: ReadonlyMap<string, number>;
}

/**
 * Complaints received in `[from, to)`, of these units or all, by the process they are about. Null when
 * the institution has no complaint of the period at all: it may have none, or not have brought the file.
 */
export async function countComplaints(
  institution: Institution,
  given: { readonly from: string; readonly to: string; readonly units: readonly string[] | null },
): Promise<ComplaintCounts | null> {
  const found = await countByProcess(institution, 'complaints', given);
  if (found.length === 0) return null;
  const own = new Map<string, number>();
  for (const { process, n } of found) own.set(process, (own.get(process) ?? 0) + n);
  return { total: [...own.values()].reduce((sum, n) => sum + n, 0), by_process: own };
}
