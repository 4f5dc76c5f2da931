import { expect, it } from 'vitest';
import type { Check, Openable } from './answers.ts';
import { toNewDraft } from './draft.ts';
import { listMissing, listPlaces } from './list-missing.ts';

const text = { es: 'x', en: 'x' };
const field = { type: 'text', label: text, hint: null, required: true, choices: [], many: false } as const;
const OPENABLE: Openable = {
  id: 'debito',
  name: text,
  kind: 'solicitud',
  process: { id: 'debito', name: text },
  object: text,
  requirements: [],
  policies: [],
  fields: [
    { ...field, id: 'requester' },
    { ...field, id: 'letter' },
    { ...field, id: 'comment', required: false },
  ],
  papers: [{ id: 'cedula', label: text, form: 'original' }],
  steps: [
    { id: 'informa', number: 1, name: text, text },
    { id: 'registra', number: 2, name: text, text },
  ],
  promise: text,
};
const CHECK: Check = {
  asked: ['requester', 'comment'],
  papers: ['cedula'],
  bars: [],
  wrong: [],
  promise: text,
  due_at: null,
};

it('asks for what the server asks and nobody answered yet, in the order of the page', () => {
  const draft = toNewDraft({
    fields: { requester: null },
    steps: [{ id: 'informa', at: '2026-11-22T10:00:00Z' }],
  });
  expect(listPlaces(listMissing(OPENABLE, CHECK, draft))).toEqual([
    'place-client',
    'place-unit',
    'place-field-requester',
    'place-paper-cedula',
    'place-step-registra',
  ]);
});

it('misses nothing once all is there, and takes a no for an answer', () => {
  const draft = toNewDraft({
    client: '17',
    unit: 'Norte',
    fields: { requester: false },
    papers: ['cedula'],
    steps: OPENABLE.steps.map(({ id }) => ({ id, at: '2026-11-22T10:00:00Z' })),
  });
  expect(listPlaces(listMissing(OPENABLE, CHECK, draft))).toEqual([]);
});

it('lets somebody complain without saying who they are', () => {
  const missing = listMissing({ ...OPENABLE, kind: 'queja' }, CHECK, toNewDraft({}));
  expect(missing.client).toBe(false);
});
