import type { LocalText } from '../../kernel/index.ts';

/** A country an institution may be in, with the zone of its capital. */
export interface Country {
  /** Two letters of ISO 3166. */
  readonly id: string;
  readonly name: LocalText;
  readonly zone: string;
}

const country = (id: string, es: string, en: string, zone: string): Country => ({
  id,
  name: { es, en },
  zone,
});

/** Ecuador first; the rest by their Spanish name. */
export const COUNTRIES: readonly Country[] = [
  country('EC', 'Ecuador', 'Ecuador', 'America/Guayaquil'),
  country('AR', 'Argentina', 'Argentina', 'America/Argentina/Buenos_Aires'),
  country('BO', 'Bolivia', 'Bolivia', 'America/La_Paz'),
  country('BR', 'Brasil', 'Brazil', 'America/Sao_Paulo'),
  country('CL', 'Chile', 'Chile', 'America/Santiago'),
  country('CO', 'Colombia', 'Colombia', 'America/Bogota'),
  country('CR', 'Costa Rica', 'Costa Rica', 'America/Costa_Rica'),
  country('CU', 'Cuba', 'Cuba', 'America/Havana'),
  country('SV', 'El Salvador', 'El Salvador', 'America/El_Salvador'),
  country('GT', 'Guatemala', 'Guatemala', 'America/Guatemala'),
  country('HN', 'Honduras', 'Honduras', 'America/Tegucigalpa'),
  country('MX', 'México', 'Mexico', 'America/Mexico_City'),
  country('NI', 'Nicaragua', 'Nicaragua', 'America/Managua'),
  country('PA', 'Panamá', 'Panama', 'America/Panama'),
  country('PY', 'Paraguay', 'Paraguay', 'America/Asuncion'),
  country('PE', 'Perú', 'Peru', 'America/Lima'),
  country('DO', 'República Dominicana', 'Dominican Republic', 'America/Santo_Domingo'),
  country('UY', 'Uruguay', 'Uruguay', 'America/Montevideo'),
  country('VE', 'Venezuela', 'Venezuela', 'America/Caracas'),
];
