import { printCount } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TEXTS } from './texts.ts';

type Person = ApiAnswer<'get /api/people'>['people'][number];

/** Who can come in, with which roles, and what waits to be decided about them. */
export default function PeopleScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/people');
  const mayPropose = useMay('propose-person');
  const people = answer.data?.people ?? [];
  const nouns = language === 'es' ? (['persona', 'personas'] as const) : (['person', 'people'] as const);
  const active = people.filter(({ state }) => state === 'active').length;
  const finding = t(active === 1 ? 'findingOne' : 'finding', {
    active: printCount(active, nouns, language),
    waiting: people.reduce((n, { pending }) => n + pending.length, 0),
  });
  return (
    <Page
      title={t('title')}
      finding={answer.data && finding}
      actions={mayPropose && <LinkButton to="/administracion/personas/nueva">{t('propose')}</LinkButton>}
    >
      <LoadingPanel answer={answer}>{(data) => <PeopleTable people={data.people} />}</LoadingPanel>
    </Page>
  );
}

function PeopleTable({ people }: { readonly people: readonly Person[] }) {
  const t = useTexts(TEXTS);
  const second = (person: Person) => {
    if (person.second_factor) return t('secondYes');
    return person.second_factor_required ? (
      <StateBadge tone="alert">{t('secondMust')}</StateBadge>
    ) : (
      t('secondNo')
    );
  };
  const state = (person: Person) => {
    if (person.pending.length > 0) return <StateBadge tone="info">{t('pending')}</StateBadge>;
    if (person.state === 'disabled') return <StateBadge tone="none">{t('disabled')}</StateBadge>;
    return person.has_password ? (
      <StateBadge tone="met">{t('active')}</StateBadge>
    ) : (
      <StateBadge tone="alert">{t('noPassword')}</StateBadge>
    );
  };
  return (
    <DataTable
      label={t('title')}
      rows={people}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/administracion/personas/$id', params: { id } })}
      sortedBy={{ by: 'name', order: 'ascending' }}
      columns={[
        { id: 'name', head: t('name'), cell: ({ name }) => name, sort: ({ name }) => name },
        { id: 'login', head: t('login'), cell: ({ login }) => login, sort: ({ login }) => login },
        { id: 'roles', head: t('roles'), cell: ({ roles }) => roles.map(({ name }) => name).join(', ') },
        { id: 'state', head: t('state'), cell: state, sort: (person) => person.state },
        { id: 'second', head: t('second'), cell: second },
        {
          id: 'last',
          head: t('lastIn'),
          cell: ({ last_sign_in_at: at }) => (at === null ? t('never') : <Moment at={at} />),
          sort: ({ last_sign_in_at }) => last_sign_in_at,
        },
      ]}
    />
  );
}
