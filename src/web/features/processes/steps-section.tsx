import { printTime } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { ProcedureAnswer } from './answers.ts';
import styles from './processes.module.css';
import { sayNext } from './say-node.ts';
import { TEXTS } from './texts.ts';

/** The procedure in words: every step with who does it, what follows, and how long it takes. */
export function StepsSection({ data }: { readonly data: ProcedureAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { nodes, actors } = data.procedure;
  return (
    <Section title={t('stepsTitle')}>
      <ol className={styles.steps}>
        {nodes.map((node, index) => {
          const actor = actors.find(({ id }) => id === node.actor);
          const time = data.times.find((each) => each.node === node.id);
          return (
            <li key={node.id} data-kind={node.kind}>
              <span className={styles.mark}>
                {node.kind === 'step' ? node.number : node.kind === 'decision' ? '?' : '•'}
              </span>
              <div>
                <div className={styles.stepName}>
                  {node.kind === 'step' ? node.name[language] : `${t(node.kind)}: ${node.name[language]}`}
                </div>
                {node.kind === 'step' && <div>{node.text[language]}</div>}
                <div className={styles.stepSide}>{sayNext(nodes, index, language, t).join(' · ')}</div>
              </div>
              <div className={styles.stepSide}>
                <strong>{actor?.name[language] ?? node.actor}</strong>
                {actor?.area && <div>{actor.area[language]}</div>}
                {time && (
                  <div>
                    {t('time')}: {t('timeWhat', { time: printTime(time.median_min, language), n: time.n })}
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
