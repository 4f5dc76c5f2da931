import { Code, Group, Modal, Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { TEXTS } from './texts.ts';

interface CodeShownProps {
  readonly code: { readonly login: string; readonly code: string };
  readonly onClose: () => void;
}

/** A code to hand over, in sight this once. */
export function CodeShown({ code: { login, code }, onClose }: CodeShownProps) {
  const t = useTexts(TEXTS);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('recoveryTitle', { login })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text>{t('recoveryAbout')}</Text>
        <Group>
          <Code fz="xl">{code}</Code>
          <CopyText text={code} />
        </Group>
      </Stack>
    </Modal>
  );
}
