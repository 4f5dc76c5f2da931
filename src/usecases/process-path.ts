import type { Content } from './institution.ts';

/** A process and those it belongs to, nearest first: whoever answers for one of them decides about it. */
export function toProcessPath({ catalogue }: Content, process: string): readonly string[] {
  const path: string[] = [];
  let at: string | null = process;
  while (at !== null && !path.includes(at)) {
    path.push(at);
    at = catalogue.processes.get(at)?.parent ?? null;
  }
  return path;
}
