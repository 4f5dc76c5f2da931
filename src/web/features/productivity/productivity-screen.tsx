import { useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { UrlTabs } from '../../ui/url-tabs.tsx';
import { useMay } from '../../app/session.ts';
import { useAddress } from '../../ui/use-address.ts';
import { ArrivalsPanel } from './arrivals-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { TEXTS } from './texts.ts';
import { useDesk } from './use-desk.ts';
import { WhatIfPanel } from './what-if-panel.tsx';

/** Productividad: people and places against their capacity, when people come, and what a change would do. */
export default function ProductivityScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const seesPeople = useMay('see-people-figures');
  const seesIndicators = useMay('see-indicators');
  const answer = useAnswer(
    'get /api/productivity',
    { query: { period, unit } },
    { when: period !== '' && seesPeople, keep: true },
  );
  const [asked] = useAddress('vista', '');
  const view =
    asked === '' || (asked === 'personas' && !seesPeople) ? (seesPeople ? 'personas' : 'llegadas') : asked;
  const arrivals = useAnswer(
    'get /api/productivity/arrivals',
    { query: { period, unit } },
    { when: period !== '' && seesIndicators && view === 'llegadas', keep: true },
  );
  const desk = useDesk(seesIndicators && view === 'supuesto');
  // Each view has its own sentence, under the title; an empty view says it in its place.
  const findings: Readonly<Record<string, string | undefined>> = {
    personas: seesPeople ? answer.data?.finding[language] : undefined,
    llegadas: arrivals.data && arrivals.data.n > 0 ? arrivals.data.finding[language] : undefined,
    supuesto: desk.unit === undefined ? undefined : desk.answer.data?.finding[language],
  };
  const finding = findings[view];
  return (
    <Page title={t('title')} finding={finding && <span role="status">{finding}</span>}>
      <UrlTabs
        label={t('views')}
        tabs={[
          ...(seesPeople
            ? [{ id: 'personas', label: t('people'), panel: <PeoplePanel answer={answer} /> }]
            : []),
          ...(seesIndicators
            ? [
                { id: 'llegadas', label: t('arrivals'), panel: <ArrivalsPanel answer={arrivals} /> },
                { id: 'supuesto', label: t('whatIf'), panel: <WhatIfPanel desk={desk} /> },
              ]
            : []),
        ]}
      />
    </Page>
  );
}
