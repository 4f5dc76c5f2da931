/**
 * Runs inside a small file system of its own: imports a file until the disk is full, looks at what
 * is kept, frees space, imports again, and prints what happened as JSON.
 * `node disk-full-child.ts <root> <free KiB>`
 */
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goodRows, look, openHouse, toFile } from './house.ts';

const [root = '', free = '0'] = process.argv.slice(2);
const house = openHouse('disco', root);
const filler = join(root, 'relleno');

await house.say('import', 'requests', house.put('junio.csv', toFile(goodRows(20))));
const before = await look(house.data, 'checked');
const large = house.put('grande.csv', toFile(goodRows(6000, 100)));
const { bavail, bsize } = statfsSync(root);
writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - Number(free) * 1024)));

const refused = await house.say('import', 'requests', large);
const reading = await house.say('measure', '--period', '2011-06');
rmSync(filler);
const freed = await look(house.data, 'checked');
const again = await house.say('import', 'requests', large);
const after = await look(house.data, 'verified');
// A record that found room while the facts did not is kept: the same file again says it is there.
const recorded = JSON.stringify(freed) === JSON.stringify(after);
process.stdout.write(
  JSON.stringify({
    refused: { exit: refused.exit, err: refused.err },
    reading: recorded ? 'waits for the facts' : reading.exit,
    whole: recorded || JSON.stringify(freed) === JSON.stringify(before),
    again: again.exit,
    counts: house.imports().map(({ counts }) => counts.accepted),
    found: after.found,
  }),
);
