import { useParams } from '@tanstack/react-router';
import { useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { KeptSteps } from './kept-steps.tsx';
import { LogPanels } from './log-panels.tsx';
import { TEXTS } from './texts.ts';

/** A log that was kept, or that of the cases worked here, against its procedure. */
export default function LogScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const answer = useAnswer('get /api/logs/{id}', { params: { id } });
  const mayLoad = useMay('load-log');
  const mayAttend = useMay('work-cases');
  const worked = id.startsWith('worked-');
  const name = answer.data?.name[language];
  const title = name === undefined ? t('title') : worked ? t('ofWorked', { name }) : name;
  return (
    <Page
      title={title}
      finding={answer.data?.log?.sentences[0]?.[language]}
      back={{ to: '/procesos/registro', label: t('back') }}
      help="/procesos/registro"
    >
      <LoadingPanel
        answer={answer}
        lines={8}
        isEmpty={({ log }) => log === null}
        empty={
          <EmptyState
            title={t('emptyTitle')}
            action={mayAttend && <LinkButton to="/casos/nuevo">{t('attend')}</LinkButton>}
          >
            {answer.data?.empty?.[language]}
          </EmptyState>
        }
      >
        {({ log }) =>
          log && (
            <LogPanels
              data={log}
              {...(mayLoad && !worked ? { steps: <KeptSteps key={log.id} data={log} /> } : {})}
            />
          )
        }
      </LoadingPanel>
    </Page>
  );
}
