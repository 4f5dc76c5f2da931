import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORLDS } from './copy-world.ts';

/** Before a run of the tests: a folder for the worlds they share as copies, which goes with the run. */
export default function keepWorlds(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'circuito-worlds-'));
  process.env[WORLDS] = root;
  return () => rmSync(root, { recursive: true, force: true });
}
