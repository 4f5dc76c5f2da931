import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { SignalsAnswer } from './signals-answer.ts';
import styles from './signals.module.css';
import { TEXTS } from './texts.ts';

type Standing = SignalsAnswer['standings'][number];
const CELLS = ['stable-met', 'signal-met', 'stable-failing', 'signal-failing'] as const;

/** The four readings: meeting or failing, stable or changed; and what cannot be read yet. */
export function StandingMatrix({ standings }: { readonly standings: SignalsAnswer['standings'] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const find = (standing: Standing['standing']) => standings.find((each) => each.standing === standing);
  const others = (['signal-unjudged', 'stable-unjudged', 'too-short'] as const).flatMap((name) => {
    const found = find(name);
    return found && found.indicators.length + found.parts > 0 ? [found] : [];
  });
  return (
    <Section title={t('standings')} finding={t('standingsWhat')}>
      <div className={styles.matrix}>
        {CELLS.map((name) => {
          const [change, meets] = name.split('-') as ['stable' | 'signal', 'met' | 'failing'];
          return (
            <div key={name} className={styles.cell} data-standing={name}>
              <h3 className={styles.cellTitle}>
                {t(meets === 'met' ? 'meets' : 'fails')} · {t(change)}
              </h3>
              <p className={styles.soft}>{t(`do-${name}`)}</p>
              <Names standing={find(name)} />
            </div>
          );
        })}
      </div>
      {others.map((each) => (
        <div key={each.standing} className={styles.others}>
          <h3 className={styles.cellTitle}>
            {each.standing === 'too-short'
              ? t('short')
              : `${t('unjudged')} · ${t(each.standing === 'signal-unjudged' ? 'signal' : 'stable')}`}
          </h3>
          <Names standing={each} />
          {each.standing === 'too-short' && each.indicators[0] && (
            <p className={styles.soft}>{each.indicators[0].sentence[language]}</p>
          )}
        </div>
      ))}
    </Section>
  );
}

function Names({ standing }: { readonly standing: Standing | undefined }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { indicators = [], parts = 0 } = standing ?? {};
  if (indicators.length + parts === 0) return <p className={styles.soft}>{t('nobody')}</p>;
  return (
    <>
      <ul className={styles.names}>
        {indicators.map(({ id, name }) => (
          <li key={id}>
            <AppLink to={{ to: '/indicadores/$id', params: { id } }}>{name[language]}</AppLink>
          </li>
        ))}
      </ul>
      {parts > 0 && (
        <p className={styles.soft}>
          {t(parts === 1 ? 'partCountOne' : 'partCount', { n: printNumber(parts, language) })}
        </p>
      )}
    </>
  );
}
