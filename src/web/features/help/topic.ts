import type { LocalText } from '../../../kernel/index.ts';

/** Help on one screen. */
export interface Topic {
  /** Path of the screen; `$` takes any segment. */
  readonly path: string;
  readonly title: LocalText;
  /** A little Markdown: see `read-prose.ts`. */
  readonly body: LocalText;
}
