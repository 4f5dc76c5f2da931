const CODES: readonly string[] = ['file-count-differs', 'file-sum-differs'];

/** Whether a warning says that a total of the file itself agrees with nothing that was read. */
export function isTotalWarning(code: string): boolean {
  return CODES.includes(code);
}
