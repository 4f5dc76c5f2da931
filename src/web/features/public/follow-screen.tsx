import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { FollowedCase } from './followed-case.tsx';
import { lastPair } from './last-pair.ts';
import styles from './public.module.css';
import { PublicPage } from './public-page.tsx';
import { PUBLIC_TEXTS } from './texts.ts';

/** How a case goes, for who has its number and its code. */
export default function FollowScreen() {
  const t = useTexts(PUBLIC_TEXTS);
  const [pair, setPair] = useState(lastPair);
  // Kept while it is asked for again, so that what was just said stays on the page.
  const [seen, setSeen] = useState<ApiAnswer<'post /api/public/cases'> | null>(null);
  const call = useCall('post /api/public/cases', { refresh: false });
  const ask = () =>
    call.mutate({ body: { number: pair.number.trim(), code: pair.code.trim() } }, { onSuccess: setSeen });
  if (seen)
    return (
      <PublicPage title={seen.number}>
        <FollowedCase
          followed={seen}
          code={pair.code.trim()}
          onChanged={ask}
          onOther={() => {
            setPair({ number: '', code: '' });
            call.reset();
            setSeen(null);
          }}
        />
      </PublicPage>
    );
  return (
    <PublicPage title={t('follow')}>
      <div className={styles.card}>
        <Form
          submit={t('see')}
          onSubmit={ask}
          pending={call.isPending}
          refused={call.error}
          disabled={pair.number.trim() === '' || pair.code.trim() === ''}
        >
          <TextInput
            label={t('askNumber')}
            description={t('askNumberHelp')}
            value={pair.number}
            maxLength={40}
            onChange={(event) => setPair({ ...pair, number: event.currentTarget.value })}
            autoComplete="off"
            autoCapitalize="characters"
          />
          <TextInput
            label={t('askCode')}
            value={pair.code}
            maxLength={40}
            onChange={(event) => setPair({ ...pair, code: event.currentTarget.value })}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </Form>
      </div>
    </PublicPage>
  );
}
