import type { ApiAnswer } from '../../app/api.ts';
import type { LinkTo } from '../../ui/link-to.ts';

export type Found = ApiAnswer<'get /api/search'>['found'][number];

/** Where something found is seen. */
export function toLink({ kind, id, period, indicator }: Found): LinkTo {
  switch (kind) {
    case 'indicator':
      return { to: '/indicadores/$id', params: { id } };
    case 'process':
      return { to: '/procesos/$id', params: { id } };
    case 'unit':
      return { to: '/', search: { agencia: id } };
    case 'person':
      return { to: '/productividad', search: { vista: 'personas' } };
    case 'import':
      return { to: '/datos/importaciones', search: { importacion: id } };
    case 'fact':
      return {
        to: '/indicadores/$id',
        params: { id: indicator ?? '' },
        search: { clave: id, periodo: period ?? undefined, agencia: undefined },
      };
    default:
      return kind satisfies never;
  }
}
