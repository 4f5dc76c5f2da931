import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';
import type { ProcedureGraph } from './procedure-graph.ts';

/** Steps a, b, c, d in a row; after b a decision: to c, back to a, or to the end. */
const GRAPH: ProcedureGraph = {
  ids: ['start', 'a', 'b', 'ask', 'c', 'd', 'no', ''],
  labels: [-1, 0, 1, -1, 2, 3, -1, -1],
  next: [[1], [2], [3], [4, 1, 6], [5], [7], [7], []],
  start: 0,
  end: 7,
  steps: ['a', 'b', 'c', 'd'],
};

const toEvents = (text: string) => [...text].map((step) => GRAPH.steps.indexOf(step));
/** `a` together, `-a` missing, `.a` not reached, `+a` extra. */
function tell(text: string): string {
  const { moves } = align(toEvents(text), GRAPH);
  return moves
    .map((move) => {
      const sign = move.kind === 'together' ? '' : move.kind === 'extra' ? '+' : move.after ? '.' : '-';
      return sign + GRAPH.steps[move.step]!;
    })
    .join(' ');
}

/** Every allowed path of at most `most` steps. */
function listPaths(most: number): string[] {
  const found: string[] = [];
  const walk = (node: number, path: string): void => {
    if (path.length > most) return;
    if (node === GRAPH.end) found.push(path);
    const label = GRAPH.labels[node]!;
    for (const to of GRAPH.next[node]!) walk(to, label < 0 ? path : path + GRAPH.steps[label]!);
  };
  walk(GRAPH.start, '');
  return found;
}

/** Steps to leave out of one and of the other to have the same, by the table everybody learns. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const letter of a) {
    const next = [row[0]! + 1];
    for (let at = 1; at <= b.length; at++)
      next.push(letter === b[at - 1] ? row[at - 1]! : 1 + Math.min(row[at]!, next[at - 1]!));
    row = next;
  }
  return row.at(-1)!;
}

describe('a case beside its procedure', () => {
  it.each([
    ['abcd', 'a b c d'],
    ['ab', 'a b'],
    ['ababcd', 'a b a b c d'],
    ['acd', 'a -b c d'],
    ['abccd', 'a b c +c d'],
    ['abc', 'a b c .d'],
    ['', '.a .b'],
    // Of two explanations as good, that in which no step done elsewhere is said to be skipped more often.
    ['bacd', '-a b +a c d'],
  ])('%s', (events, told) => {
    expect(tell(events)).toBe(told);
  });

  it('goes on from where it is taken up again, and stands where it stood', () => {
    const told = (text: string, at: number) =>
      align(toEvents(text), GRAPH, new Set([at])).moves.map(
        ({ kind, step }) => `${kind} ${GRAPH.steps[step]!}`,
      );
    expect(told('abcdcd', 4)).toEqual(['a', 'b', 'c', 'd', 'c', 'd'].map((step) => `together ${step}`));
    expect(told('abcb', 3)).toEqual(['a', 'b', 'c', 'b'].map((step) => `together ${step}`));
  });

  it('walks the arrows between steps done one after the other, and no other', () => {
    const told = (text: string) =>
      align(toEvents(text), GRAPH).arrows.map(([from, to]) => `${GRAPH.ids[from]!}-${GRAPH.ids[to]!}`);
    expect(told('abcd')).toEqual(['start-a', 'a-b', 'b-ask', 'ask-c', 'c-d']);
    expect(told('acd')).toEqual(['start-a', 'c-d']);
    expect(told('abd')).toEqual(['start-a', 'a-b']);
    expect(told('abc')).toEqual(['start-a', 'a-b', 'b-ask', 'ask-c']);
  });

  it('is as near as any allowed path, of all of them one by one', () => {
    const paths = listPaths(14);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 6 }), (events) => {
        const { moves } = align(toEvents(events), GRAPH);
        const done = moves.filter((move) => move.kind !== 'extra').map(({ step }) => GRAPH.steps[step]!);
        expect(paths).toContain(done.join(''));
        expect(moves.filter((move) => move.kind !== 'missing').map(({ step }) => GRAPH.steps[step]!)).toEqual(
          [...events],
        );
        // What comes after the last event costs nothing: any beginning of a path will do.
        const beginnings = paths.flatMap((path) =>
          Array.from({ length: path.length + 1 }, (_, size) => path.slice(0, size)),
        );
        const least = Math.min(...beginnings.map((path) => distance(events, path)));
        const cost = moves.filter(
          (move) => move.kind === 'extra' || (move.kind === 'missing' && !move.after),
        );
        expect(cost).toHaveLength(least);
      }),
      { numRuns: 200 },
    );
  });
});
