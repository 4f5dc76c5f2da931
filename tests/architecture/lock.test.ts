import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, LockedPackage>> };

/** Where npm would look for `name` from the folder of a package: its own node_modules, then each above. */
function findLocked(folder: string, name: string): LockedPackage | undefined {
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = packages[`${at}/node_modules/${name}`];
    if (found !== undefined) return found;
  }
  return packages[`node_modules/${name}`];
}

describe('package-lock.json', () => {
  it('names no host, so that any mirror of the registry serves it', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(50);
    const withHost = Object.entries(packages).filter(([, locked]) => locked.resolved !== undefined);
    expect(withHost.map(([folder]) => folder)).toEqual([]);
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it('holds the digest of every package', () => {
    const without = Object.entries(packages).filter(([folder, { integrity }]) => folder !== '' && !integrity);
    expect(without.map(([folder]) => folder)).toEqual([]);
  });

  it('holds the build of every platform of every native package', () => {
    const missing: string[] = [];
    let asked = 0;
    for (const [folder, { optionalDependencies = {} }] of Object.entries(packages)) {
      for (const [name, version] of Object.entries(optionalDependencies)) {
        asked += 1;
        if (findLocked(folder, name) === undefined) {
          missing.push(`${name}@${version}, named by ${folder}: npm ci fails where this build is needed`);
        }
      }
    }
    expect(asked).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it.each(['linux', 'darwin', 'win32'])(
    'holds the builds of the column engine and of the tools for %s',
    (os) => {
      const built = Object.entries(packages).filter(([, locked]) => locked.os?.includes(os));
      const names = built.map(([folder]) =>
        folder.replace('node_modules/', '').replace(/^(@[^/]+\/)?.*/, '$1'),
      );
      for (const owner of ['@duckdb/', '@biomejs/', '@swc/', '@oxlint/', '@rolldown/']) {
        expect(names).toContain(owner);
      }
    },
  );
});
