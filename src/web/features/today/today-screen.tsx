import { SegmentedControl, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { printDate, printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { type Session, useMay, useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { toWallClock } from '../../ui/to-wall-clock.ts';
import type { DayGroup, Today } from './answers.ts';
import { DaySection } from './day-section.tsx';
import { LineTable } from './line-table.tsx';
import { PeopleSection } from './people-section.tsx';
import { TEXTS } from './texts.ts';
import styles from './today.module.css';

/** How often the board is asked again: it stays open on a screen all day. */
const EVERY_MS = 30_000;

/** Whether somebody does nothing here but attend and go on with cases. */
function isAtDesk(roles: Session['roles']): boolean {
  return [...roles].every((role) => role === 'executive' || role === 'technician');
}

/** *Hoy*: what falls due, what waits and who is free, in a unit or in all that the person reaches. */
export default function TodayScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayWork = useMay('work-cases');
  const { unit } = useView();
  const navigate = useNavigate();
  const { de } = useSearch({ strict: false }) as { readonly de?: string };
  // Whoever does the work begins with their own; whoever gives it, or looks on, with all.
  const given = isAtDesk(useSession().roles) ? 'mios' : 'todos';
  const mine = mayWork && (de ?? given) === 'mios';
  const show = (next: string) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, de: next === given ? undefined : next }),
      replace: true,
    } as never);
  const answer = useAnswer(
    'get /api/today',
    { query: { unit, mine: mine ? '1' : undefined } },
    { keep: true, every: EVERY_MS },
  );
  const today = answer.data;
  const date = today ? printDate(today.date, language) : '';
  const attend = mayWork ? <LinkButton to="/casos/nuevo">{t('attend')}</LinkButton> : undefined;
  return (
    <Page
      title={today?.unit ? t('titleUnit', { unit: today.unit, date }) : t('title', { date })}
      finding={today?.sentence[language]}
      actions={attend}
    >
      {mayWork && (
        <div>
          <SegmentedControl
            aria-label={t('whose')}
            value={mine ? 'mios' : 'todos'}
            onChange={show}
            data={[
              { value: 'mios', label: t('mine') },
              { value: 'todos', label: t('everybody') },
            ]}
          />
        </div>
      )}
      <LoadingPanel answer={answer}>{(data) => <Board today={data} mine={mine} />}</LoadingPanel>
    </Page>
  );
}

function Board({ today, mine }: { readonly today: Today; readonly mine: boolean }) {
  const t = useTexts(TEXTS);
  const mayWork = useMay('work-cases');
  const mayLoad = useMay('load-data');
  const groups = today.groups.filter(({ n }) => n > 0);
  const isPressing = ({ id }: DayGroup) => id === 'overdue' || id === 'due-today';
  const [pressing, calm] = [groups.filter(isPressing), groups.filter((group) => !isPressing(group))];
  const units = today.unit === null && today.units.length !== 1;
  const act = mayWork ? (
    <LinkButton to="/casos/nuevo">{t('attend')}</LinkButton>
  ) : mayLoad ? (
    <LinkButton to="/datos/importar">{t('bring')}</LinkButton>
  ) : undefined;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <FileNote today={today} />
        {pressing.map((group) => (
          <DaySection key={group.id} group={group} units={units} mine={mine} />
        ))}
        {today.closed_elsewhere.length > 0 && (
          <Section title={t('elsewhere')} finding={t('elsewhereWhat')}>
            <LineTable label={t('elsewhere')} lines={today.closed_elsewhere} units={units} badges />
          </Section>
        )}
        {calm.map((group) => (
          <DaySection key={group.id} group={group} units={units} mine={mine} />
        ))}
        {groups.length === 0 && today.closed_elsewhere.length === 0 && (
          <EmptyState title={t(mine ? 'noneMine' : 'none')} action={act}>
            {t(mine ? 'noneMineWhat' : 'noneWhat')}
          </EmptyState>
        )}
      </div>
      <PeopleSection people={today.people} />
    </div>
  );
}

/** Which file of the core is told from, or why what it says is not shown. */
function FileNote({ today: { file } }: { readonly today: Today }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayLoad = useMay('load-data');
  if (file === null || file.until === null) return null;
  const until = printDate(file.until, language);
  const at = printDate(toWallClock(file.at).slice(0, 10), language);
  const words = { name: file.name, at, until, n: printNumber(file.left_out, language) };
  if (file.left_out === 0) return <Finding>{t('file', words)}</Finding>;
  if (file.is_recent) return <Finding>{t('leftOutSome', words)}</Finding>;
  return (
    <Stack gap="xs" align="flex-start">
      <Finding tone="info">
        {t('leftOut', words)} {mayLoad && t('bringToday')}
      </Finding>
      {mayLoad && (
        <LinkButton to="/datos/importar" variant="default">
          {t('bring')}
        </LinkButton>
      )}
    </Stack>
  );
}
