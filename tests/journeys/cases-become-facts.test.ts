import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, afterEach, expect, test } from 'vitest';
import { writeWorld } from '../../seed/index.ts';
import { EVERYTHING } from '../../src/kernel/index.ts';
import {
  type Institution,
  measureFigures,
  openInstitution,
  projectCases,
  syncFacts,
  viewCriticality,
} from '../../src/usecases/index.ts';
import { bring } from './open-world.ts';
import { changeCase, type HandClock, openCase } from './work-cases.ts';

const DIRECTORY = ['units', 'staff', 'absences', 'clients'];
const folders: string[] = [];
const kept: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

afterAll(async () => {
  for (const folder of kept) await rm(folder, { recursive: true, force: true });
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'circuito-worked-'));
  folders.push(folder);
  return folder;
}

/** Units, staff and clients of the little world, written once. */
const world = makeFolder().then(async (folder) => {
  kept.push(...folders.splice(0));
  const { files } = await writeWorld('tiny', folder);
  return files.filter(({ dataset }) => DIRECTORY.includes(dataset));
});

/** An institution with units, staff and clients of the little world, and no request of its own. */
async function openDirectory(clock: HandClock): Promise<Institution> {
  const institution = await openInstitution(await makeFolder(), {
    clock: () => clock.now,
    progress: () => undefined,
    step: () => undefined,
  });
  await syncFacts(institution);
  for (const { dataset, path } of await world) await bring(institution, dataset, path);
  return institution;
}

/** Every figure of a month that can be compared, to the last digit. */
async function readFigures(institution: Institution, by: readonly string[]) {
  const { figures } = await measureFigures(institution, {
    period: '2011-06',
    indicators: [],
    by,
    as_of: null,
  });
  return JSON.stringify(figures, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value instanceof Map ? [...value] : value,
  );
}

const UNITS = ['Quito Norte', 'Quito Centro', 'Guayaquil Sur', 'Matriz'];
const PROCESSES = [
  'debito-automatico',
  'entrega-pin',
  'prestamo-inmediato',
  'actualizacion-datos',
  'activacion-tarjeta',
];
const JUNE_MS = Date.parse('2011-06-01T05:00:00Z');
const DAY_MS = 86_400_000;

/** What happens to a case: after so many minutes each. */
const history = fc.record({
  opens: fc.integer({ min: 0, max: 30 * DAY_MS - 1 }),
  process: fc.constantFrom(...PROCESSES),
  unit: fc.constantFrom(...UNITS),
  person: fc.option(fc.constantFrom('Ana Ruiz', 'Luis Paz', 'Eva Mora'), { nil: null }),
  core: fc.boolean(),
  complaint: fc.boolean(),
  service: fc.constantFrom('debito-automatico', 'entrega-pin', null),
  outcome: fc.constantFrom('aprobado', 'negado', null),
  handling: fc.option(fc.integer({ min: 0, max: 3_600_000 }), { nil: null }),
  steps: fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 4 * DAY_MS }),
      does: fc.constantFrom('wait', 'close', 'reopen'),
    }),
    { maxLength: 4 },
  ),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

const at = (ms: number) => new Date(JUNE_MS + ms).toISOString();

function work(institution: Institution, clock: HandClock, one: History, index: number): void {
  const kind = one.complaint ? 'reclamo' : 'solicitud';
  const procedure = one.complaint ? 'reclamo' : one.process;
  const number = openCase(institution, clock, at(one.opens), {
    kind,
    procedure,
    process: one.process,
    unit: one.unit,
    staff_name: one.person,
    core_number: one.core ? `CORE-${index}` : null,
    handling_us: one.handling === null ? null : one.handling * 1000,
    fields: { category: 'Cobro que no reconoce', service: one.service },
  });
  let now = one.opens;
  for (const { after, does } of one.steps) {
    now += after;
    const stopped_at = does === 'close' ? at(now) : null;
    const state = does === 'close' ? 'cerrado' : 'por-completar';
    const outcome = does === 'close' ? one.outcome : null;
    changeCase(institution, clock, at(now), number, {
      state,
      stopped_at,
      outcome,
      final: stopped_at !== null,
    });
  }
}

/** Services as a system writes them: in words, and not always in ours. */
const SERVICES: Readonly<Record<string, string>> = {
  'debito-automatico': 'Débito automático',
  'entrega-pin': 'Entrega de PIN',
};

/** Critical processes of a month, with the complaints of each: what compares services with processes. */
async function readProcesses(institution: Institution) {
  const { ranking, families, set } = await viewCriticality(institution, {
    period: '2011-06',
    family: 'tarjetas-de-credito',
    unit: null,
    rule: { kind: 'count', count: 3 },
    scope: EVERYTHING,
  });
  return { ranking, families, set };
}

/** The worked cases as a system would export them: written apart from the product's own projection. */
function toFiles(institution: Institution): { readonly requests: string; readonly complaints: string } {
  const requests = ['request_id,process,unit,person,opened_at,closed_at,status,outcome,handling_min'];
  const complaints = ['complaint_id,process,service,reason,unit,received_at,closed_at,status'];
  for (const record of institution.ledger.cases.changedAfter(0)) {
    const id = record.core_number ?? record.number;
    const status =
      record.stopped_at === null ? (record.state === 'registrado' ? 'abierto' : 'en-proceso') : 'cerrado';
    const micro = record.handling_us === null ? null : BigInt(record.handling_us) / 60n;
    const minutes =
      micro === null ? '' : `${micro / 1_000_000n}.${String(micro % 1_000_000n).padStart(6, '0')}`;
    const { unit, process, opened_at, stopped_at } = record;
    const service = SERVICES[String(record.fields['service'])] ?? '';
    if (record.kind === 'solicitud')
      requests.push(
        [
          id,
          process,
          unit,
          record.staff_name ?? '',
          opened_at,
          stopped_at ?? '',
          status,
          record.outcome ?? '',
          minutes,
        ].join(','),
      );
    else
      complaints.push(
        [id, process, service, 'Cobro que no reconoce', unit, opened_at, stopped_at ?? '', status].join(','),
      );
  }
  return { requests: `${requests.join('\n')}\n`, complaints: `${complaints.join('\n')}\n` };
}

test('a month of worked cases gives the figures of the same cases brought as files, to the last digit', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 5, maxLength: 60 }), async (cases) => {
      const clock: HandClock = { now: at(0) };
      const worked = await openDirectory(clock);
      const filed = await openDirectory(clock);
      try {
        for (const [index, one] of cases.entries()) {
          work(worked, clock, one, index);
          // Some are read while they are under way, the rest at once at the end.
          if (index % 7 === 3) await projectCases(worked);
        }
        await projectCases(worked);
        await worked.facts.refresh();
        clock.now = at(60 * DAY_MS);
        const files = toFiles(worked);
        const scratch = await makeFolder();
        for (const dataset of ['requests', 'complaints'] as const) {
          if (files[dataset].trimEnd().split('\n').length < 2) continue;
          const path = join(scratch, `${dataset}.csv`);
          await writeFile(path, files[dataset]);
          await bring(filed, dataset, path);
        }
        for (const by of [[], ['unit'], ['person'], ['process'], ['service']])
          expect(await readFigures(worked, by)).toBe(await readFigures(filed, by));
        expect(await readProcesses(worked)).toEqual(await readProcesses(filed));
      } finally {
        worked.close();
        filed.close();
      }
    }),
    { numRuns: Number(process.env['CIRCUITO_RUNS'] ?? 2), seed: 2011, endOnFailure: true },
  );
});
