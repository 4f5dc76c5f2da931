import { Checkbox, Select } from '@mantine/core';
import { nameInImprovement, printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { BoardAnswer, Card } from './answers.ts';
import { BoardCard } from './board-card.tsx';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

/** *Mejoras*: the eight stages, what has stood still longest on top of each. */
export default function BoardScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { unit } = useView();
  const [process, setProcess] = useAddress('proceso');
  const [mine, setMine] = useAddress('mias');
  const answer = useAnswer(
    'get /api/improvements',
    { query: { process: process === '' ? undefined : process, unit, mine: mine === '1' ? '1' : undefined } },
    { keep: true },
  );
  const isFiltered = process !== '' || mine === '1' || unit !== undefined;
  const open = answer.data?.may_open && (
    <LinkButton to={{ to: '/mejoras/nueva', search: { origen: 'idea' } }}>{t('open')}</LinkButton>
  );
  return (
    <Page title={t('board')} finding={answer.data?.sentence[language]} actions={open}>
      <LoadingPanel
        answer={answer}
        lines={8}
        isEmpty={(board) => isNothing(board) && !isFiltered}
        empty={
          <EmptyState title={t('none')} action={open || undefined}>
            {t('noneWhat')}
          </EmptyState>
        }
      >
        {(board) => (
          <>
            <div className={styles.filters}>
              <Select
                label={t('process')}
                clearable
                placeholder={t('allProcesses')}
                value={process === '' ? null : process}
                data={board.processes.map(({ id, name }) => ({ value: id, label: name[language] }))}
                onChange={(next) => setProcess(next ?? undefined)}
              />
              <Checkbox
                className={styles.mine}
                label={t('mine')}
                checked={mine === '1'}
                onChange={(event) => setMine(event.currentTarget.checked ? '1' : undefined)}
              />
            </div>
            {isNothing(board) ? <Finding>{t('noneHere')}</Finding> : <Columns board={board} />}
            <Apart title={t('postponed')} cards={board.postponed} />
            <Apart title={t('ended')} cards={board.ended} />
          </>
        )}
      </LoadingPanel>
    </Page>
  );
}

function isNothing({ columns, postponed, ended }: BoardAnswer): boolean {
  return postponed.length === 0 && ended.length === 0 && columns.every(({ cards }) => cards.length === 0);
}

function Columns({ board }: { readonly board: BoardAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <div className={styles.board} role="group" aria-label={t('stages')} tabIndex={0}>
      {board.columns.map(({ stage, cards }) => (
        <section key={stage} className={styles.column} data-empty={cards.length === 0}>
          <h2 className={styles.columnHead}>
            {nameInImprovement('stage', stage, language)}
            <span className={styles.count}>{printNumber(cards.length, language)}</span>
          </h2>
          {cards.length === 0 ? <p className={styles.none}>{t('empty')}</p> : <Cards cards={cards} />}
        </section>
      ))}
    </div>
  );
}

function Cards({ cards }: { readonly cards: readonly Card[] }) {
  return (
    <ul className={styles.list}>
      {cards.map((card) => (
        <BoardCard key={card.id} card={card} />
      ))}
    </ul>
  );
}

function Apart({ title, cards }: { readonly title: string; readonly cards: readonly Card[] }) {
  if (cards.length === 0) return null;
  return (
    <Section title={title}>
      <Cards cards={cards} />
    </Section>
  );
}
