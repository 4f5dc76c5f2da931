import { describe, expect, it } from 'vitest';
import type { Verdict } from '../kernel/index.ts';
import { printVerdict } from './print-verdict.ts';
import { writeSummary } from './write-summary.ts';

const figures = (verdicts: readonly Verdict[], provisional = 0) =>
  verdicts.map((verdict, i) => ({
    indicator: `indicator-${i}`,
    verdict,
    value: verdict === 'no-data' ? null : 1,
    provisional: i < provisional,
  }));

describe('writeSummary', () => {
  it.each<[readonly Verdict[], string, string]>([
    [
      ['not-met', 'not-met', 'not-met', 'met', 'met', 'met', 'met'],
      '3 de 7 indicadores no cumplen en junio de 2011.',
      '3 of 7 indicators are not met in June 2011.',
    ],
    [
      ['not-met', 'met', 'met-with-alert', 'no-data'],
      '1 de 3 indicadores no cumple en junio de 2011; 1 cumple con alerta, 1 sin datos.',
      '1 of 3 indicators is not met in June 2011; 1 met with an alert, 1 without data.',
    ],
    [['met', 'met'], 'Los 2 indicadores cumplen en junio de 2011.', 'All 2 indicators are met in June 2011.'],
    [
      ['not-met', 'not-met', 'no-data', 'no-data'],
      'Ninguno de los 2 indicadores con veredicto cumple en junio de 2011; 2 sin datos.',
      'None of the 2 indicators with a verdict is met in June 2011; 2 without data.',
    ],
    [
      ['not-met'],
      'El único indicador no cumple en junio de 2011.',
      'The only indicator is not met in June 2011.',
    ],
    [
      ['no-data', 'no-data'],
      'Ningún indicador tiene datos en junio de 2011.',
      'No indicator has data in June 2011.',
    ],
    [
      [],
      'No hay indicadores que medir en junio de 2011.',
      'There are no indicators to measure in June 2011.',
    ],
  ])('%j', (verdicts, es, en) => {
    expect(writeSummary(figures(verdicts), 'es', '2011-06')).toBe(es);
    expect(writeSummary(figures(verdicts), 'en', '2011-06')).toBe(en);
  });

  it('counts results when indicators are broken down, and what is provisional', () => {
    const twice = [...figures(['not-met', 'met'], 1), ...figures(['met', 'met'])];
    expect(writeSummary(twice, 'es', '2011-Q2')).toBe(
      '1 de 4 resultados no cumple en el segundo trimestre de 2011; 1 todavía provisional.',
    );
  });

  it('tells a value without a standard from no data', () => {
    const unjudged = [{ indicator: 'a', verdict: 'no-data' as const, value: 0.5, provisional: false }];
    expect(writeSummary(unjudged, 'es', '2011')).toBe(
      'Ningún indicador tiene veredicto en 2011; 1 sin estándar.',
    );
  });
});

describe('printVerdict', () => {
  it('has a word for each verdict', () => {
    const all: readonly Verdict[] = ['met', 'not-met', 'met-with-alert', 'no-data'];
    expect(all.map((v) => printVerdict(v, 'es'))).toEqual([
      'Cumple',
      'No cumple',
      'Cumple con alerta',
      'Sin datos',
    ]);
    expect(all.map((v) => printVerdict(v, 'en'))).toEqual(['Met', 'Not met', 'Met with alert', 'No data']);
  });
});
