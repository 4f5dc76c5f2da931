/** For `npx depcruise` and editors; `npm run check` reads the same rules. */
export { arrowRules as default } from './scripts/arrow-rules.ts';
