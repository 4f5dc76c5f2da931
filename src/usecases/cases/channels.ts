import type { LocalText } from '../../kernel/index.ts';

/** Ways by which a case comes in. */
export const CHANNELS: readonly { readonly id: string; readonly name: LocalText }[] = [
  { id: 'ventanilla', name: { es: 'Ventanilla', en: 'Desk' } },
  { id: 'telefono', name: { es: 'Teléfono', en: 'Phone' } },
  { id: 'web', name: { es: 'Página web', en: 'Web page' } },
  { id: 'app', name: { es: 'Aplicación', en: 'App' } },
  { id: 'correo', name: { es: 'Correo', en: 'Mail' } },
  { id: 'buzon', name: { es: 'Buzón', en: 'Box' } },
  { id: 'visita', name: { es: 'Visita', en: 'Visit' } },
  { id: 'defensor', name: { es: 'Defensor del cliente', en: 'Client’s defender' } },
  { id: 'regulador', name: { es: 'Organismo de control', en: 'Regulator' } },
];
