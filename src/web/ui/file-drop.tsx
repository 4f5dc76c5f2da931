import { Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { Icon } from './icon.tsx';
import styles from './state.module.css';
import { useKitTexts } from './texts.ts';

interface FileDropProps {
  readonly label: string;
  /** What may be dropped, in words. */
  readonly hint?: string;
  /** Extensions as `<input accept>` takes them: `.csv,.xlsx`. */
  readonly accept?: string;
  /** Name of the file already taken. */
  readonly taken?: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file, or to press Enter and choose one. */
export function FileDrop({ label, hint, accept, taken, disabled = false, onFile }: FileDropProps) {
  const texts = useKitTexts();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) onFile(file);
  };
  return (
    <label
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={28} />
      <Text fw={600}>{label}</Text>
      <Text size="sm" c="dimmed">
        {taken === undefined ? `${texts.drop} ${texts.pick}` : `${texts.picked}: ${taken}`}
      </Text>
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
