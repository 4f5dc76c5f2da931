import type { processRoutes } from '../../contract/index.ts';
import { type Permission, type Procedure, toScope } from '../../kernel/index.ts';
import {
  addProcesses,
  listFamilies,
  listNameableIndicators,
  measureLogSteps,
  type PeriodFigures,
  printProcedure,
  saveCharacterisation,
  viewHome,
  viewProcedure,
  viewProcess,
  viewProcessMap,
  writeBpmn,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';
import { figuresOf } from './home.ts';

type Asked = Pick<Call, 'institution' | 'who' | 'today' | 'host'> & {
  readonly query: { readonly period?: string; readonly unit?: string };
};

/** What a permission of the caller's reaches, or null without it. */
function reachOf({ who, today }: Pick<Call, 'who' | 'today'>, permission: Permission) {
  return who === null ? null : toScope(who, permission, today);
}

/** The figures of the period that the caller reaches; null for who sees no indicators. */
async function readFigures(call: Asked): Promise<PeriodFigures | null> {
  const scope = reachOf(call, 'see-indicators');
  if (scope === null) return null;
  const { period, unit } = call.query;
  return viewHome(call.institution, figuresOf(call), {
    period: period ?? null,
    unit: unit ?? null,
    scope,
    today: call.today,
  });
}

/** Which cases measure the steps of a process's procedure. */
function toQuestion(call: Asked & { readonly params: { readonly id: string } }) {
  return {
    process: call.params.id,
    period: call.query.period ?? null,
    unit: call.query.unit ?? null,
    scope: reachOf(call, 'see-cases'),
  };
}

/** Looks for the times of a procedure in the logs that the caller reaches. */
function toOther(call: Asked) {
  return (procedure: Procedure) => measureLogSteps(call.institution, procedure, reachOf(call, 'see-logs'));
}

export const processHandlers: Handlers<typeof processRoutes> = {
  'get /api/processes': async (call) =>
    viewProcessMap(call.institution, await readFigures(call), {
      scope: reachOf(call, 'see-indicators'),
      today: call.today,
    }),
  'get /api/process-families': async ({ institution, scope }) => ({
    families: listFamilies(institution, scope),
    alone: scope.processes === null,
  }),
  'post /api/processes': async ({ institution, body, scope, host }) => {
    const [id = ''] = await addProcesses(institution, [body], scope);
    await host.reloadContent();
    return { id };
  },
  'post /api/processes/several': async ({ institution, body, scope, host }) => {
    const ids = await addProcesses(institution, body.processes, scope);
    await host.reloadContent();
    return { ids };
  },
  'get /api/processes/{id}': async (call) =>
    viewProcess(call.institution, call.params.id, await readFigures(call), {
      scope: reachOf(call, 'see-indicators'),
      editing: reachOf(call, 'edit-process'),
      unit: call.query.unit ?? null,
      today: call.today,
    }),
  'get /api/processes/{id}/choices': async ({ institution }) => ({
    indicators: listNameableIndicators(institution),
  }),
  'post /api/processes/{id}/characterisation': async (call) => {
    const { seen, ...version } = call.body;
    const saved = await saveCharacterisation(call.institution, {
      process: call.params.id,
      seen,
      version,
      scope: call.scope,
    });
    await call.host.reloadContent();
    return saved;
  },
  'get /api/processes/{id}/procedure': async (call) =>
    viewProcedure(call.institution, call.query.procedure ?? null, toQuestion(call), toOther(call)),
  'get /api/processes/{id}/procedure/pdf': async (call) => {
    const { language, today, who } = call;
    const reader = { language, today, who: who?.name ?? '' };
    const named = call.query.procedure ?? null;
    const { name, bytes } = await printProcedure(
      call.institution,
      named,
      toQuestion(call),
      reader,
      toOther(call),
    );
    return { name, type: 'application/pdf', content: { bytes } };
  },
  'get /api/processes/{id}/procedure/bpmn': async (call) => {
    const { name, text } = await writeBpmn(
      call.institution,
      { process: call.params.id, procedure: call.query.procedure ?? null },
      call.language,
    );
    return { name, type: 'application/xml', content: { bytes: new TextEncoder().encode(text) } };
  },
};
