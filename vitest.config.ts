import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,seed,tests,bench,scripts}/**/*.test.ts'],
    // On two cores one worker would leave one of them idle, and browsers and servers wait more than they work.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
