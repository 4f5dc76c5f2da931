/**
 * A program that imports small files one after another and says `ack <id> <sha256>` for each once
 * both its bytes and its record are on disk. `node writer.ts <folder> <run> <count> [<step> <nth>]`
 * kills itself, as the system would, at the nth time it reaches that step.
 */
import { writeSync } from 'node:fs';
import { storeRawFile } from '../../../src/facts/index.ts';
import { openLedger } from '../../../src/ledger/index.ts';
import { toBytes, toDraft } from './draft.ts';

const [folder = '', run = '', count = '0', fatal = '', nth = '1'] = process.argv.slice(2);
let left = Number(nth);
const step = (name: string): void => {
  if (name !== fatal) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const ledger = openLedger(folder, () => '2011-07-01T08:00:00Z');
for (let n = 1; n <= Number(count); n += 1) {
  const { draft, rows } = toDraft(run, n);
  await storeRawFile(once(toBytes(run, n)), folder, step);
  const { id, raw_sha256 } = ledger.recordImport(draft, rows, step);
  writeSync(1, `ack ${id} ${raw_sha256}\n`);
}
ledger.close();
