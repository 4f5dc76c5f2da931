import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, in order. Begun last, one of them would leave a core without work; two files with a
 * browser at the very beginning would both build the screens.
 */
const LONGEST = [
  'browser/every-screen',
  'intake/kills',
  'numbers/series',
  'journeys/command-line',
  'architecture/documents',
  'browser/lone-analyst',
  'intake/bad-input',
  'tests/journeys/browser/',
  'tests/server/',
  'tests/journeys/',
  'tests/trust/',
  'tests/',
];

function toRank({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((part) => moduleId.includes(part));
  return rank < 0 ? LONGEST.length : rank;
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => toRank(a) - toRank(b));
  }
}

export default defineConfig({
  test: {
    include: ['{src,seed,tests,bench,scripts}/**/*.test.ts'],
    // On two cores one worker would leave one of them idle, and browsers and servers wait more than they work.
    maxWorkers: 2,
    // Modules are loaded once for all files of a worker: no test leaves anything behind in one.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/journeys/keep-worlds.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
