import type { Measurement, Sheet } from '../../kernel/index.ts';

/**
 * How far a figure stands from its standard in the failing direction, as a share of the bound:
 * 0.1 is 10 % beyond it, -0.1 is 10 % to spare. Beyond a bound of zero it is the distance itself.
 * Null without a figure or a standard.
 *
 * @example toGap({ value: 1.1, standard: { ceiling: 1 } }, sheet) // 0.1
 */
export function toGap(
  { value, standard }: Pick<Measurement, 'value' | 'standard'>,
  sheet: Sheet,
): number | null {
  if (value === null || standard === null) return null;
  const { floor, ceiling, from } = standard;
  const direction =
    sheet.standards.find((item) => item.from === from)?.direction ??
    (floor === null ? 'at-most' : 'at-least');
  const under = floor === null ? null : share(floor - value, floor);
  const over = ceiling === null ? null : share(value - ceiling, ceiling);
  // Of a floor and a ceiling, the one that is passed or is nearest to be.
  if (under !== null && over !== null) return Math.max(under, over);
  switch (direction) {
    case 'at-least':
      return under;
    case 'at-most':
      return over;
    case 'between':
      return under ?? over;
    default:
      return direction satisfies never;
  }
}

function share(distance: number, bound: number): number {
  return bound === 0 ? distance : distance / Math.abs(bound);
}
