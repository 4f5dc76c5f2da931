import { describe, expect, it } from 'vitest';
import { suggestCodes, suggestMapping, suggestRefusedCodes } from './suggest-mapping.ts';

describe('the mapping file suggested to a person', () => {
  it('keeps what was found, asks for what is required and offers the rest', () => {
    const params = {
      dataset: 'requests',
      headers: ["N° d'orden", 'Alta'],
      columns: ['request_id', 'opened_at', 'closed_at', 'unit'],
      labels_es: ['Número', 'Ingreso', 'Cierre', 'Agencia'],
      labels_en: ['Number', 'Opened', 'Closed', 'Branch'],
      required: ['request_id', 'opened_at'],
      instants: ['opened_at', 'closed_at'],
      found: ["N° d'orden", '', '', ''],
    };
    expect(suggestMapping(params, 'es').split('\n').slice(2)).toEqual([
      'dataset: requests',
      'columns:',
      "  request_id: 'N° d''orden'",
      "  opened_at: '?'   # Ingreso; obligatoria; si la hora va aparte: {date: '?', time: '?'}",
      "  # closed_at: '?'   # Cierre; si la hora va aparte: {date: '?', time: '?'}",
      "  # unit: '?'   # Agencia",
      '# Si su archivo trae varias filas por caso (un registro de eventos), quite el # de esta línea:',
      "# log: {case: '?', time: '?', activity: '?'}",
      '# Nombres que trae su archivo:',
      "#   N° d'orden",
      '#   Alta',
      '',
    ]);
  });

  it('keeps a date and its time apart, and names all that is missing', () => {
    const params = {
      dataset: 'requests',
      headers: ['F.FIN', 'H.FIN'],
      columns: ['request_id', 'opened_at', 'closed_at'],
      labels_es: ['Número', 'Ingreso', 'Cierre'],
      labels_en: ['Number', 'Opened', 'Closed'],
      required: ['request_id', 'opened_at'],
      instants: [],
      found: ['', '', '='],
      pair_columns: ['closed_at'],
      pair_dates: ['F.FIN'],
      pair_times: ['H.FIN'],
    };
    const text = suggestMapping(params, 'es');
    expect(text).toContain("  closed_at: {date: 'F.FIN', time: 'H.FIN'}\n");
    expect(text).toContain('Columnas obligatorias que faltan: Número, Ingreso.');
  });

  it('lists texts without a meaning beside the value they may have', () => {
    const unknown = {
      column: 'status',
      texts: ['CERRDO', 'X'],
      nearest: ['cerrado', ''],
      ids: ['abierto', 'cerrado'],
    };
    const lines = [
      'codes:',
      '  status:',
      "    'CERRDO': '?'   # ¿cerrado?",
      "    'X': '?'",
      '    # Values there are: abierto, cerrado',
      '    # If that column of your file is something else, leave it unread: columns: {status: ~}',
      '',
    ];
    expect(suggestCodes([unknown], 'en').split('\n').slice(2)).toEqual(lines);
    const { texts, nearest, ids } = unknown;
    const params = { unknown: ['status'], texts_status: texts, nearest_status: nearest, ids_status: ids };
    expect(suggestRefusedCodes(params, 'en').split('\n').slice(2)).toEqual(lines);
  });

  it('says nothing where nothing is unknown', () => {
    expect(suggestCodes([], 'es')).toBe('');
    expect(suggestRefusedCodes({ file: 'a.csv' }, 'es')).toBe('');
  });
});
