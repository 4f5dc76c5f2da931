import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './finding.module.css';

interface TileProps {
  readonly label: string;
  /** The figure, already printed with its unit. */
  readonly value: ReactNode;
  /** n, period, or what to compare with. */
  readonly note?: ReactNode;
}

/** One figure with its name; put several inside {@link Tiles}. */
export function Tile({ label, value, note }: TileProps) {
  return (
    <div className={styles.tile}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className={styles.tileValue}>{value}</div>
      {note !== undefined && (
        <Text size="sm" c="dimmed" component="div">
          {note}
        </Text>
      )}
    </div>
  );
}

/** A row of tiles; two abreast on a phone. */
export function Tiles({ children }: { readonly children: ReactNode }) {
  return <div className={styles.tiles}>{children}</div>;
}
