import { Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { UrlTabs } from '../../ui/url-tabs.tsx';
import type { Alerts } from './answers.ts';
import { DigestList } from './digest-list.tsx';
import { OwnMail } from './own-mail.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { TEXTS } from './texts.ts';

/** Avisos: what is new to the person, day by day, and by which rules people are told. */
export default function AlertsScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/alerts');
  return (
    <Page title={t('title')} finding={answer.data?.sentence[language]}>
      <LoadingPanel answer={answer}>
        {(data) =>
          data.may_plan ? (
            <UrlTabs
              label={t('title')}
              tabs={[
                { id: 'mios', label: t('forMe'), panel: <Own alerts={data} /> },
                { id: 'reglas', label: t('rules'), panel: <RulesPanel /> },
              ]}
            />
          ) : (
            <Own alerts={data} />
          )
        }
      </LoadingPanel>
    </Page>
  );
}

function Own({ alerts }: { readonly alerts: Alerts }) {
  const t = useTexts(TEXTS);
  const { mutate } = useCall('post /api/alerts/seen', { refresh: false });
  const noted = useRef(false);
  const { digests, unseen, mail } = alerts;
  // Once in sight they are seen; what is new stays marked while the page is open.
  useEffect(() => {
    if (unseen === 0 || noted.current) return;
    noted.current = true;
    mutate({});
  }, [unseen, mutate]);
  return (
    <Stack gap="lg">
      {digests.length === 0 ? (
        <EmptyState title={t('none')} action={<LinkButton to="/">{t('noneGo')}</LinkButton>}>
          {t('noneWhat')}
        </EmptyState>
      ) : (
        digests.map((digest) => <DigestList key={digest.date} digest={digest} fresh={!digest.seen} />)
      )}
      <OwnMail mail={mail} />
    </Stack>
  );
}
