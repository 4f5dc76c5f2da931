import { useState } from 'react';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { ComplainForm } from './complain-form.tsx';
import { PublicPage } from './public-page.tsx';
import { PublicReceipt } from './public-receipt.tsx';
import { PUBLIC_TEXTS } from './texts.ts';

type Received = ApiAnswer<'post /api/public/complaints'>;

/** The form by which anybody complains, asks or uses a right over their data. */
export default function ComplainScreen() {
  const t = useTexts(PUBLIC_TEXTS);
  const answer = useAnswer('get /api/public/complaints');
  const [received, setReceived] = useState<Received | null>(null);
  if (received)
    return (
      <PublicPage title={t('received')}>
        <PublicReceipt received={received} onAnother={() => setReceived(null)} />
      </PublicPage>
    );
  return (
    <PublicPage title={t('complain')} about={t('about')}>
      <LoadingPanel
        answer={answer}
        isEmpty={({ kinds }) => kinds.length === 0}
        empty={<EmptyState title={t('noForm')}>{t('noFormWhat')}</EmptyState>}
      >
        {(form) => <ComplainForm form={form} onReceived={setReceived} />}
      </LoadingPanel>
    </PublicPage>
  );
}
