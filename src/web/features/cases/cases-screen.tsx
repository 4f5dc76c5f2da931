import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import type { CaseList } from './answers.ts';
import { AssignBar } from './assign-bar.tsx';
import { CaseFiltersPart } from './case-filters.tsx';
import { CaseTable } from './case-table.tsx';
import styles from './cases.module.css';
import { TEXTS } from './texts.ts';
import { type CaseFilters, useCaseFilters } from './use-case-filters.ts';

/** *Casos*: what is open, what is due first on top; many given to a person at once. */
export default function CasesScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayWork = useMay('work-cases');
  const filters = useCaseFilters();
  const answer = useAnswer('get /api/cases', { query: filters.query }, { keep: true });
  const list = answer.data;
  const attend = <LinkButton to="/casos/nuevo">{t('attend')}</LinkButton>;
  return (
    <Page title={t('list')} finding={list?.sentence[language]} actions={list?.may_open ? attend : undefined}>
      <CaseFiltersPart filters={filters} list={list} />
      <LoadingPanel
        answer={answer}
        isEmpty={({ cases }) => cases.length === 0}
        empty={
          filters.narrowed ? (
            <EmptyState title={t('noneFound')} action={<Button onClick={filters.clear}>{t('clear')}</Button>}>
              {t('noneFoundWhat')}
            </EmptyState>
          ) : (
            <EmptyState title={t('noneYet')} action={mayWork ? attend : undefined}>
              {t(mayWork ? 'noneYetWhat' : 'noneYetOther')}
            </EmptyState>
          )
        }
      >
        {(data) => <Cases list={data} filters={filters} />}
      </LoadingPanel>
    </Page>
  );
}

function Cases({ list, filters }: { readonly list: CaseList; readonly filters: CaseFilters }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const here = list.cases.filter(({ number }) => chosen.has(number)).map(({ number }) => number);
  return (
    <Stack gap="md">
      <CaseTable
        cases={list.cases}
        units={list.units.length > 1}
        choice={list.may_assign ? { chosen, onChosen: setChosen } : undefined}
      />
      {list.may_assign && (
        <AssignBar numbers={here} people={list.people} onDone={() => setChosen(new Set())} />
      )}
      {list.pages > 1 && <Pages list={list} filters={filters} />}
    </Stack>
  );
}

function Pages({ list, filters }: { readonly list: CaseList; readonly filters: CaseFilters }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { page, pages, of } = list;
  const print = (n: number) => printNumber(n, language);
  const go = (next: number) => filters.set('page', next === 1 ? '' : String(next));
  return (
    <nav className={styles.pages} aria-label={t('list')}>
      <span>{t('page', { page: print(page), pages: print(pages), of: print(of) })}</span>
      <Button.Group>
        <Button variant="default" disabled={page <= 1} onClick={() => go(page - 1)}>
          {t('previous')}
        </Button>
        <Button variant="default" disabled={page >= pages} onClick={() => go(page + 1)}>
          {t('next')}
        </Button>
      </Button.Group>
    </nav>
  );
}
