import type { authoringRoutes } from '../../contract/index.ts';
import {
  adoptExample,
  confirmSheet,
  describeOrigin,
  describeVocabulary,
  listExamples,
  listRetired,
  listServices,
  listValues,
  measureServices,
  openIndicator,
  previewIndicator,
  proposeCode,
  restoreIndicator,
  retireIndicator,
  saveIndicator,
  startForm,
  viewWaitingChange,
  writeExampleTemplate,
} from '../../usecases/index.ts';
import type { Handlers } from '../call.ts';

export const authoringHandlers: Handlers<typeof authoringRoutes> = {
  'get /api/authoring/vocabulary': async ({ institution }) => describeVocabulary(institution),
  'get /api/authoring/values': async ({ institution, query, language }) =>
    listValues(institution, {
      dataset: query.dataset,
      column: query.column,
      search: query.search ?? '',
      page: query.page ?? 0,
      language,
    }),
  'get /api/authoring/start': async ({ institution, query, today }) =>
    startForm(institution, { kind: query.kind, dataset: query.dataset ?? null, today }),
  'get /api/authoring/code': async ({ institution, query }) => ({
    code: proposeCode(query.name, institution.content.catalogue),
  }),
  'post /api/authoring/preview': async ({ institution, body, language }) => {
    const { figure, ...preview } = await previewIndicator(institution, { ...body, language });
    if (figure === null) return { ...preview, figure };
    const { measurement, ...counts } = figure;
    const { verdict, value, unit, n, provisional } = measurement;
    const hides_tail = measurement.warnings.some(({ code }) => code === 'mean-hides-tail');
    return { ...preview, figure: { ...counts, hides_tail, verdict, value, unit, n, provisional } };
  },
  'get /api/authoring/indicators/{id}': async ({ institution, params, query, language }) =>
    openIndicator(institution, { id: params.id, copy: query.copy === '1', language }),
  'get /api/authoring/indicators/{id}/waiting': async (call) => {
    const { institution, params, who, scope, language, today } = call;
    return { change: viewWaitingChange(institution, params.id, { who, scope, language, today }) };
  },
  'post /api/authoring/indicators': async ({ institution, body, today, language, host }) => {
    const result = await saveIndicator(institution, { ...body, today, language });
    if (result.saved !== null) await host.reloadContent();
    return result;
  },
  'get /api/authoring/services': async ({ institution }) => listServices(institution),
  'post /api/authoring/services': async ({ institution, body, today, host }) => {
    const result = await measureServices(institution, { services: body.services, today });
    if (result.made.length > 0) await host.reloadContent();
    return result;
  },
  'get /api/indicators/{id}/origin': async ({ institution, params }) =>
    describeOrigin(institution, params.id),
  'post /api/authoring/indicators/{id}/confirm': async ({ institution, params }) => {
    confirmSheet(institution, params.id);
    return { confirmed: true };
  },
  'post /api/authoring/indicators/{id}/retire': async ({ institution, params, body, today, host }) => {
    await retireIndicator(institution, { id: params.id, reason: body.reason, today });
    await host.reloadContent();
    return { retired: params.id };
  },
  'get /api/authoring/retired': async ({ institution }) => ({ retired: await listRetired(institution) }),
  'post /api/authoring/retired/{id}/restore': async ({ institution, params, host }) => {
    await restoreIndicator(institution, { id: params.id });
    await host.reloadContent();
    return { restored: params.id };
  },
  'get /api/examples': async ({ institution }) => listExamples(institution),
  'post /api/examples/{id}/adopt': async ({ institution, params, host }) => {
    const adopted = await adoptExample(institution, { example: params.id });
    await host.reloadContent();
    return adopted;
  },
  'get /api/examples/{id}/template': async ({ institution, params, query, language }) => {
    const { name, bytes } = await writeExampleTemplate(institution, {
      example: params.id,
      dataset: query.dataset,
      language,
    });
    return {
      name,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: { bytes },
    };
  },
};
