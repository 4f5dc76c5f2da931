import { useMemo } from 'react';
import { type PlacedNode, toLanesView } from '../../../charts/index.ts';
import { printLapse, printNumber, printPercent } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { LanesDiagram } from '../../ui/lanes-diagram.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Conformance, LogAnswer } from './answers.ts';
import { TEXTS } from './texts.ts';

type Procedure = NonNullable<LogAnswer['procedure']>;
type StepTimes = Conformance['nodes'][number];

interface LogLanesProps {
  readonly procedure: Procedure;
  readonly conformance: Conformance;
}

/** The procedure's own lanes with how many cases pass each step and arrow, and how long they take. */
export function LogLanes({ procedure, conformance }: LogLanesProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const view = useMemo(() => {
    const wrong = new Set(
      conformance.deviations.flatMap(({ kind, of }) =>
        kind === 'not-reached' || kind === 'unknown' ? [] : [of],
      ),
    );
    const skipped = new Map(
      conformance.deviations.flatMap(({ kind, of, cases }) => (kind === 'skipped' ? [[of, cases]] : [])),
    );
    const note = ({ node, share, median_s, waiting }: StepTimes): string => {
      const printed = printPercent(share, language);
      const n = skipped.get(node);
      if (n !== undefined) return t('nodeNoteSkipped', { share: printed, n: printNumber(n, language) });
      if (median_s === null) return t('nodeNoteShort', { share: printed });
      const time = printLapse(waiting?.median_s ?? median_s, language);
      return t(waiting === null ? 'nodeNote' : 'nodeNoteWaiting', { share: printed, time });
    };
    const nodes = new Map(
      conformance.nodes.map((times) => [
        times.node,
        { note: note(times), tone: wrong.has(times.node) ? ('action' as const) : ('plain' as const) },
      ]),
    );
    const arrows = new Map(
      conformance.edges.map(({ from, to, n }) => [`${from} ${to}`, { note: printNumber(n, language) }]),
    );
    return toLanesView(procedure, language, { nodes, arrows });
  }, [procedure, conformance, language, t]);
  const describe = ({ id, name }: PlacedNode): string => {
    const node = procedure.nodes.find((each) => each.id === id);
    const actor = procedure.actors.find((each) => each.id === node?.actor)?.name[language] ?? '';
    const parts = [actor, name];
    if (node?.kind !== 'step') return parts.join('. ');
    const found = conformance.nodes.find((each) => each.node === id);
    if (!found) return [...parts, t('nodeNever')].join('. ');
    parts.push(
      t('nodeSaid', {
        n: printNumber(found.n, language),
        cases: printNumber(conformance.cases, language),
        share: printPercent(found.share, language),
      }),
    );
    if (found.median_s !== null)
      parts.push(
        t('nodeTime', {
          time: printLapse(found.median_s, language),
          n: printNumber(found.measured, language),
        }),
      );
    if (found.waiting !== null)
      parts.push(
        t('nodeWaiting', {
          time: printLapse(found.waiting.median_s, language),
          n: printNumber(found.waiting.n, language),
        }),
      );
    const deviations = conformance.deviations.filter(({ of, kind }) => of === id && kind !== 'unknown');
    return [...parts, ...deviations.map(({ sentence }) => sentence[language])].join('. ');
  };
  return (
    <Section title={t('lanes')} finding={t('lanesWhat')}>
      <LanesDiagram
        view={view}
        label={t('lanesLabel', { name: procedure.name[language] })}
        describe={describe}
      />
    </Section>
  );
}
