import { describe, expect, it } from 'vitest';
import { composeMinutes, type MinutesPaper } from './compose-minutes.ts';
import { listTexts } from './paper.ts';

const MINUTES: MinutesPaper = {
  language: 'es',
  printed: '2011-07-02',
  who: 'Ana Pérez',
  institution: 'Banco de prueba',
  number: 3,
  date: '2011-07-01',
  place: 'Sala',
  held_by: 'Gloria Espinosa',
  attendees: ['Gloria Espinosa', 'Marta Ríos'],
  notes: 'Se leyó el acta anterior.',
  ended: true,
  decisions: [
    {
      title: 'Dos lotes al día',
      about: 'Mejora 1 · Débito automático',
      fact: 'Tardó 61 h (n 31).',
      causes: ['El lote sale una vez al día'],
      decision: 'Adoptar',
      reason: 'Cuesta poco.',
      by: 'Diego Vela',
      relaxed: 'S-5',
      actions: [{ text: 'Armar dos lotes', responsible: 'Silvia Morán', due_date: '2011-07-20' }],
    },
  ],
  pending: [
    {
      text: 'Avisar a las agencias',
      responsible: 'Ana Pérez',
      due_date: '2011-06-20',
      of: 'Otro formulario',
      overdue: true,
    },
  ],
  waiting: ['Un solo papel'],
};

describe('the minutes of a session', () => {
  it('have date, attendees, decisions with their reason, actions with dates and who, and what waits', () => {
    const texts = listTexts(composeMinutes(MINUTES));
    for (const text of [
      'Sesión de comité n.º 3',
      '1 de julio de 2011 · Sala',
      'Marta Ríos',
      'Se leyó el acta anterior.',
      '1. Dos lotes al día',
      'Tardó 61 h (n 31).',
      'El lote sale una vez al día',
      'Adoptar',
      'Cuesta poco.',
      'Diego Vela',
      'S-5',
      'Armar dos lotes',
      'Silvia Morán',
      '20 de julio de 2011',
      'Otro formulario',
      '20 de junio de 2011 (vencida)',
      'Un solo papel',
    ])
      expect(texts).toContain(text);
  });

  it('say so where nothing was decided or is to be done', () => {
    const empty = { ...MINUTES, decisions: [], pending: [], waiting: [], ended: false };
    const texts = listTexts(composeMinutes(empty));
    expect(texts).toContain('No se decidió nada en esta sesión.');
    expect(texts).toContain('No hay acciones pendientes.');
    expect(texts).toContain('En curso: el acta puede cambiar');
    expect(texts).not.toContain('Quedan para otra sesión');
  });
});
