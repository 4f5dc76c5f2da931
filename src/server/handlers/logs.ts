import type { logRoutes } from '../../contract/index.ts';
import {
  changeLog,
  inspectLog,
  keepLog,
  keepLogDraft,
  listLogs,
  type LogReading,
  type LogView,
  removeLog,
  viewLog,
} from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';

/** Rows of the graph on the wire; all are counted. */
const MOST_EDGES = 300;
const MOST_ACTIVITIES = 500;

type Procedure = NonNullable<LogView['procedure']>;

/** What was left out of a form is left out of what is kept. */
function toReading(given: object | null): LogReading | null {
  return given === null ? null : (JSON.parse(JSON.stringify(given)) as LogReading);
}

function toSteps({ nodes }: Pick<Procedure, 'nodes'>) {
  return nodes.flatMap((node) =>
    node.kind === 'step' ? [{ id: node.id, name: node.name, number: node.number }] : [],
  );
}

function toWire({ procedure, edges, activities, ...view }: LogView) {
  return {
    ...view,
    activities: activities.slice(0, MOST_ACTIVITIES),
    edges: edges.slice(0, MOST_EDGES),
    edge_count: edges.length,
    procedure: procedure && {
      id: procedure.id,
      name: procedure.name,
      process: procedure.process,
      steps: toSteps(procedure),
      actors: procedure.actors,
      nodes: procedure.nodes,
    },
  };
}

export const logHandlers: Handlers<typeof logRoutes> = {
  'get /api/logs': async ({ institution, scope }) => {
    const { logs, procedures } = listLogs(institution, { scope });
    return {
      logs,
      procedures: procedures.map(({ id, name, process, nodes }) => ({
        id,
        name,
        process,
        steps: toSteps({ nodes }),
      })),
    };
  },
  'get /api/logs/{id}': async ({ institution, params, scope }) => {
    const { name, log, empty } = await viewLog(institution, { id: params.id, scope });
    return { name, log: log && toWire(log), empty };
  },
  'post /api/logs/drafts': async ({ institution, file }) => ({
    draft: await keepLogDraft(institution, { path: file.path, name: file.name }),
  }),
  'post /api/logs/drafts/{id}/inspect': async ({ institution, params, body, scope }) =>
    toWire(
      await inspectLog(institution, { ...body, reading: toReading(body.reading), draft: params.id, scope }),
    ),
  'post /api/logs/drafts/{id}/keep': async ({ institution, params, body, scope }) => {
    const kept = await keepLog(institution, {
      ...body,
      reading: toReading(body.reading),
      draft: params.id,
      scope,
    });
    return { id: String(kept.id) };
  },
  'put /api/logs/{id}': async ({ institution, params, body, scope }) => {
    changeLog(institution, { ...body, id: params.id, scope });
    return {};
  },
  'delete /api/logs/{id}': async ({ institution, params, scope }) => {
    removeLog(institution, { id: params.id, scope });
    return {};
  },
};
