import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { StartStep } from './start-step.tsx';
import { WIZARD_TEXTS } from './texts.ts';
import { Wizard } from './wizard.tsx';

/** *Importar*: from a file dropped to its rows in the results, one decision at a time. */
export default function ImportScreen() {
  const t = useTexts(WIZARD_TEXTS);
  const [id, setId] = useAddress('borrador');
  const [, setStep] = useAddress('paso');
  const answer = useAnswer('get /api/drafts');
  const leave = (): void => {
    setStep(undefined);
    setId(undefined);
  };
  if (id === '')
    return (
      <Page title={t('title')} finding={t('intro')}>
        <StartStep drafts={answer.data?.drafts ?? []} onDraft={setId} />
      </Page>
    );
  return (
    <Page title={t('title')}>
      <LoadingPanel answer={answer}>
        {({ drafts }) => (
          <Wizard
            key={id}
            id={id}
            left={drafts.find((draft) => draft.id === id)?.mapping ?? null}
            onLeave={leave}
          />
        )}
      </LoadingPanel>
    </Page>
  );
}
