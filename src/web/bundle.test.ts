import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const DIST = path.resolve(import.meta.dirname, '../../dist/web');
const ASSETS = path.join(DIST, 'assets');
/** What the first screen may weigh before charts, in kilobytes of gzipped script. */
const MOST_KB = 250;

const load = (name: string): string => readFileSync(path.join(ASSETS, name), 'utf8');

/** The pieces that these import at once, themselves among them; not those they ask for later. */
function followImports(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const left = [...names];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const [, next] of load(name).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
      if (next !== undefined) left.push(next);
    }
  }
  return found;
}

const weigh = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(load(name)).length, 0) / 1024;

/** `vite build` comes before: without it there is nothing to weigh. */
describe.skipIf(!existsSync(DIST))('the built web app', () => {
  const page = existsSync(DIST) ? readFileSync(path.join(DIST, 'index.html'), 'utf8') : '';
  const entry = [...page.matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)].map(([, name]) => name ?? '');
  const home = existsSync(ASSETS)
    ? readdirSync(ASSETS).filter((name) => /^home-screen-.*\.js$/.test(name))
    : [];

  it(`loads Inicio with no more than ${MOST_KB} kB of script before charts`, () => {
    expect(entry.length).toBeGreaterThan(0);
    expect(home).toHaveLength(1);
    const first = followImports([...entry, ...home]);
    expect([...first].filter((name) => name.startsWith('chart-engine'))).toEqual([]);
    expect(weigh(first)).toBeLessThanOrEqual(MOST_KB);
  });

  it.each(['complain-screen', 'follow-screen'])(
    `loads the clients' page %s with no more than ${MOST_KB} kB of script`,
    (screen) => {
      const parts = readdirSync(ASSETS).filter(
        (name) => name.startsWith(`${screen}-`) && name.endsWith('.js'),
      );
      expect(parts).toHaveLength(1);
      expect(weigh(followImports([...entry, ...parts]))).toBeLessThanOrEqual(MOST_KB);
    },
  );

  it('has no script of its own in the page, and a place for the nonce', () => {
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/<style|\son\w+=|\sstyle=/);
    expect(page).toContain('__NONCE__');
  });

  it('asks nothing of other addresses', () => {
    const styles = readdirSync(ASSETS).filter((name) => name.endsWith('.css'));
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    for (const name of styles) expect(load(name), name).not.toMatch(/url\(\s*["']?(?:https?:)?\/\//);
  });
});
