import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './page.module.css';
import { useAddress } from './use-address.ts';

interface UrlTabsProps {
  /** Name in the address: `?vista=`. */
  readonly name?: string;
  /** What the tabs are of, for whoever does not see them. */
  readonly label: string;
  /** Only the one in sight is drawn. */
  readonly tabs: readonly { readonly id: string; readonly label: ReactNode; readonly panel: ReactNode }[];
}

/** Tabs whose choice is in the address. */
export function UrlTabs({ name = 'vista', label, tabs }: UrlTabsProps) {
  const [chosen, choose] = useAddress(name, tabs[0]?.id ?? '');
  const value = tabs.some(({ id }) => id === chosen) ? chosen : (tabs[0]?.id ?? '');
  return (
    <Tabs value={value} onChange={(next) => choose(next ?? undefined)} keepMounted={false}>
      <Tabs.List aria-label={label} mb="md" className={styles.tabs}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.id} value={tab.id}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.id} value={tab.id}>
          {tab.panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
