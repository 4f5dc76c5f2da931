import { useCallback, useEffect, useRef, useState } from 'react';
import { type Refused, useCall } from '../../app/api.ts';
import type { Inspection, Layout, Mapping } from './answers.ts';

/** A file being prepared, as the wizard works with it. */
export interface DraftWork {
  readonly id: string;
  readonly seen: Inspection;
  /** What the person has by now; the inspection may still be on its way. */
  readonly mapping: Mapping | null;
  readonly looking: boolean;
  readonly refused: Refused | null;
  /** Changes how it is read, and looks again. */
  readonly change: (change: (mapping: Mapping) => Mapping) => void;
  /** Says how the file is laid out or what data it holds: columns are guessed anew. */
  readonly relayout: (layout: Layout, dataset?: string) => void;
}

/** Looks at a draft as it was left, and again after each change. Null until the first look is done. */
export function useDraft(
  id: string,
  left: Mapping | null,
): { work: DraftWork | null; error: Refused | null } {
  const inspect = useCall('post /api/drafts/{id}/inspect', { refresh: false });
  const { mutate } = inspect;
  const [seen, setSeen] = useState<Inspection | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(left);
  /** Answers that come after a newer question was asked say nothing any more. */
  const asked = useRef(0);
  const look = useCallback(
    (body: {
      readonly dataset?: string | null;
      readonly layout?: Layout;
      readonly mapping?: Mapping | null;
    }) => {
      asked.current += 1;
      const question = asked.current;
      mutate(
        { params: { id }, body },
        {
          onSuccess: (answer) => {
            if (question !== asked.current) return;
            setSeen(answer);
            setMapping(answer.mapping);
          },
        },
      );
    },
    [id, mutate],
  );
  const first = useRef(left);
  useEffect(() => look({ mapping: first.current }), [look]);
  if (seen === null) return { work: null, error: inspect.error };
  const work: DraftWork = {
    id,
    seen,
    mapping,
    looking: inspect.isPending,
    refused: inspect.error,
    change: (change) => {
      if (mapping === null) return;
      const next = change(mapping);
      setMapping(next);
      look({ mapping: next });
    },
    relayout: (layout, dataset) => {
      const told = { ...seen.layout.told, ...layout };
      look({ layout: told, dataset: dataset ?? seen.dataset, mapping: null });
    },
  };
  return { work, error: null };
}
