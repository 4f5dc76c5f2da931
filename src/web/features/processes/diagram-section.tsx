import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { drawLanes, PALETTES, type PlacedNode, toLanes, toLanesView } from '../../../charts/index.ts';
import { printTime } from '../../../sentences/index.ts';
import { useDownload } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LanesDiagram } from '../../ui/lanes-diagram.tsx';
import { Section } from '../../ui/section.tsx';
import type { ProcedureAnswer } from './answers.ts';
import styles from './processes.module.css';
import { nameNode, sayNext } from './say-node.ts';
import { TEXTS } from './texts.ts';

function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The drawing of a procedure with its times, what the chosen step says, and its files. */
export function DiagramSection({ data }: { readonly data: ProcedureAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { procedure, times } = data;
  const [chosen, setChosen] = useState<string | null>(null);
  const view = useMemo(() => {
    const nodes = new Map(
      times.map(({ node, median_min, n }) => [
        node,
        { note: t('timeShort', { time: printTime(median_min, language), n }) },
      ]),
    );
    return toLanesView(procedure, language, { nodes });
  }, [procedure, times, language, t]);
  const describe = ({ id }: PlacedNode) => {
    const index = procedure.nodes.findIndex((each) => each.id === id);
    const node = procedure.nodes[index];
    if (!node) return id;
    const actor = procedure.actors.find((each) => each.id === node.actor)?.name[language] ?? '';
    const time = times.find((each) => each.node === id);
    const parts = [
      actor,
      nameNode(node, language, t),
      ...(time
        ? [`${t('time')}: ${t('timeWhat', { time: printTime(time.median_min, language), n: time.n })}`]
        : []),
      ...sayNext(procedure.nodes, index, language, t),
    ];
    return parts.join('. ');
  };
  const name = procedure.name[language];
  return (
    <Section title={t('diagram')} finding={t('diagramWhat')} actions={<Files data={data} view={view} />}>
      <LanesDiagram
        view={view}
        label={t('diagramLabel', { name })}
        describe={describe}
        chosen={chosen}
        onChoose={setChosen}
      />
      <ChosenStep data={data} chosen={chosen} />
    </Section>
  );
}

/** What is done in the chosen step. */
function ChosenStep({ data, chosen }: { readonly data: ProcedureAnswer; readonly chosen: string | null }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { nodes, actors } = data.procedure;
  const index = nodes.findIndex(({ id }) => id === chosen);
  const node = nodes[index];
  return (
    <div className={styles.chosen} aria-live="polite">
      {node ? (
        <>
          <p className={styles.stepName}>{nameNode(node, language, t)}</p>
          <p className={styles.stepSide}>{actors.find(({ id }) => id === node.actor)?.name[language]}</p>
          {node.kind === 'step' && <p>{node.text[language]}</p>}
          <p className={styles.stepSide}>{sayNext(nodes, index, language, t).join(' · ')}</p>
        </>
      ) : (
        <p className={styles.note}>{t('choose')}</p>
      )}
    </div>
  );
}

/** The procedure as files: BPMN by the server, the drawing as SVG and PNG as it is seen, and on paper. */
function Files({
  data,
  view,
}: {
  readonly data: ProcedureAnswer;
  readonly view: ReturnType<typeof toLanesView>;
}) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const bpmn = useDownload('get /api/processes/{id}/procedure/bpmn');
  const pdf = useDownload('get /api/processes/{id}/procedure/pdf');
  const { unit } = useView();
  const [failed, setFailed] = useState<unknown>(null);
  const error = bpmn.error ?? pdf.error ?? failed;
  const { id } = data.procedure;
  const title = data.procedure.name[language];
  const draw = () => {
    const layout = toLanes(view);
    return { layout, svg: drawLanes(layout, title, PALETTES.print) };
  };
  const saveSvg = () => saveBlob(new Blob([draw().svg], { type: 'image/svg+xml' }), `${id}.svg`);
  const savePng = async () => {
    try {
      const { toPng } = await import('../../ui/chart-image.ts');
      const { layout, svg } = draw();
      const { width, height } = layout;
      const picture = { svg, width, height, title, finding: data.sentence[language] };
      saveBlob(await toPng(picture), `${id}.png`);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <div className={styles.buttons}>
      <Button
        variant="default"
        size="xs"
        loading={bpmn.isPending}
        onClick={() => bpmn.mutate({ params: { id: data.process.id }, query: { procedure: id } })}
      >
        {t('bpmn')}
      </Button>
      <Button variant="default" size="xs" onClick={saveSvg}>
        {t('svg')}
      </Button>
      <Button variant="default" size="xs" onClick={() => void savePng()}>
        {t('png')}
      </Button>
      <Button
        variant="default"
        size="xs"
        loading={pdf.isPending}
        onClick={() =>
          pdf.mutate({
            params: { id: data.process.id },
            query: { procedure: id, period: data.period ?? undefined, unit },
          })
        }
      >
        {t('pdf')}
      </Button>
      {error !== null && <ErrorPanel error={error} />}
    </div>
  );
}
