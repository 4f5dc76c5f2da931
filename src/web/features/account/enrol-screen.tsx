import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Plain } from '../../app/plain.tsx';
import { useSignOut } from '../../app/session-calls.ts';
import { useTexts } from '../../app/words.ts';
import { EnrolForm } from './enrol-form.tsx';
import { TEXTS } from './texts.ts';

/** A second step that is owed: nothing else can be done before it is set. */
export default function EnrolScreen() {
  const t = useTexts(TEXTS);
  const client = useQueryClient();
  const signOut = useSignOut();
  return (
    <Plain title={t('enrolTitle')} about={t('enrolAbout')}>
      <EnrolForm
        onDone={() => void client.resetQueries()}
        others={
          <Button variant="subtle" onClick={signOut}>
            {t('leave')}
          </Button>
        }
      />
    </Plain>
  );
}
