import type { homeRoutes } from '../../contract/index.ts';
import { EVERYTHING, type Permission, toScope } from '../../kernel/index.ts';
import {
  type Figures,
  findAnything,
  listChoices,
  listIndicators,
  type Institution,
  listNeeds,
  toFigureCache,
  viewHeat,
  viewHome,
  viewInduction,
  warmHome,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';

/** Figures of every institution this program keeps open, each apart from the rest. */
const cache = toFigureCache();
/** Units of a heat map told at once; the rest when asked for. */
const MOST_UNITS = 30;

/** The figures kept in memory, and the version of the facts a call must be answered by. */
export function figuresOf({ host }: { readonly host: Pick<Call['host'], 'version'> }): Figures {
  return { cache, version: host.version() };
}

/** Measures what people ask for first. */
export function warmFigures(institution: Institution, version: number, today: string): Promise<void> {
  return warmHome(institution, { cache, version }, today);
}

/** What the caller's permissions reach, or null without one. */
function rightsOf({ who, today }: Pick<Call, 'who' | 'today'>) {
  return (permission: Permission) => (who === null ? null : toScope(who, permission, today));
}

export const homeHandlers: Handlers<typeof homeRoutes> = {
  'get /api/view': async (call) => {
    const scope = rightsOf(call)('see-indicators') ??
      rightsOf(call)('see-directory') ?? { ...EVERYTHING, units: [] };
    return listChoices(call.institution, figuresOf(call), scope, call.today);
  },
  'get /api/home': async (call) => {
    const { institution, query, today } = call;
    const figures = figuresOf(call);
    const may = rightsOf(call);
    const scope = may('see-indicators');
    const view =
      scope &&
      (await viewHome(institution, figures, {
        period: query.period ?? null,
        unit: query.unit ?? null,
        scope,
        today,
      }));
    const needs = await listNeeds(institution, figures, {
      may,
      who: call.who,
      home: view,
      unit: query.unit ?? null,
      today,
    });
    return { view, needs };
  },
  'get /api/home/heat': async (call) => {
    const { institution, query, scope, today } = call;
    const view = await viewHeat(institution, figuresOf(call), {
      period: query.period ?? null,
      unit: query.unit ?? null,
      indicator: query.indicator ?? null,
      scope,
      today,
    });
    return { ...view, rows: query.all ? view.rows : view.rows.slice(0, MOST_UNITS), of: view.rows.length };
  },
  'get /api/indicators': async (call) => {
    const { institution, query, scope, today } = call;
    return listIndicators(institution, figuresOf(call), {
      period: query.period ?? null,
      unit: query.unit ?? null,
      process: query.process ?? null,
      class: query.class ?? null,
      verdict: query.verdict ?? null,
      problems: rightsOf(call)('define-indicator') !== null,
      scope,
      today,
    });
  },
  'get /api/induction': async (call) => {
    const { institution, query, scope, today } = call;
    const asked = { period: query.period ?? null, unit: query.unit ?? null, scope, today };
    return viewInduction(institution, figuresOf(call), asked);
  },
  'get /api/search': async (call) => ({
    found: await findAnything(call.institution, figuresOf(call), { text: call.query.q, may: rightsOf(call) }),
  }),
};
