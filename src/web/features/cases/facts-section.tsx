import { capitalize, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import type { WholeCase } from './answers.ts';
import styles from './cases.module.css';
import { TEXTS } from './texts.ts';

/** What is known of the case: what was asked when it was opened, and what has been settled since. */
export function FactsSection({ whole }: { readonly whole: WholeCase }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { handling } = whole;
  const minutes =
    handling.minutes === null
      ? (handling.why?.[language] ?? t('handlingNone'))
      : t('handlingMin', { n: printNumber(handling.minutes, language) });
  const known = (term: string, detail: React.ReactNode) =>
    detail === null || detail === undefined || detail === '' || detail === false ? [] : [{ term, detail }];
  return (
    <Section title={t('facts')}>
      <DefinitionList
        items={[
          ...known(t('client'), whole.client ?? t('noClient')),
          ...whole.fields.map(({ label, text }) => ({
            term: label[language],
            detail: <span className={styles.words}>{text[language]}</span>,
          })),
          ...known(t('promise'), whole.promise[language]),
          ...known(t('outcome'), whole.outcome?.[language]),
          ...known(t('coreNumber'), whole.core_number),
          ...known(
            t('process'),
            <AppLink to={{ to: '/procesos/$id', params: { id: whole.process.id } }}>
              {whole.process.name[language]}
            </AppLink>,
          ),
          ...known(t('unit'), whole.unit),
          ...known(t('channel'), whole.channel && capitalize(whole.channel)),
          ...known(t('openedBy'), whole.opened_by ?? t('fromPublic')),
          ...known(t('openedAt'), <Moment at={whole.opened_at} />),
          ...known(t('answeredAt'), whole.answered_at && <Moment at={whole.answered_at} />),
          ...known(t('handling'), minutes),
          ...known(
            t('satisfaction'),
            whole.satisfaction === null ? null : t('satisfactionOf', { n: whole.satisfaction }),
          ),
          ...known(t('linked'), whole.linked.length > 0 && <Linked numbers={whole.linked} />),
        ]}
      />
    </Section>
  );
}

function Linked({ numbers }: { readonly numbers: readonly string[] }) {
  return numbers.map((number, at) => (
    <span key={number}>
      {at > 0 && ', '}
      <AppLink to={{ to: '/casos/$number', params: { number } }}>{number}</AppLink>
    </span>
  ));
}
