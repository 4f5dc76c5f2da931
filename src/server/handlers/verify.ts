import type { verifyRoutes } from '../../contract/index.ts';
import { sayProblem } from '../../sentences/index.ts';
import { totalFacts, verifyInstitution } from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';

export const verifyHandlers: Handlers<typeof verifyRoutes> = {
  'post /api/verify': async ({ institution, language }) => {
    const { facts, problems, closings, notices, ...report } = await verifyInstitution(institution);
    const { datasets } = institution.content.catalogue;
    const sound = problems.every(({ severity }) => severity !== 'error');
    institution.ledger.trail.note('verified', { sound: sound ? 1 : 0, entries: report.ledger_entries });
    return {
      ...report,
      sound,
      facts: facts.map((fact) => {
        const name = datasets.get(fact.dataset)?.name ?? { es: fact.dataset, en: fact.dataset };
        return { ...fact, name };
      }),
      closings: closings.map(({ period, version, same, figures, today }) => ({
        period,
        version,
        same,
        figures,
        today,
      })),
      notices: notices.map((notice) => sayProblem(notice, language)),
      problems: problems.map((problem) => ({
        ...problem,
        where: { ...problem.where },
        params: { ...problem.params },
        sentence: sayProblem(problem, language),
      })),
    };
  },
  'get /api/control-totals': async ({ institution, query, scope }) => {
    const datasets = await totalFacts(institution, { period: query.period, unit: query.unit ?? null, scope });
    return {
      datasets: datasets.map(({ totals, imports, ...dataset }) => ({
        ...dataset,
        totals: [...totals],
        imports: imports.map((one) => ({ ...one, totals: [...one.totals] })),
      })),
    };
  },
};
