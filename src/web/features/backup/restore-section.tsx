import { Code, List, Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

/** How a backup is put back, in words, with the command to copy. */
export function RestoreSection({ backup }: { readonly backup: string }) {
  const t = useTexts(TEXTS);
  const order = `npm run -s circuito -- restore "${backup}" --data ${t('newFolder')}`;
  return (
    <Section title={t('restoreTitle')}>
      <Text mb="sm">{t('restoreWhat')}</Text>
      <List type="ordered" mb="md">
        <List.Item>{t('step1')}</List.Item>
        <List.Item>{t('step2')}</List.Item>
        <List.Item>{t('step3')}</List.Item>
        <List.Item>{t('step4')}</List.Item>
      </List>
      <Code block mb="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {order}
      </Code>
      <CopyText text={order} label={t('copyOrder')} />
    </Section>
  );
}
