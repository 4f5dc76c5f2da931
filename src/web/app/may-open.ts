import { SCREENS, type SECTIONS, type Screen } from './screens.tsx';
import type { Session } from './session.ts';

/** Whether the person may open a screen at all. */
export function mayOpen({ may }: Screen, { permissions }: Session): boolean {
  return may === null || may.some((permission) => permissions.has(permission));
}

/** The screens of a section that the person may open, in their order. */
export function listTabs(section: keyof typeof SECTIONS, session: Session): readonly Screen[] {
  return SCREENS.filter(
    (screen) => screen.section === section && screen.rail !== null && mayOpen(screen, session),
  ).toSorted((a, b) => (a.rail ?? 0) - (b.rail ?? 0));
}
