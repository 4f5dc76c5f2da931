import { describe, expect, it } from 'vitest';
import { type ImprovementDecision, type Stage, STAGES } from '../../kernel/index.ts';
import type { ImprovementRecord } from '../../ledger/index.ts';
import { sayLoop } from '../../sentences/index.ts';
import { toLoopFigures } from './loop-figures.ts';

const dateOf = (instant: string) => instant.slice(0, 10);

/** An improvement that came to a stage, ten days in each, with what was decided and whom it was told to. */
function make(
  id: number,
  furthest: Stage,
  decision: ImprovementDecision | null,
  toldClients = false,
): ImprovementRecord {
  const last = STAGES.indexOf(furthest);
  const on = (days: number) => new Date(Date.parse('2011-01-10T15:00:00Z') + days * 86_400_000).toISOString();
  return {
    id,
    title: `Mejora ${id}`,
    problem: 'Tarda.',
    origin: 'signal',
    process: null,
    units: null,
    state: decision === 'reject' ? 'rejected' : 'open',
    stage: furthest,
    proof: null,
    pilot: null,
    opened_by: 'p1',
    opened_at: on(0),
    last_event: id,
    changed_at: on(0),
    stages: STAGES.slice(0, last + 1).map((stage, index) => ({
      id: index + 1,
      stage,
      owner: null,
      due_date: null,
      note: '',
      entered_at: on(index * 10),
      entered_by: null,
      left_at: index === last ? null : on((index + 1) * 10),
    })),
    // The month that asked for it ended ten days before it was opened.
    evidence: [
      { id: 1, kind: 'signal', subject: 'x', data: { period: '2010-12' }, added_by: null, added_at: on(0) },
    ],
    causes: [],
    decisions:
      decision === null
        ? []
        : [
            {
              id,
              decision,
              reason: 'Sí.',
              until: null,
              session_id: null,
              proof: null,
              decided_by: 'p2',
              decided_at: on(41),
              relaxed: [],
            },
          ],
    actions: [],
    notices: toldClients
      ? [
          {
            id,
            audience: 'clients',
            channel: 'cartelera',
            text: 'Ya.',
            units: null,
            told_on: '2011-04-01',
            told_by: null,
            at: on(81),
          },
        ]
      : [],
    closings: [],
  };
}

/** Twelve opened: three wait for a decision, two are rejected, two delegated, five carried out, three of them told. */
const TWELVE = [
  make(1, 'analysis', null),
  make(2, 'report', null),
  make(3, 'decision', null),
  make(4, 'decision', 'reject'),
  make(5, 'decision', 'reject'),
  make(6, 'delegation', 'adopt'),
  make(7, 'decision', 'adapt'),
  make(8, 'implementation', 'adopt', true),
  make(9, 'implementation', 'adopt', true),
  make(10, 'implementation', 'adapt', true),
  make(11, 'implementation', 'adopt'),
  make(12, 'implementation', 'adopt'),
];

describe('the loop measured', () => {
  const figures = toLoopFigures(TWELVE, dateOf);
  const stage = (name: Stage) => figures.stages.find((each) => each.stage === name)!;

  it('gives the figures of the example of twelve', () => {
    expect(figures).toMatchObject({ opened: 12, decided: 9, adopted: 7 });
    expect(stage('analysis').passed.whole).toBe(12);
    expect(figures.implemented).toMatchObject({ part: 5, whole: 12 });
    expect((figures.implemented.share! * 100).toFixed(1)).toBe('41.7');
    expect(figures.told_clients).toEqual({ part: 3, whole: 5, share: 0.6 });
    expect(figures.rejected).toMatchObject({ part: 2, whole: 9 });
    expect(figures.bottleneck).toEqual({ stage: 'delegation', entered: 7, passed: 5 });
  });

  it('counts days in each stage and from the fact', () => {
    expect(stage('collection').days).toEqual({ n: 12, median: 10, p90: 10, longest: 10 });
    // Who left delegation stayed ten days there; the two that stand in it or come to it are not over.
    expect(stage('delegation')).toMatchObject({ passed: { part: 5, whole: 7 }, standing: 1, days: { n: 5 } });
    // From 1 January to 20 February, and to 1 April.
    expect(figures.fact_to_decision).toMatchObject({ n: 9, median: 50 });
    expect(figures.fact_to_told).toMatchObject({ n: 3, median: 90 });
    expect(figures.fact_to_closed).toEqual({ n: 0, median: null, p90: null, longest: null });
  });

  it('is told in a sentence', () => {
    const counts = {
      ...figures,
      rejected: figures.rejected.part,
      implemented: figures.implemented.part,
      told: figures.told_clients.part,
    };
    expect(sayLoop(counts, 'es')).toBe(
      'De 12 mejoras abiertas se decidieron 9 (7 para adelante, 2 rechazadas) y se implementaron 5 de 12 (41,7 %). De esas se contó a los clientes 3 de 5 (60 %). Donde más se quedan es en Delegación: pasaron 5 de 7.',
    );
  });

  it('says nothing of none', () => {
    const none = toLoopFigures([], dateOf);
    expect(none).toMatchObject({ opened: 0, bottleneck: null, implemented: { share: null } });
  });
});
