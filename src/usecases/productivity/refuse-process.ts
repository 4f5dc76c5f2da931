import { Refusal, type Scope } from '../../kernel/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import type { Institution } from '../institution.ts';

/** Refuses an owner whose processes do not hold the indicator's. */
export function refuseProcess({ content }: Institution, indicator: CheckedIndicator, scope: Scope): void {
  if (scope.processes === null) return;
  const { sheets, processes } = content.catalogue;
  let process: string | null = sheets.get(indicator.id)?.process ?? null;
  while (process !== null) {
    if (scope.processes.includes(process)) return;
    process = processes.get(process)?.parent ?? null;
  }
  throw new Refusal('out-of-scope', { indicator: indicator.id });
}
