import { useEffect, useState } from 'react';
import type { LocalText } from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { Check, Openable } from './answers.ts';
import styles from './attend.module.css';
import { ATTEND_TEXTS } from './attend-texts.ts';
import type { Attendance } from './use-attendance.ts';

interface SidePanelProps {
  readonly openable: Openable;
  readonly check: Check;
  readonly attendance: Attendance;
}

/** Beside the form: what may be promised, the policies, what is required, and the time it takes. */
export function SidePanel({ openable, check, attendance }: SidePanelProps) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const promise = check.promise[language];
  return (
    <aside className={styles.side} aria-label={t('policies')}>
      <div className={styles.sideBlock}>
        <h2>{t('promise')}</h2>
        <p>{promise === '' ? t('noPromise') : promise}</p>
      </div>
      <Texts title={t('policies')} texts={openable.policies} />
      <Texts title={t('requirements')} texts={openable.requirements} />
      <Clock attendance={attendance} />
    </aside>
  );
}

function Texts({ title, texts }: { readonly title: string; readonly texts: readonly LocalText[] }) {
  const language = useLanguage();
  if (texts.length === 0) return null;
  return (
    <div className={styles.sideBlock}>
      <h2>{title}</h2>
      <ul>
        {texts.map((text) => (
          <li key={text.es}>{text[language]}</li>
        ))}
      </ul>
    </div>
  );
}

const TICK_MS = 10_000;

/** The time so far, in sight but quiet: it is the server's that counts. */
function Clock({ attendance }: { readonly attendance: Attendance }) {
  const t = useTexts(ATTEND_TEXTS);
  const { started, stopped } = attendance;
  const [began] = useState(() => Date.now());
  const [now, setNow] = useState(began);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (started === null) return null;
  // By this browser's own clock, which may be wrong by hours, from when the form was opened here.
  const [h = '0', m = '0'] = new Date(now - began).toISOString().slice(11, 16).split(':');
  const time = h === '00' ? t('clockMin', { m: Number(m) }) : t('clockHours', { h: Number(h), m: Number(m) });
  return (
    <p className={styles.clock} title={t('clockHelp', { n: started.idle_minutes })}>
      <Icon name="clock" size={16} />
      <span>
        {stopped
          ? t('clockStopped')
          : `${t('clock', { time })}. ${t('clockHelp', { n: started.idle_minutes })}`}
      </span>
    </p>
  );
}
