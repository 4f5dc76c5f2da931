import type { Language } from '../kernel/index.ts';
import { printDate } from '../sentences/index.ts';
import { heading, paragraph } from './compose-parts.ts';
import type { Block, Paper, PaperColumn } from './paper.ts';

/** One improvement that was decided, in words of the paper's language. */
export interface MinutesDecision {
  readonly title: string;
  /** `Mejora 12 · Cuentas · Norte`. */
  readonly about: string;
  readonly fact: string;
  readonly causes: readonly string[];
  /** `Adoptar`, with until when where it was postponed. */
  readonly decision: string;
  readonly reason: string;
  readonly by: string;
  /** Rules that only an exception let pass; empty as a rule. */
  readonly relaxed: string;
  readonly actions: readonly MinutesAction[];
}

export interface MinutesAction {
  readonly text: string;
  readonly responsible: string;
  /** Local date. */
  readonly due_date: string;
  /** Of one still to be done of what was decided before: the improvement. */
  readonly of?: string;
  readonly overdue?: boolean;
}

/** What the minutes of a session are made of. */
export interface MinutesPaper {
  readonly language: Language;
  /** Local date it is printed, and who prints it. */
  readonly printed: string;
  readonly who: string;
  readonly institution: string;
  readonly number: number;
  readonly date: string;
  readonly place: string;
  readonly held_by: string;
  readonly attendees: readonly string[];
  readonly notes: string;
  readonly ended: boolean;
  readonly decisions: readonly MinutesDecision[];
  readonly pending: readonly MinutesAction[];
  /** Titles of what waits for another session. */
  readonly waiting: readonly string[];
}

const WORDS = {
  es: {
    kicker: 'Acta del comité',
    title: (n: number) => `Sesión de comité n.º ${n}`,
    ended: 'Terminada',
    held: 'En curso: el acta puede cambiar',
    attendees: 'Asistentes',
    by: 'La abrió',
    notes: 'Notas',
    decisions: 'Decisiones',
    none: 'No se decidió nada en esta sesión.',
    fact: 'Hecho',
    causes: 'Causas',
    decision: 'Decisión',
    reason: 'Motivo',
    decided: 'Decidió',
    relaxed: 'Excepción',
    actions: 'Acciones',
    action: 'Acción',
    responsible: 'Responde',
    due: 'Fecha',
    improvement: 'Mejora',
    pending: 'Pendientes de lo decidido',
    overdue: 'vencida',
    nothing: 'No hay acciones pendientes.',
    waiting: 'Quedan para otra sesión',
    signatures: 'Firmas',
    printed: (date: string, who: string) => `Impreso el ${date}${who === '' ? '' : ` por ${who}`}`,
    page: ['página ', ' de '],
  },
  en: {
    kicker: 'Minutes of the committee',
    title: (n: number) => `Committee session no. ${n}`,
    ended: 'Ended',
    held: 'Under way: the minutes may change',
    attendees: 'Attendees',
    by: 'Opened by',
    notes: 'Notes',
    decisions: 'Decisions',
    none: 'Nothing was decided in this session.',
    fact: 'Fact',
    causes: 'Causes',
    decision: 'Decision',
    reason: 'Reason',
    decided: 'Decided by',
    relaxed: 'Exception',
    actions: 'Actions',
    action: 'Action',
    responsible: 'Responsible',
    due: 'Date',
    improvement: 'Improvement',
    pending: 'Still to be done of what was decided',
    overdue: 'overdue',
    nothing: 'There are no actions to do.',
    waiting: 'Left for another session',
    signatures: 'Signatures',
    printed: (date: string, who: string) => `Printed on ${date}${who === '' ? '' : ` by ${who}`}`,
    page: ['page ', ' of '],
  },
} as const;

function column(text: string, share: number): PaperColumn {
  return { text, numeric: false, share };
}

function toActions(actions: readonly MinutesAction[], language: Language): Block {
  const words = WORDS[language];
  const named = actions.some(({ of }) => of !== undefined);
  return {
    kind: 'table',
    columns: [
      column(words.action, 5),
      ...(named ? [column(words.improvement, 4)] : []),
      column(words.responsible, 3),
      column(words.due, 3),
    ],
    rows: actions.map(({ text, responsible, due_date, of, overdue }) => {
      const date = printDate(due_date, language);
      const when = overdue ? `${date} (${words.overdue})` : date;
      return {
        cells: [text, ...(named ? [of ?? ''] : []), responsible, when],
        tone: overdue ? ('bad' as const) : ('plain' as const),
      };
    }),
    tone_column: named ? 3 : 2,
  };
}

function toDecision(decision: MinutesDecision, index: number, language: Language): readonly Block[] {
  const words = WORDS[language];
  const rows: (readonly [string, string])[] = [
    [words.fact, decision.fact],
    ...(decision.causes.length === 0 ? [] : [[words.causes, decision.causes.join('; ')] as const]),
    [words.decision, decision.decision],
    [words.reason, decision.reason],
    [words.decided, decision.by],
    ...(decision.relaxed === '' ? [] : [[words.relaxed, decision.relaxed] as const]),
  ];
  const told: Block = {
    kind: 'group',
    blocks: [
      heading(2, `${index + 1}. ${decision.title}`),
      { kind: 'note', text: decision.about },
      { kind: 'pairs', rows },
    ],
  };
  return decision.actions.length === 0 ? [told] : [told, toActions(decision.actions, language)];
}

/** The minutes of a session of the committee (*acta*): who was there, what was decided and why, what is to be done. */
export function composeMinutes(minutes: MinutesPaper): Paper {
  const { language } = minutes;
  const words = WORDS[language];
  const decisions = minutes.decisions.flatMap((each, index) => toDecision(each, index, language));
  return {
    language,
    date: minutes.printed,
    kicker: minutes.institution === '' ? words.kicker : `${words.kicker} · ${minutes.institution}`,
    title: words.title(minutes.number),
    subtitle: [printDate(minutes.date, language), minutes.place].filter((text) => text !== '').join(' · '),
    state: minutes.ended ? { text: words.ended, tone: 'none' } : { text: words.held, tone: 'alert' },
    footer: [minutes.institution, words.printed(printDate(minutes.printed, language), minutes.who)]
      .filter((text) => text !== '')
      .join(' · '),
    page: words.page,
    blocks: [
      heading(1, words.attendees),
      { kind: 'list', items: minutes.attendees },
      ...(minutes.held_by === '' ? [] : [paragraph(`${words.by}: ${minutes.held_by}.`)]),
      ...(minutes.notes === '' ? [] : [heading(1, words.notes), paragraph(minutes.notes)]),
      heading(1, words.decisions),
      ...(decisions.length === 0 ? [paragraph(words.none)] : decisions),
      heading(1, words.pending),
      minutes.pending.length === 0 ? paragraph(words.nothing) : toActions(minutes.pending, language),
      ...(minutes.waiting.length === 0
        ? []
        : [heading(1, words.waiting), { kind: 'list', items: minutes.waiting } as const]),
      {
        kind: 'group',
        blocks: [
          heading(1, words.signatures),
          {
            kind: 'pairs',
            rows: minutes.attendees.map((name) => [name, '______________________________'] as const),
          },
        ],
      },
    ],
  };
}
