import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { indicatorRoutes } from '../../contract/index.ts';
import { toScope } from '../../kernel/index.ts';
import {
  type AskedState,
  breakDownSheet,
  locateFact,
  pageRows,
  readFilters,
  revealIdentity,
  readSheetSql,
  SAMPLE_ROWS,
  sampleRows,
  type SheetInput,
  type SheetView,
  viewSheet,
  writeSample,
  writeSheetBook,
} from '../../usecases/index.ts';
import { printPeriod } from '../../sentences/index.ts';
import type { Call, FileAnswer, Handlers } from '../call.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** How an export is told in the audit trail. */
const LEFT = {
  sample: 'la muestra en Excel',
  rows: 'el Excel con filas',
  totals: 'el Excel con totales',
} as const;
const NAMES = { sample: 'muestra', rows: 'ficha', totals: 'ficha' } as const;
/** Rows of a page when nobody says how many. */
const PAGE = 50;

type AnyCall = Pick<Call, 'who' | 'today' | 'scope' | 'language'>;
interface Asked {
  readonly params: { readonly id: string };
  readonly query: {
    readonly period: string;
    readonly as_of?: string;
    readonly unit?: string;
    readonly filters?: string;
  };
}

function readMay({ who, today }: AnyCall): SheetView['may'] {
  const has = (permission: Parameters<typeof toScope>[1]) =>
    who !== null && toScope(who, permission, today) !== null;
  return {
    rows: has('see-rows'),
    people: has('see-people-figures'),
    sql: has('see-sql'),
    export_rows: has('export-rows'),
  };
}

function toInput(call: AnyCall & Asked): SheetInput & { readonly may: SheetView['may'] } {
  const { unit, filters, period, as_of } = call.query;
  return {
    indicator: call.params.id,
    period,
    as_of: as_of ?? null,
    filters: [...(unit ? [{ dimension: 'unit', value: unit }] : []), ...readFilters(filters ?? '')],
    scope: call.scope,
    may: readMay(call),
    language: call.language,
  };
}

function toRowsInput(
  call: AnyCall & Asked & { readonly query: { readonly dataset?: string; readonly state?: AskedState } },
  state: AskedState,
) {
  const input = toInput(call);
  return {
    ...input,
    sees_people: input.may.people,
    dataset: call.query.dataset ?? null,
    state: call.query.state ?? state,
  };
}

/** What left, by the name of the indicator: «el Excel con filas de «Plazo» de junio de 2011». */
function sayLeft(
  { content }: Call['institution'],
  id: string,
  period: string,
  what: keyof typeof LEFT,
): string {
  const name = content.catalogue.sheets.get(id)?.name.es ?? id;
  return `${LEFT[what]} de «${name}» de ${printPeriod(period, 'es')}`;
}

/** Writes a file beside the data, hands its bytes over and leaves nothing. */
async function answerBook(
  { institution, params, query }: Pick<Call, 'institution'> & Asked,
  what: 'sample' | 'rows' | 'totals',
  write: (out: string) => Promise<string>,
): Promise<FileAnswer> {
  const out = join(institution.facts.temp, `book-${randomUUID()}.xlsx`);
  try {
    const file = await write(out);
    // What leaves the institution leaves a link in the audit trail.
    institution.ledger.trail.note('exported', { what: sayLeft(institution, params.id, query.period, what) });
    return {
      name: `${NAMES[what]}-${params.id}-${query.period}.xlsx`,
      type: XLSX,
      content: { bytes: await readFile(file) },
    };
  } finally {
    await rm(out, { force: true });
  }
}

export const indicatorHandlers: Handlers<typeof indicatorRoutes> = {
  'get /api/indicators/{id}/sheet': async (call) => {
    const { measurement, formula, ...view } = await viewSheet(call.institution, toInput(call));
    const { lines: _lines, ...told } = formula;
    return { ...view, n: measurement?.n ?? 0, formula: told };
  },
  'get /api/indicators/{id}/breakdown': (call) =>
    breakDownSheet(call.institution, { ...toInput(call), dimension: call.query.by }),
  'get /api/indicators/{id}/rows': (call) => {
    const { order, descending, find, from, size } = call.query;
    return pageRows(call.institution, {
      ...toRowsInput(call, 'all'),
      key_has: find === undefined || find === '' ? null : find,
      order: { by: order ?? 'date', descending },
      offset: from ?? 0,
      limit: size ?? PAGE,
    });
  },
  'get /api/indicators/{id}/rows/place': (call) =>
    locateFact(call.institution, {
      ...toRowsInput(call, 'all'),
      seq: call.query.seq,
      row: call.query.row,
    }),
  'post /api/indicators/{id}/rows/reveal': async (call) => {
    const { seq, row, reason, ...query } = call.body;
    const input = toRowsInput({ ...call, query }, 'all');
    return { names: await revealIdentity(call.institution, { ...input, seq, row, reason }) };
  },
  'get /api/indicators/{id}/sample': (call) =>
    sampleRows(call.institution, {
      ...toRowsInput(call, 'counted'),
      n: call.query.n ?? SAMPLE_ROWS,
      seed: call.query.seed || null,
    }),
  'get /api/indicators/{id}/sample/xlsx': (call) =>
    answerBook(call, 'sample', async (out) => {
      const input = { ...toRowsInput(call, 'counted'), n: call.query.n ?? SAMPLE_ROWS };
      return (await writeSample(call.institution, { ...input, seed: call.query.seed || null, out })).file;
    }),
  'get /api/indicators/{id}/sql': async (call) => {
    const { tree, checked, statements } = await readSheetSql(call.institution, toInput(call));
    return { tree: [...tree], checked, statements: [...statements] };
  },
  'get /api/indicators/{id}/xlsx': (call) =>
    answerBook(call, readMay(call).export_rows ? 'rows' : 'totals', (out) =>
      writeSheetBook(call.institution, { ...toInput(call), out }),
    ),
};
