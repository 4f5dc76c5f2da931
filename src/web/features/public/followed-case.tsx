import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import styles from './public.module.css';
import { RateForm } from './rate-form.tsx';
import { ReplyForm } from './reply-form.tsx';
import { toRateWord } from './rate-words.ts';
import { PUBLIC_TEXTS } from './texts.ts';

interface FollowedCaseProps {
  readonly followed: ApiAnswer<'post /api/public/cases'>;
  readonly code: string;
  readonly onChanged: () => void;
  readonly onOther: () => void;
}

/** Where it stands in one sentence, the answer when there is one, and where to go next. */
export function FollowedCase({ followed, code, onChanged, onOther }: FollowedCaseProps) {
  const t = useTexts(PUBLIC_TEXTS);
  const language = useLanguage();
  const [replied, setReplied] = useState(false);
  const { number, name, opened_at, state, sentence, answer, events, satisfaction } = followed;
  return (
    <>
      <div className={styles.card}>
        <p className={styles.sentence}>{sentence[language]}</p>
        <DefinitionList
          items={[
            { term: name[language], detail: number },
            { term: t('presented'), detail: <Moment at={opened_at} /> },
            { term: t('state'), detail: state[language] },
          ]}
        />
      </div>
      {answer && (
        <section className={styles.card} aria-label={t('answer')}>
          <h2>{t('answer')}</h2>
          <p className={styles.words}>{answer[language]}</p>
        </section>
      )}
      {followed.may_rate && <RateForm number={number} code={code} onRated={onChanged} />}
      {replied && (
        <Finding tone="met" live>
          {t('replied')}
        </Finding>
      )}
      {followed.may_write && (
        <ReplyForm
          number={number}
          code={code}
          again={replied}
          onReplied={() => {
            setReplied(true);
            onChanged();
          }}
        />
      )}
      {satisfaction !== null && (
        <Finding tone="met" live>
          {t('thanks', { words: t(toRateWord(satisfaction)) })}
        </Finding>
      )}
      <section className={styles.card} aria-label={t('happened')}>
        <h2>{t('happened')}</h2>
        <ol className={styles.events}>
          {events.map(({ at, text, details }) => (
            <li key={`${at} ${text.es}`}>
              <p>{text[language]}</p>
              {details.map((detail) => (
                <p key={detail.label.es} className={styles.words}>
                  <span className={styles.soft}>{detail.label[language]}</span>
                  <br />
                  {detail.text[language]}
                </p>
              ))}
              <p className={styles.soft}>
                <Moment at={at} />
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.card} aria-label={t('escalate')}>
        <h2>{t('escalate')}</h2>
        <p>{followed.escalate[language]}</p>
      </section>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onOther}>
          {t('otherCase')}
        </Button>
      </div>
    </>
  );
}
