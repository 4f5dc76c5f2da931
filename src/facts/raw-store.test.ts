import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RAW_STEPS, rawPath, storeRawFile, sweepRaw, verifyRaw } from './raw-store.ts';

let folder = '';
let source = '';
const TEXT = 'solicitud;agencia\r\nR-1;Quito Norte\r\n';
const SHA = createHash('sha256').update(TEXT).digest('hex');

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'circuito-raw-'));
  folder = join(root, 'datos', 'banco');
  source = join(root, 'junio.csv');
  writeFileSync(source, TEXT);
});
afterEach(() => rmSync(join(folder, '..', '..'), { recursive: true, force: true }));

const refusal = (code: string) => ({ name: 'Refusal', code });
const files = (): string[] =>
  readdirSync(join(folder, 'raw'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

async function* toStream(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

describe('storeRawFile', () => {
  it('keeps the bytes under their digest, read-only', async () => {
    const stored = await storeRawFile(source, folder);
    expect(stored).toEqual({ sha256: SHA, bytes: TEXT.length, path: rawPath(folder, SHA) });
    expect(stored.path).toBe(join(folder, 'raw', SHA.slice(0, 2), SHA));
    expect(readFileSync(stored.path, 'utf8')).toBe(TEXT);
    expect(statSync(stored.path).mode & 0o777).toBe(0o444);
    expect(files()).toEqual([SHA]);
  });

  it('keeps a large file whole, and bytes that come in parts', async () => {
    const large = Buffer.alloc(3_500_001, 'línea de prueba;');
    writeFileSync(source, large);
    const stored = await storeRawFile(source, folder);
    expect(stored.bytes).toBe(large.length);
    expect(readFileSync(stored.path).equals(large)).toBe(true);
    expect((await storeRawFile(toStream(TEXT.slice(0, 5), TEXT.slice(5)), folder)).sha256).toBe(SHA);
    expect((await storeRawFile(toStream(), folder)).bytes).toBe(0);
  });

  it('reuses bytes it has, eight at a time too, and replaces a copy that rotted', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => storeRawFile(source, folder)));
    expect(new Set(all.map(({ path }) => path)).size).toBe(1);
    expect(files()).toEqual([SHA]);
    chmodSync(rawPath(folder, SHA), 0o644);
    writeFileSync(rawPath(folder, SHA), TEXT.replace('R-1', 'R-2'));
    expect(await verifyRaw(folder, [SHA])).toEqual({ missing: [], corrupt: [SHA] });
    await storeRawFile(source, folder);
    expect(await verifyRaw(folder, [SHA])).toEqual({ missing: [], corrupt: [] });
    expect(files()).toEqual([SHA]);
  });

  it('refuses a source that is not there or is a folder, and leaves nothing', async () => {
    await expect(storeRawFile(`${source}.no`, folder)).rejects.toMatchObject(refusal('source-unreadable'));
    await expect(storeRawFile(tmpdir(), folder)).rejects.toMatchObject(refusal('source-unreadable'));
    expect(files()).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EIO', 'disk-error'],
    ['EACCES', 'not-writable'],
  ])('tells %s as %s at any step, and leaves no draft', async (errno, code) => {
    for (const failing of RAW_STEPS) {
      const step = (name: string): void => {
        if (name === failing) throw Object.assign(new Error(errno), { code: errno });
      };
      await expect(storeRawFile(source, folder, step)).rejects.toMatchObject(refusal(code));
      expect(files().filter((name) => name.startsWith('tmp-'))).toEqual([]);
    }
    expect((await storeRawFile(source, folder)).sha256).toBe(SHA);
  });

  it('refuses a data folder that is a file', async () => {
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, '');
    await expect(storeRawFile(source, folder)).rejects.toMatchObject(refusal('not-writable'));
  });
});

describe('sweepRaw', () => {
  it('removes old drafts and files no import names, and nothing else', async () => {
    const named = await storeRawFile(source, folder);
    const orphan = await storeRawFile(toStream('huérfano'), folder);
    const young = await storeRawFile(toStream('recién llegado'), folder);
    writeFileSync(join(folder, 'raw', 'tmp-1'), 'a medias');
    writeFileSync(join(folder, 'raw', 'LEAME.txt'), 'de una persona');
    const opened = Date.parse('2011-07-01T08:00:00Z');
    const before = new Date(opened - 60_000);
    for (const path of [
      named.path,
      orphan.path,
      join(folder, 'raw', 'tmp-1'),
      join(folder, 'raw', 'LEAME.txt'),
    ]) {
      utimesSync(path, before, before);
    }
    expect(await sweepRaw(folder, new Set([SHA]), opened)).toEqual([orphan.sha256, 'tmp-1'].sort());
    expect(existsSync(young.path)).toBe(true);
    expect(files().sort()).toEqual(['LEAME.txt', SHA, young.sha256].sort());
    expect(await sweepRaw(folder, new Set())).toEqual([SHA]);
  });

  it('has nothing to do where nothing was stored', async () => {
    expect(await sweepRaw(folder, new Set())).toEqual([]);
    expect(await verifyRaw(folder, [SHA])).toEqual({ missing: [SHA], corrupt: [] });
  });
});
