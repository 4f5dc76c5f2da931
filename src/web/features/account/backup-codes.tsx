import { Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { Finding } from '../../ui/finding.tsx';
import { TEXTS } from './texts.ts';

interface BackupCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The codes that stand in for the telephone, shown this once. */
export function BackupCodes({ codes, onKept }: BackupCodesProps) {
  const t = useTexts(TEXTS);
  return (
    <Stack>
      <Finding tone="info">{t('backupKeep')}</Finding>
      <Text>{t('backupWhat')}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {codes.map((code) => (
          <Code key={code} fz="md">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group>
        <Button onClick={onKept}>{t('backupKept')}</Button>
        <CopyText text={codes.join('\n')} />
      </Group>
    </Stack>
  );
}
