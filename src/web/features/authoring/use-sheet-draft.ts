import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import type { SheetForm } from '../../../kernel/index.ts';
import { useCall } from '../../app/api.ts';
import type { Preview, Said, Vocabulary } from './answers.ts';
import type { DraftDoor } from './draft-context.ts';

/** The indicator a draft changes or copies; null for a new one. */
export type DraftOf = { readonly id: string; readonly copy: boolean } | null;

/** A pause in typing after which the draft is measured. */
const PAUSE_MS = 450;

export interface SheetDraft {
  readonly door: DraftDoor;
  readonly preview: Preview | undefined;
  readonly waiting: boolean;
  readonly failed: unknown;
  readonly period: string;
  readonly setPeriod: (period: string) => void;
  /** Saving found these; they are shown until the form changes. */
  readonly tell: (told: readonly Said[]) => void;
  readonly says: readonly Said[];
}

/** A form while it is filled in: what it says, what is wrong in it, and what it would measure. */
export function useSheetDraft(
  begun: SheetForm,
  of: DraftOf,
  settled: number,
  vocabulary: Vocabulary,
): SheetDraft {
  const [form, setForm] = useState(begun);
  const [period, setPeriod] = useState('');
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [asked] = useDebouncedValue(form, PAUSE_MS);
  const [month] = useDebouncedValue(period, PAUSE_MS);
  const { mutate, data, isPending, error } = useCall('post /api/authoring/preview', { refresh: false });
  const { mutate: start } = useCall('get /api/authoring/start', { refresh: false });
  const [preview, setPreview] = useState<Preview | undefined>(undefined);
  const [id, copy] = [of?.id, of?.copy ?? false];

  useEffect(() => {
    const wanted = /^\d{4}(?:-(?:\d{2}|Q\d|S\d))?$/.test(month) ? month : null;
    const body = { draft: { form: asked }, of: id === undefined ? null : { id, copy }, period: wanted };
    mutate({ body });
  }, [mutate, asked, month, id, copy]);
  // The last figure stays in sight while the next one comes.
  useEffect(() => {
    if (data !== undefined) setPreview(data);
  }, [data]);

  const door = useMemo((): DraftDoor => {
    const findDataset: DraftDoor['findDataset'] = (name) =>
      vocabulary.datasets.find((dataset) => dataset.id === name);
    const wrong = [...said, ...(preview?.problems ?? [])];
    return {
      form,
      set: (part) => {
        setForm((before) => ({ ...before, ...part }));
        setSaid([]);
      },
      changeDataset: (dataset) =>
        start(
          { query: { kind: form.calculation.kind, dataset } },
          {
            onSuccess: (fresh) =>
              setForm((before) => ({
                ...before,
                dataset,
                date: fresh.date,
                population: fresh.population,
                source: fresh.source,
                calculation: fresh.calculation,
                scope: [],
                where: [],
                except: fresh.except,
                standards: before.standards.map((standard) => ({ ...standard, where: [] })),
              })),
          },
        ),
      vocabulary,
      dataset: findDataset(form.dataset),
      findDataset,
      told: (field) => wrong.find((each) => each.field === field || each.field.startsWith(`${field}.`)),
      settled,
    };
  }, [form, said, preview, vocabulary, settled, start]);

  return {
    door,
    preview,
    waiting: isPending,
    failed: error,
    period,
    setPeriod,
    tell: setSaid,
    says: said,
  };
}
