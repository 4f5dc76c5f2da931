/**
 * Runs inside a small file system of its own: imports until the disk is full, sees that what was
 * acknowledged can be read, frees space, goes on, and prints what happened as JSON.
 * `node disk-full-child.ts <folder> <free KiB>`
 */
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeRawFile, verifyRaw } from '../../../src/facts/index.ts';
import { Refusal } from '../../../src/kernel/index.ts';
import { openLedger } from '../../../src/ledger/index.ts';
import { toBytes, toDraft } from './draft.ts';

const [root = '', free = '0'] = process.argv.slice(2);
const folder = join(root, 'datos');
const clock = (): string => '2011-07-01T08:00:00Z';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const acked: string[] = [];
async function importOne(n: number, size: number): Promise<void> {
  const bytes = Buffer.concat([toBytes('d', n), Buffer.alloc(size, 'x')]);
  const { sha256 } = await storeRawFile(once(bytes), folder);
  const { draft, rows } = toDraft('d', n);
  acked.push(ledger.recordImport({ ...draft, raw_sha256: sha256, raw_bytes: bytes.length }, rows).id);
}

let ledger = openLedger(folder, clock);
await importOne(1, 0);
const { bavail, bsize } = statfsSync(root);
writeFileSync(join(root, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - Number(free) * 1024)));

const refusals = new Set<string>();
// Large files meet the limit in the raw store, small ones in the ledger and its mark.
for (const size of [1 << 20, 0]) {
  let refused = 0;
  for (let n = 2; n < 400 && refused < 3; n += 1) {
    try {
      await importOne(n + size, size);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.add(error.code);
      refused += 1;
    }
  }
}
const readable = ledger.listImports().length;
const drafts = readdirSync(join(folder, 'raw')).filter((name) => name.startsWith('tmp-'));
rmSync(join(root, 'filler'));
await importOne(5000, 0);
ledger.close();
ledger = openLedger(folder, clock);
const imports = ledger.listImports();
const ids = new Set(imports.map(({ id }) => id));
const raw = await verifyRaw(
  folder,
  imports.map(({ raw_sha256 }) => raw_sha256),
);
const { findings } = ledger.verifyChain();
ledger.close();
const result = {
  refusals: [...refusals],
  acked: acked.length,
  readable,
  drafts,
  lost: acked.filter((id) => !ids.has(id)),
  // A commit whose mark found no room is refused though it stands: the retry says it is there already.
  unacknowledged: imports.length - acked.length,
  raw,
  findings,
};
process.stdout.write(JSON.stringify(result));
