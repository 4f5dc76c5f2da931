import { printNumber, printShortPeriod } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { keepTogether } from '../../ui/keep-together.ts';
import { useLanguage } from '../../ui/language.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import type { HomeIndicator } from './home-answer.ts';
import styles from './home.module.css';
import { Marks } from './marks.tsx';
import { HOME_TEXTS } from './texts.ts';

/** One indicator of *Inicio*: its name, verdict, result in its own unit, series and sentence. */
export function IndicatorRow({ indicator }: { readonly indicator: HomeIndicator }) {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { id, code, name, process, result, points, previous, verdict, n, sentence } = indicator;
  const words = result?.[language];
  const last = points.at(-1);
  const noun = indicator.counts_people ? 'People' : 'Cases';
  const details = words
    ? [words.standard ?? t('noStandard'), words.direction].filter((text) => text !== null)
    : [];
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <AppLink to={{ to: '/indicadores/$id', params: { id } }} className={styles.link}>
          {name[language]}
        </AppLink>
        <span className={styles.soft}>{[code, process.name[language]].filter(Boolean).join(' · ')}</span>
      </div>
      <div className={styles.verdict}>
        <VerdictBadge verdict={verdict} hidesTail={indicator.hides_tail} />
      </div>
      <div className={styles.result}>
        <span>
          <span className={styles.value}>{words?.value ?? '—'}</span>
          {words?.index && (
            <>
              {' '}
              <span className={`${styles.soft} ${styles.whole}`}>({words.index})</span>
            </>
          )}
        </span>
        <span className={styles.soft}>{details.join(' · ')}</span>
      </div>
      <div className={styles.spark}>
        <Sparkline
          values={points.map((point) => point.value)}
          standards={[last?.floor, last?.ceiling].filter((bound) => typeof bound === 'number')}
          alt={t('spark', { n: points.length, name: name[language], value: words?.value ?? t('noValue') })}
          bad={verdict === 'not-met'}
          width={128}
          height={32}
        />
        <span className={styles.soft}>
          {t(n === 1 ? `n${noun}1` : `n${noun}`, { n: printNumber(n, language) })}
        </span>
        {previous && (
          <span className={styles.soft}>
            {t('before', {
              period: printShortPeriod(previous.period, language),
              value: previous.value[language],
            })}
          </span>
        )}
      </div>
      <p className={styles.sentence}>
        {keepTogether(sentence[language])} <Marks indicator={indicator} />
      </p>
    </li>
  );
}
