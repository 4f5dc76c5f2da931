import { Stack } from '@mantine/core';
import { printInstant } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { toWallClock } from '../../ui/to-wall-clock.ts';
import { BackupList } from './backup-list.tsx';
import { MakeSection } from './make-section.tsx';
import { RestoreSection } from './restore-section.tsx';
import { TEXTS } from './texts.ts';

/** Copias de respaldo: when the last one was made, making one, whether they serve, and how to restore. */
export default function BackupScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/backups');
  const [last] = answer.data?.backups ?? [];
  const finding =
    answer.data &&
    (last ? t('last', { when: printInstant(toWallClock(last.made_at), language) }) : t('none'));
  return (
    <Page title={t('title')} finding={finding}>
      <LoadingPanel answer={answer}>
        {({ folder, beside_data, backups }) => (
          <Stack gap="lg">
            <MakeSection folder={folder} beside={beside_data} />
            <BackupList backups={backups} />
            <RestoreSection backup={backups[0] ? `${folder}/${backups[0].name}` : folder} />
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}
