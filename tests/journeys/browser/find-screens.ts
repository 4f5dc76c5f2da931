import { readFileSync } from 'node:fs';
import path from 'node:path';

const REGISTRY = path.join(import.meta.dirname, '../../../src/web/app/screens.tsx');

/** A screen of the registry: its path, and the permissions that open it (null: whoever signed in). */
export interface ListedScreen {
  readonly path: string;
  readonly may: readonly string[] | null;
}

/** Every screen of the registry, read from its text: the app has no door for a test to enter by. */
export function findScreens(): ListedScreen[] {
  const text = readFileSync(REGISTRY, 'utf8');
  const list = text.slice(text.indexOf('SCREENS: readonly Screen[]'));
  const screens = [...list.matchAll(/path: '([^']+)'[\s\S]*?may: (null|\[[^\]]*\]),\s+component/g)].map(
    ([, path = '', may = '']) => ({
      path,
      may: may === 'null' ? null : [...may.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
    }),
  );
  const parts = list.split('component: lazy(').length - 1;
  if (screens.length !== parts) throw new Error(`${screens.length} screens read of ${parts}`);
  return screens;
}
