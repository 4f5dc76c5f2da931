import { Button, Group, Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { WIZARD_TEXTS } from './texts.ts';
import type { DraftWork } from './use-draft.ts';

/** Why a file cannot be laid out yet, with the two readings where there are two. */
export function BlockedFile({ work }: { readonly work: DraftWork }) {
  const t = useTexts(WIZARD_TEXTS);
  const { blocked } = work.seen;
  if (blocked === null) return null;
  const { params } = blocked;
  const readings = [1, 2].flatMap((n) => {
    const [encoding, text] = [params[`encoding_${n}`], params[`reading_${n}`]];
    return typeof encoding === 'string' ? [{ encoding, text: String(text) }] : [];
  });
  return (
    <Finding tone="bad">
      <Stack gap="sm">
        <Text fw={600}>{t('blockedTitle')}</Text>
        <Text>{blocked.sentence}</Text>
        {readings.length > 0 && (
          <Group gap="sm">
            <Text>{t('chooseReading')}</Text>
            {readings.map(({ encoding, text }) => (
              <Button key={encoding} variant="default" onClick={() => work.relayout({ encoding })}>
                {text} ({encoding})
              </Button>
            ))}
          </Group>
        )}
      </Stack>
    </Finding>
  );
}
