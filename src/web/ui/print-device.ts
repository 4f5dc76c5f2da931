const BROWSERS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/**
 * What a browser calls itself, in words a person knows.
 *
 * @example printDevice('Mozilla/5.0 (Windows NT 10.0) … Chrome/147.0 Safari/537.36') // 'Chrome, Windows'
 */
export function printDevice(agent: string): string {
  const find = (names: typeof BROWSERS) => names.find(([mark]) => mark.test(agent))?.[1];
  const known = [find(BROWSERS), find(SYSTEMS)].filter((name) => name !== undefined);
  return known.length === 0 ? agent.slice(0, 40) : known.join(', ');
}
