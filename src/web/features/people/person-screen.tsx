import { useParams } from '@tanstack/react-router';
import { useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { PersonActs } from './person-acts.tsx';
import { PersonRoles } from './person-roles.tsx';
import { TEXTS } from './texts.ts';

/** One person: what they are here, and what can be done about it. */
export default function PersonScreen() {
  const t = useTexts(TEXTS);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const answer = useAnswer('get /api/people');
  const mayPropose = useMay('propose-person');
  const person = answer.data?.people.find((one) => one.id === id);
  return (
    <Page
      title={person?.name ?? t('title')}
      back={{ to: '/administracion', label: t('title') }}
      help="/administracion"
    >
      <LoadingPanel
        answer={answer}
        isEmpty={() => person === undefined}
        empty={<EmptyState title={t('notFound')} />}
      >
        {() =>
          person && (
            <>
              {person.pending.map(({ proposal, sentence }) => (
                <Finding key={proposal} tone="info">
                  {t('waits')}: {sentence}
                </Finding>
              ))}
              <Section>
                <DefinitionList
                  items={[
                    { term: t('login'), detail: person.login },
                    { term: t('state'), detail: t(person.state) },
                    { term: t('staff'), detail: person.staff_name ?? '—' },
                    { term: t('second'), detail: person.second_factor ? t('secondYes') : t('secondNo') },
                    {
                      term: t('lastIn'),
                      detail: person.last_sign_in_at ? <Moment at={person.last_sign_in_at} /> : t('never'),
                    },
                    { term: t('sessions'), detail: person.open_sessions },
                  ]}
                />
              </Section>
              <PersonRoles person={person} mayPropose={mayPropose} />
              <PersonActs person={person} />
            </>
          )
        }
      </LoadingPanel>
    </Page>
  );
}
