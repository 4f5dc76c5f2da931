import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { dataRoutes } from '../../contract/index.ts';
import { toScope } from '../../kernel/index.ts';
import {
  bringCorrections,
  bringFile,
  correctRows,
  decideUndo,
  describeDatasets,
  describeImport,
  discardDraft,
  findOriginal,
  findRejectPercent,
  findUndoProposals,
  getDataset,
  type Institution,
  inspectDraft,
  keepDraft,
  listAgenda,
  listCorrections,
  listDrafts,
  listImports,
  listReadings,
  listSavedMappings,
  listSpellings,
  mergeSpelling,
  nameOf,
  offerSavedMapping,
  previewMerge,
  proposeUndo,
  publishDraft,
  saveAgenda,
  tryDraft,
  unmergeSpelling,
  writeCorrections,
  writeTemplate,
} from '../../usecases/index.ts';
import type { Call, FileAnswer, Handlers } from '../call.ts';
import { tellProblems, tellRefusal } from '../tell-problems.ts';

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const NO_CONTROL = { rows: null, sums: [] } as const;

const by = ({ who }: Pick<Call, 'who'>): string => who?.id ?? '';

/** A file written for one answer alone, in a folder of its own that goes with it. */
async function takeWritten(path: string, name: string): Promise<FileAnswer> {
  try {
    const kind = name.slice(name.lastIndexOf('.') + 1);
    return {
      name,
      type: MEDIA[kind] ?? 'application/octet-stream',
      content: { bytes: await readFile(path) },
    };
  } finally {
    await rm(dirname(path), { recursive: true, force: true });
  }
}

/** Who brought an import, by name, and whether somebody asked to undo it. */
function tellMore(institution: Institution, { id, by }: { readonly id: string; readonly by: string | null }) {
  const undo = findUndoProposals(institution).get(id);
  return {
    by_name: nameOf(institution, by),
    undo: undo ? { ...undo, proposed_by_name: nameOf(institution, undo.proposed_by) } : null,
  };
}

export const dataHandlers: Handlers<typeof dataRoutes> = {
  'post /api/drafts': async (call) => {
    const { id, name, bytes } = await keepDraft(call.institution, {
      path: call.file.path,
      name: call.file.name,
      by: by(call),
    });
    return { id, name, bytes };
  },
  'get /api/drafts': async (call) => ({
    drafts: (await listDrafts(call.institution, by(call))).map(({ id, name, bytes, at, mapping }) => ({
      id,
      name,
      bytes,
      at,
      mapping,
    })),
  }),
  'post /api/drafts/{id}/inspect': async (call) => {
    const seen = await inspectDraft(call.institution, {
      draft: call.params.id,
      by: by(call),
      dataset: call.body.dataset ?? null,
      layout: call.body.layout ?? {},
      mapping: call.body.mapping ?? null,
    });
    const { blocked, columns, mapping } = seen;
    const told = blocked && {
      ...blocked,
      sentence: tellRefusal(blocked.code, blocked.params, call.language),
    };
    return { ...tellProblems(seen, call.language), blocked: told, columns, mapping };
  },
  'post /api/drafts/{id}/try': async (call) =>
    tellProblems(
      await tryDraft(call.institution, {
        draft: call.params.id,
        by: by(call),
        scope: call.scope,
        mapping: call.body.mapping,
        mask: call.body.mask === true,
        control: call.body.control ?? NO_CONTROL,
      }),
      call.language,
    ),
  'post /api/drafts/{id}/publish': async (call) => {
    const { institution, body, who, today } = call;
    const outcome = await publishDraft(institution, {
      draft: call.params.id,
      by: by(call),
      scope: call.scope,
      mapping: body.mapping,
      mask: body.mask === true,
      control: body.control ?? NO_CONTROL,
      reason: body.reason ?? null,
    });
    if (who && toScope(who, 'merge-spellings', today) !== null)
      for (const { dimension, from, to } of body.merges ?? [])
        await mergeSpelling(institution, dimension, from, to);
    return tellProblems(outcome, call.language);
  },
  'delete /api/drafts/{id}': async (call) => {
    await discardDraft(call.institution, call.params.id, by(call));
    return {};
  },
  'get /api/datasets': async ({ institution, language }) => ({
    datasets: describeDatasets(institution, language),
  }),
  'get /api/datasets/{id}/template': async ({ institution, params, language }) => {
    const dataset = getDataset(institution.content, params.id);
    const name = `plantilla-${dataset.id}.xlsx`;
    const folder = await mkdtemp(join(institution.facts.temp, 'template-'));
    const out = join(folder, name);
    await writeTemplate(institution, { dataset: dataset.id, out, language });
    return takeWritten(out, name);
  },
  'get /api/imports': async ({ institution, scope }) => {
    const lines = await listImports(institution, scope);
    const inForce = lines.filter(({ undone_at }) => undone_at === null);
    return {
      imports: lines.map((line) => ({ ...line, ...tellMore(institution, line) })),
      in_force: inForce.length,
      open: inForce.reduce((sum, { open }) => sum + open, 0),
      reject_percent: findRejectPercent(institution.ledger),
    };
  },
  'post /api/imports': async ({ institution, file, query, scope, language }) =>
    tellProblems(
      await bringFile(institution, {
        path: file.path,
        name: file.name,
        dataset: query.dataset ?? null,
        scope,
      }),
      language,
    ),
  'get /api/imports/{id}': async ({ institution, scope, params, language }) => {
    const page = await describeImport(institution, scope, params.id);
    return {
      ...tellProblems(page, language),
      ...tellMore(institution, page),
      corrections: page.corrections.map((row) => ({ ...row, by_name: nameOf(institution, row.by) })),
    };
  },
  'get /api/imports/{id}/file': async ({ institution, scope, params, query }) => {
    const { path, name } = await findOriginal(institution, scope, params.id, query.reason ?? '');
    return { name, type: 'application/octet-stream', content: { path } };
  },
  'post /api/imports/{id}/undo': async ({ institution, params, body, today }) =>
    proposeUndo(institution, params.id, body.reason, today),
  'post /api/imports/{id}/undo/decide': async ({ institution, params, body, today }) =>
    decideUndo(institution, { id: params.id, ...body, today }),
  'get /api/corrections': async ({ institution, scope, language }) =>
    tellProblems(listCorrections(institution, scope), language),
  'post /api/corrections/{id}': async ({ institution, scope, params, body, language }) =>
    tellProblems(
      await correctRows(institution, { sheet: params.id, rows: body.rows, scope, language }),
      language,
    ),
  'get /api/corrections/{id}/file': async ({ institution, scope, params, query, language }) => {
    const { path, name } = await writeCorrections(institution, {
      sheet: params.id,
      scope,
      language,
      format: query.format,
    });
    return takeWritten(path, name);
  },
  'post /api/datasets/{id}/corrections': async ({ institution, scope, params, file, language }) =>
    tellProblems(
      await bringCorrections(institution, { path: file.path, name: file.name, dataset: params.id, scope }),
      language,
    ),
  'get /api/mappings': async ({ institution }) => ({ mappings: listSavedMappings(institution) }),
  'put /api/mappings/{id}': async ({ institution, params, body }) => {
    offerSavedMapping(institution, params.id, body.offered);
    return {};
  },
  'get /api/spellings': async ({ institution, query }) => listSpellings(institution, query.of),
  'get /api/spellings/preview': async ({ institution, query }) =>
    previewMerge(institution, query.of, query.from, query.to),
  'post /api/spellings/merge': async ({ institution, body }) => {
    await mergeSpelling(institution, body.of, body.from, body.to);
    return {};
  },
  'post /api/spellings/unmerge': async ({ institution, body }) => {
    await unmergeSpelling(institution, body.of, body.from);
    return {};
  },
  'get /api/agenda': async ({ institution, query, today, who, language }) => {
    const agenda = await listAgenda(institution, query.period, today);
    const mayRead = who !== null && toScope(who, 'see-readings', today) !== null;
    return {
      ...agenda,
      readings: mayRead ? listReadings(institution, agenda.month, language) : [],
      datasets: describeDatasets(institution, language).map(({ id, name }) => ({ id, name })),
    };
  },
  'put /api/agenda': async ({ institution, body }) => {
    saveAgenda(institution, body.entries);
    return {};
  },
};
