import { Stack, Title } from '@mantine/core';
import { useLabel, useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Prose } from '../../ui/prose.tsx';
import { findTopic } from './find-topic.ts';
import { TEXTS } from './texts.ts';

/** The help on one screen, at its side. */
export default function HelpTopic({ topic }: { readonly topic: string }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const { title, body } = findTopic(topic);
  return (
    <Stack gap="sm">
      <Title order={3}>{label(title)}</Title>
      <Prose text={label(body)} from={3} />
      <AppLink to="/ayuda">{t('more')}</AppLink>
    </Stack>
  );
}
