import type { reportRoutes } from '../../contract/index.ts';
import { type Permission, toScope } from '../../kernel/index.ts';
import {
  checkCode,
  gatherTold,
  printMonth,
  printSheet,
  printTold,
  type Printer,
  printWall,
  readFilters,
} from '../../usecases/index.ts';
import type { Call, FileAnswer, Handlers } from '../call.ts';
import { figuresOf } from './home.ts';

const PDF = 'application/pdf';

function toPrinter({
  who,
  scope,
  language,
  today,
}: Pick<Call, 'who' | 'scope' | 'language' | 'today'>): Printer {
  const has = (permission: Permission) => who !== null && toScope(who, permission, today) !== null;
  return {
    scope,
    language,
    today,
    who: who?.name ?? '',
    may: {
      rows: has('see-rows'),
      people: has('see-people-figures'),
      sql: has('see-sql'),
      export_rows: has('export-rows'),
    },
  };
}

function toFile({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): FileAnswer {
  return { name, type: PDF, content: { bytes } };
}

export const reportHandlers: Handlers<typeof reportRoutes> = {
  'get /api/indicators/{id}/pdf': async (call) => {
    const { period, as_of, unit, filters } = call.query;
    const asked = {
      indicator: call.params.id,
      period,
      as_of: as_of ?? null,
      filters: [...(unit ? [{ dimension: 'unit', value: unit }] : []), ...readFilters(filters ?? '')],
    };
    return toFile(await printSheet(call.institution, asked, toPrinter(call)));
  },
  'get /api/report/pdf': async (call) =>
    toFile(
      await printMonth(
        call.institution,
        { period: call.query.period, unit: call.query.unit ?? null },
        { ...toPrinter(call), figures: figuresOf(call) },
      ),
    ),
  'get /api/report/wall': async (call) =>
    toFile(
      await printWall(
        call.institution,
        { period: call.query.period, unit: call.query.unit ?? null },
        toPrinter(call),
      ),
    ),
  'get /api/report/told': async ({ institution, scope, query, language }) => {
    const { period, text, paper, held } = gatherTold(institution, { ...query, scope, language });
    return { period, text, items: paper.items.length, held };
  },
  'get /api/report/told/pdf': async (call) => {
    const { institution, scope, query, language } = call;
    return toFile(await printTold(institution, { ...query, scope, language }, toPrinter(call)));
  },
  'post /api/report/check': (call) => checkCode(call.institution, call.body.code, toPrinter(call)),
};
