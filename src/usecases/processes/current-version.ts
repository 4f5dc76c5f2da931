import type { Characterisation, Process } from '../../kernel/index.ts';

/** What a process is on a local date: the last version that had begun; before all of them the first; null without any. */
export function currentVersion(
  { characterisations }: Pick<Process, 'characterisations'>,
  today: string,
): Characterisation | null {
  return characterisations.findLast(({ from }) => from <= today) ?? characterisations[0] ?? null;
}
