/** What the ledger keeps of each version of a sheet that was written here. */
export interface KeptSheet {
  readonly version: number;
  readonly reason: string;
  /** Whose change it is: who proposed it, where it was approved. */
  readonly by: string | null;
  /** The proposal it was made by, and who approved it; absent where nobody had to. */
  readonly proposal?: number;
  readonly approved_by?: string | null;
  readonly text: string;
}

/** Under which key of the ledger the versions of a sheet are kept. */
export function sheetKey(id: string): string {
  return `sheet/${id}`;
}
