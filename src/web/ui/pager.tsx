import { Button, Group, Text } from '@mantine/core';
import { printNumber } from '../../sentences/index.ts';
import { useLanguage } from './language.ts';
import { useKitTexts } from './texts.ts';

interface PagerProps {
  /** Rows before this page. */
  readonly from: number;
  /** Rows on this page. */
  readonly shown: number;
  /** Rows in all. */
  readonly of: number;
  readonly size: number;
  readonly onFrom: (from: number) => void;
}

/** Which rows of how many are in sight, and the way to the others. */
export function Pager({ from, shown, of, size, onFrom }: PagerProps) {
  const texts = useKitTexts();
  const language = useLanguage();
  const print = (n: number) => printNumber(n, language);
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed">
        {shown === 0 ? 0 : `${print(from + 1)}–${print(from + shown)}`} {texts.of} {print(of)}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="sm"
          disabled={from === 0}
          onClick={() => onFrom(Math.max(0, from - size))}
        >
          {texts.previous}
        </Button>
        <Button variant="default" size="sm" disabled={from + shown >= of} onClick={() => onFrom(from + size)}>
          {texts.next}
        </Button>
      </Group>
    </Group>
  );
}
