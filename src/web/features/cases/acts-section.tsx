import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { ActForm } from './act-form.tsx';
import type { WholeCase } from './answers.ts';
import styles from './cases.module.css';
import { TEXTS } from './texts.ts';

interface ActsSectionProps {
  readonly whole: WholeCase;
  /** Somebody else changed it since it was shown. */
  readonly onMoved: () => void;
}

/** What the person may do to the case now; the one that leads on, large and first, never one that ends it for nothing. */
export function ActsSection({ whole, onMoved }: ActsSectionProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const call = useCall('post /api/cases/one/{number}/acts');
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly tone: 'met' | 'info'; readonly text: string } | null>(null);
  // In the order of the procedure: the way on comes first, sending back after it, and annulling last.
  const { acts } = whole;
  const act = acts.find(({ id }) => id === chosen);
  return (
    <Section title={t('toDo')}>
      <Stack gap="md">
        {said && (
          <Finding tone={said.tone} live>
            {said.text}
          </Finding>
        )}
        {whole.batch && <AwaitsBatch />}
        {acts.every(({ annuls }) => annuls) && !whole.batch ? (
          <NothingToDo whole={whole} />
        ) : (
          <LastSaid whole={whole} />
        )}
        {act === undefined && acts.length > 0 && (
          <div className={styles.acts}>
            {acts.map((one, at) => (
              <Button
                key={one.id}
                size={isMain(whole, at) ? 'md' : 'sm'}
                variant={isMain(whole, at) ? 'filled' : one.annuls ? 'subtle' : 'default'}
                {...(one.annuls && { color: 'gray' })}
                onClick={() => {
                  setSaid(null);
                  call.reset();
                  setChosen(one.id);
                }}
              >
                {one.name[language]}
              </Button>
            ))}
          </div>
        )}
        {act && (
          <ActForm
            key={act.id}
            act={act}
            whole={whole}
            call={call}
            onClose={() => setChosen(null)}
            onDone={() => {
              setChosen(null);
              setSaid({ tone: 'met', text: t('done', { act: act.name[language] }) });
            }}
            onMoved={(sentence) => {
              setChosen(null);
              setSaid({ tone: 'info', text: `${sentence} ${t('moved')}` });
              onMoved();
            }}
          />
        )}
      </Stack>
    </Section>
  );
}

/** Where the batch is the way on, doing it by hand is the exception. */
const isMain = ({ acts, batch }: WholeCase, at: number): boolean =>
  at === 0 && !batch && acts[at]?.annuls === false;

/** It goes on by itself with the nightly batch; whoever may register how that ended is led there. */
function AwaitsBatch() {
  const t = useTexts(TEXTS);
  const mayRun = useMay('run-batch');
  return (
    <Stack gap="sm" align="flex-start">
      <Finding tone="info">{t('awaitsBatch')}</Finding>
      {mayRun && (
        <LinkButton to="/casos/lote" size="md">
          {t('toBatch')}
        </LinkButton>
      )}
    </Stack>
  );
}

/** What was written when it was brought to where it is: why it was returned, or what was found. */
function LastSaid({ whole }: { readonly whole: WholeCase }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const last = whole.events.findLast(({ kind }) => kind === 'acted' || kind === 'batch');
  if (last === undefined || last.details.length === 0) return null;
  return (
    <div>
      <p className={styles.soft}>
        {t('lastSaid', {
          act: last.name[language],
          by: last.by ?? t(last.kind === 'batch' ? 'byBatch' : 'byClient'),
        })}
        <Moment at={last.at} />
      </p>
      {last.details.map(({ label, text }) => (
        <p key={label.es} className={styles.words}>
          <span className={styles.soft}>{label[language]}</span> <strong>{text[language]}</strong>
        </p>
      ))}
    </div>
  );
}

function NothingToDo({ whole }: { readonly whole: WholeCase }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayWork = useMay('work-cases');
  if (whole.state.final) return <Text>{t('nothingToDo')}</Text>;
  if (!mayWork || whole.turn === null) return <Text>{t('noTurn')}</Text>;
  return <Text>{t('notYourTurn', { who: whole.turn[language] })}</Text>;
}
