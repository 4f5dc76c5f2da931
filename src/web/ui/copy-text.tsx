import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from './icon.tsx';
import { useKitTexts } from './texts.ts';

interface CopyTextProps {
  readonly text: string;
  /** «Copiar la frase»; «Copiar» when absent. */
  readonly label?: string;
}

/** Without a secure address browsers give no clipboard; the old way still copies. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

/** Puts a text on the clipboard and says so. */
export function CopyText({ text, label }: CopyTextProps) {
  const texts = useKitTexts();
  const [copied, setCopied] = useState(false);
  const press = async () => {
    await copy(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2500);
  };
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
      onClick={() => void press()}
    >
      <span aria-live="polite">{copied ? texts.copied : (label ?? texts.copy)}</span>
    </Button>
  );
}
