import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuck } from '../src/facts/index.ts';
import type { CheckedIndicator } from '../src/language/index.ts';
import {
  importFile,
  type Institution,
  measureFigures,
  measureIndicators,
  openInstitution,
  sheetIndicator,
  syncFacts,
} from '../src/usecases/index.ts';
import { HAND_WRITTEN } from './hand-written.ts';

/** One measured step in a process of its own: prints its seconds and its peak memory as JSON. */
const [name = '', folder = '', ...args] = process.argv.slice(2);

const PORTS = { clock: () => '2012-08-01T12:00:00Z', progress: () => undefined, step: () => undefined };
const WHOLE = { period: '2010-07..2012-06', by: ['unit', 'month'], as_of: null } as const;
const REQUEST = {
  map: null,
  dates: null,
  dry_run: false,
  mask: false,
  control: { rows: null, sums: [] },
} as const;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function withInstitution<T>(work: (institution: Institution) => Promise<T>): Promise<T> {
  const institution = await openInstitution(folder, PORTS);
  try {
    await syncFacts(institution);
    return await work(institution);
  } finally {
    institution.close();
  }
}

/** The sheets once more over other services: twice the indicators, none of them the same. */
function doubled(institution: Institution): Institution {
  const others: Readonly<Record<string, string>> = {
    'actualizacion-datos': 'aumento-cupo',
    'prestamo-inmediato': 'diferimiento-exterior',
    'entrega-pin': 'precancelacion-diferidos',
    'debito-automatico': 'tarjeta-adicional',
  };
  const { content } = institution;
  const indicators = new Map(content.indicators);
  const sheets = new Map(content.catalogue.sheets);
  for (const [id, indicator] of content.indicators) {
    let text = JSON.stringify({ ...indicator, id: `${id}-bis` });
    for (const [from, to] of Object.entries(others))
      text = text.replaceAll(`"value":"${from}"`, `"value":"${to}"`);
    indicators.set(`${id}-bis`, JSON.parse(text) as CheckedIndicator);
    sheets.set(`${id}-bis`, content.catalogue.sheets.get(id)!);
  }
  return { ...institution, content: { ...content, indicators, catalogue: { ...content.catalogue, sheets } } };
}

const STEPS: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  /** Imports files one after another and gives the time of each. */
  import: () =>
    withInstitution(async (institution) => {
      const times: number[] = [];
      for (const item of args) {
        const [dataset = '', file = ''] = item.split('=');
        times.push(await seconds(() => importFile(institution, { ...REQUEST, dataset, file })));
      }
      return { times };
    }),
  /** The rival of an import: a bare `read_csv` into a table of a fresh file. */
  bare: async () => {
    const duck = await openDuck(join(folder, 'bare.duckdb'), join(folder, 'tmp'));
    const time = await seconds(() =>
      duck.run(`create table t as select * from read_csv('${args[0]!.replaceAll("'", "''")}')`),
    );
    duck.close();
    return { times: [time] };
  },
  /** All indicators x months x units, and the same query by hand, in turn on one open store. */
  measure: () =>
    withInstitution(async (institution) => {
      const all = { ...WHOLE, indicators: [] };
      const steps = {
        ours: () => measureFigures(institution, all),
        hand: async () => {
          for (const sql of HAND_WRITTEN) await institution.facts.duck.rows(sql);
        },
        twice: () => measureFigures(doubled(institution), all),
        told: () => measureIndicators(institution, all),
      };
      const { figures } = await steps.ours();
      await steps.hand();
      await steps.twice();
      const rounds: Record<keyof typeof steps, number[]> = { ours: [], hand: [], twice: [], told: [] };
      for (let round = 0; round < 5; round++) {
        for (const key of Object.keys(steps) as (keyof typeof steps)[])
          rounds[key].push(await seconds(steps[key]));
      }
      return { ...rounds, figures: figures.length };
    }),
  /** Writes the sheet of every indicator over the whole period, and measures the same figures. */
  sheets: () =>
    withInstitution(async (institution) => {
      const sheets: string[] = [];
      for (const indicator of institution.content.indicators.keys()) {
        const out = join(folder, `${indicator}.xlsx`);
        await sheetIndicator(institution, {
          indicator,
          period: WHOLE.period,
          as_of: null,
          filters: [],
          out,
          language: 'es',
        });
        sheets.push(out);
      }
      const all = { period: WHOLE.period, by: [], as_of: null, indicators: [] };
      await measureIndicators(institution, all);
      return { sheets, times: [await seconds(() => measureIndicators(institution, all))] };
    }),
};

const step = STEPS[name];
if (!step) throw new Error(`no step ${name}`);
const result = await step();
/** Linux tells the peak more exactly than the portable counter. */
function peakMegabytes(): number {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    if (peak) return Number(peak[1]) / 1024;
  } catch {
    // Not Linux: the portable counter stays.
  }
  return process.resourceUsage().maxRSS / 1024;
}
process.stdout.write(`${JSON.stringify({ ...result, peak_mb: Math.round(peakMegabytes()) })}\n`);
