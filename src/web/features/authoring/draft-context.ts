import { createContext, useContext } from 'react';
import type { SheetForm } from '../../../kernel/index.ts';
import type { OfferedColumn, OfferedDataset, Said, Vocabulary } from './answers.ts';

/** The form that is being filled in, and what every field of it needs. */
export interface DraftDoor {
  readonly form: SheetForm;
  /** Changes some fields and leaves the rest. */
  readonly set: (part: Partial<SheetForm>) => void;
  /** Begins anew over other data, keeping the name. */
  readonly changeDataset: (id: string) => void;
  readonly vocabulary: Vocabulary;
  readonly dataset: OfferedDataset | undefined;
  readonly findDataset: (id: string) => OfferedDataset | undefined;
  /** What is wrong at a field or inside it; what is only missing, once saving was tried. */
  readonly told: (field: string) => Said | undefined;
  /** Standards that hold already: not changed unless the past is to be corrected. */
  readonly settled: number;
}

const DraftContext = createContext<DraftDoor | null>(null);
export const DraftProvider = DraftContext.Provider;

export function useDraft(): DraftDoor {
  const door = useContext(DraftContext);
  if (door === null) throw new Error('no draft around');
  return door;
}

/** The column of that name in a data set. */
export function findColumn(dataset: OfferedDataset | undefined, name: string): OfferedColumn | undefined {
  return dataset?.columns.find((column) => column.name === name);
}

/** Choices of a select out of columns. */
export function toChoices(
  columns: readonly OfferedColumn[],
  language: 'es' | 'en',
): { value: string; label: string }[] {
  return columns.map(({ name, label }) => ({ value: name, label: label[language] }));
}
