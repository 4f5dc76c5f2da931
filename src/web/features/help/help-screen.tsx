import { Accordion, Text } from '@mantine/core';
import { useLabel, useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Page } from '../../ui/page.tsx';
import { Prose } from '../../ui/prose.tsx';
import { Section } from '../../ui/section.tsx';
import { TOPICS } from './find-topic.ts';
import { GUIDE } from './guide.ts';
import { TEXTS } from './texts.ts';

/** The guide, and the help of every screen in one place. */
export default function HelpScreen() {
  const t = useTexts(TEXTS);
  const label = useLabel();
  return (
    <Page title={t('title')} finding={t('finding')} help={null}>
      <Section title={t('guide')}>
        {t('guideLanguage') !== '' && <Text c="dimmed">{t('guideLanguage')}</Text>}
        <div lang="es">
          <Prose text={GUIDE} from={2} />
        </div>
      </Section>
      <Section title={t('screens')}>
        <Accordion multiple order={3} chevronPosition="left">
          {TOPICS.map(({ path, title, body }) => (
            <Accordion.Item key={path} value={path}>
              <Accordion.Control>{label(title)}</Accordion.Control>
              <Accordion.Panel>
                <Prose text={label(body)} from={3} />
                {!path.includes('$') && (
                  <Text mt="sm">
                    <AppLink to={path}>{t('go')}</AppLink>
                  </Text>
                )}
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      </Section>
    </Page>
  );
}
