import { Stack, Text, Title } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import type { Version } from './answers.ts';
import { ChangesTable } from './changes-table.tsx';
import { TEXTS } from './texts.ts';

/** Every version of a closed month, the latest first, with what each figure was and is. */
export function VersionsSection({ versions }: { readonly versions: readonly Version[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('versions')} finding={t('versionsWhat')}>
      <Stack gap="lg">
        {versions.map((version) => {
          const proposed = version.proposed_by_name ?? t('nobody');
          const { approved_by_name: approved, changes, changed } = version;
          return (
            <Stack key={version.version} gap="xs">
              <Title order={3}>
                {t(version.kind === 'closed' ? 'versionClosed' : 'versionRestated', {
                  version: printNumber(version.version, language),
                })}
              </Title>
              <Text>
                <Moment at={version.at} />.{' '}
                {approved === null ? t('signedAlone', { proposed }) : t('signed', { proposed, approved })}
              </Text>
              {version.cause !== '' && <Text>{t('cause', { cause: version.cause })}</Text>}
              {version.kind === 'restated' &&
                (changed === 0 ? <Text>{t('noChange')}</Text> : <ChangesTable changes={changes} />)}
              {changed > changes.length && (
                <Text c="dimmed">
                  {t('changesMore', {
                    shown: printNumber(changes.length, language),
                    n: printNumber(changed, language),
                  })}
                </Text>
              )}
            </Stack>
          );
        })}
      </Stack>
    </Section>
  );
}
