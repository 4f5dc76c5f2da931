import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLog } from '../src/facts/index.ts';
import { type EventLog, findDirectlyFollows, findVariants, toEventLog } from '../src/flow/index.ts';

/**
 * A real event log: read, followed, and followed again forty times as long. `CIRCUITO_REAL_DATA` names the folder
 * that holds `bpic2012.xes.gz`, which the product does not ship.
 */
const DATA = process.env['CIRCUITO_REAL_DATA'];
const FILE = 'bpic2012.xes.gz';
const AIMS = { import_ms: 2000, follows_ms: 50, large_ms: 1000 } as const;
const TIMES = 40;
const ROUNDS = 5;

function repeat<T extends Int32Array | Float64Array>(column: T, into: T): T {
  for (let turn = 0; turn < TIMES; turn++) into.set(column, turn * column.length);
  return into;
}

/** The same cases over and over, each time as cases of their own. */
function enlarge(log: EventLog): EventLog {
  const [cases, events] = [log.cases.length, log.time_us.length];
  const offsets = new Int32Array(cases * TIMES + 1);
  for (let turn = 0; turn < TIMES; turn++)
    for (let of = 0; of <= cases; of++) offsets[turn * cases + of] = turn * events + log.offsets[of]!;
  const ints = () => new Int32Array(events * TIMES);
  return {
    ...log,
    cases: Array.from({ length: cases * TIMES }, (_, of) => String(of)),
    offsets,
    activity_of: repeat(log.activity_of, ints()),
    time_us: repeat(log.time_us, new Float64Array(events * TIMES)),
  };
}

function measure<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

const tell = (what: string, ms: number, aim: number): void => {
  const verdict = ms <= aim ? 'reached' : ms <= 2 * aim ? 'over the aim' : 'NOT DONE';
  process.stdout.write(`${what}: ${ms.toFixed(0)} ms (aim ${aim} ms): ${verdict}\n`);
};

if (DATA === undefined) process.stdout.write('flow: CIRCUITO_REAL_DATA is not set, nothing to measure\n');
else if (process.argv[2] === 'one') await measureOne(join(DATA, FILE));
else {
  // Each round in a program of its own: the aim is from its start, with nothing compiled or read before.
  for (let round = 0; round < ROUNDS; round++) {
    const args = [join(import.meta.dirname, 'flow.ts'), 'one'];
    process.stdout.write(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout);
  }
}

async function measureOne(file: string): Promise<void> {
  readFileSync(file);
  const read = toEventLog((await loadLog(file, null, tmpdir())).table);
  const import_ms = performance.now();
  const follows = measure(() => findDirectlyFollows(read));
  const variants = measure(() => findVariants(read));
  const large = enlarge(read);
  const followed = measure(() => findDirectlyFollows(large));
  const { edges } = follows.result;
  process.stdout.write(
    `${read.time_us.length} events, ${read.cases.length} cases, ${edges.length} edges, ${variants.result.length} variants (${variants.ms.toFixed(0)} ms)\n`,
  );
  tell('import, from the start of the program', import_ms, AIMS.import_ms);
  tell('directly-follows after import', follows.ms, AIMS.follows_ms);
  tell(`directly-follows of ${large.time_us.length} events`, followed.ms, AIMS.large_ms);
}
