/** One mistake: in a file, a text changed for another (or a whole new file), and the problem it must give. */
export type Mistake = readonly [
  name: string,
  file: string,
  change: string | readonly [string, string] | Uint8Array,
  expected: { code: string; line: number; hint?: string; path?: string; severity?: 'warning'; file?: string },
];
