import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,seed,tests,bench,scripts}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
