import type { LocalText } from '../../kernel/index.ts';
import type { IconName } from '../ui/icon.tsx';
import { listTabs, mayOpen } from './may-open.ts';
import { SCREENS, SECTIONS } from './screens.tsx';
import type { Session } from './session.ts';

export interface RailEntry {
  readonly to: string;
  readonly label: LocalText;
  readonly icon: IconName;
  readonly place: number;
  /** How the paths under it begin. */
  readonly paths: readonly string[];
}

/** The rail of a person: screens and sections that they may open, in the order of the circuit. */
export function toRailEntries(session: Session): readonly RailEntry[] {
  const screens = SCREENS.flatMap((screen): RailEntry[] => {
    const { path, label, section, rail, icon = 'indicator' } = screen;
    if (section !== undefined || rail === null || !mayOpen(screen, session)) return [];
    return [{ to: path, label, icon, place: rail, paths: [path] }];
  });
  const sections = (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).flatMap((id): RailEntry[] => {
    const tabs = listTabs(id, session);
    const { label, icon, rail, path } = SECTIONS[id];
    const paths = [path, ...tabs.map((tab) => tab.path)];
    return tabs[0] ? [{ to: tabs[0].path, label, icon, place: rail, paths }] : [];
  });
  return [...screens, ...sections].toSorted((a, b) => a.place - b.place);
}

/** Whether an address lies under an entry. */
export function isUnder(address: string, { paths }: RailEntry): boolean {
  return paths.some((path) => address === path || (path !== '/' && address.startsWith(`${path}/`)));
}
