/**
 * A text whose figures stay on one line with what they count: `70 %`, `24 h`, `6 min`.
 *
 * @example keepTogether('El 70 % de los casos') // 'El 70\u00a0% de los casos'
 */
export function keepTogether(text: string): string {
  return text.replace(/(\d) (?=(?:%|h|min|s|días?|days?)(?![\p{L}]))/gu, '$1\u00a0');
}
