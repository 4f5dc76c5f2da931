import { z } from 'zod';
import type { Routes } from './route.ts';

/** A copy of everything, whole and on the disk. */
export const backup = z.object({
  /** Of its folder. */
  name: z.string(),
  made_at: z.string(),
  files: z.number(),
  bytes: z.number(),
  /** The same in megabytes, rounded up to a tenth. */
  megabytes: z.number(),
  /** Links of the audit trail it holds. */
  ledger_entries: z.number(),
});

export const backupRoutes = {
  'get /api/backups': {
    about: {
      es: 'Las copias de respaldo hechas desde aquí, la última primero, y la carpeta en que están.',
      en: 'The backups made from here, latest first, and the folder they are in.',
    },
    mode: 'open',
    may: 'make-backup',
    response: z.object({
      folder: z.string(),
      /** The data folder, for the order that restores. */
      data: z.string(),
      /** They lie inside the data folder: a lost disk takes both. */
      beside_data: z.boolean(),
      backups: z.array(backup).readonly(),
    }),
  },
  'post /api/backups': {
    about: {
      es: 'Hace una copia de respaldo de todo. Se puede seguir consultando mientras tanto.',
      en: 'Makes a backup of everything. Others may look meanwhile.',
    },
    mode: 'job',
    may: 'make-backup',
    response: backup,
  },
  'post /api/backups/{name}/check': {
    about: {
      es: 'Lee una copia entera y dice si está como se hizo.',
      en: 'Reads a backup whole and says whether it is as it was made.',
    },
    mode: 'job',
    may: 'make-backup',
    params: z.object({ name: z.string().max(80) }),
    response: z.object({ name: z.string(), sound: z.boolean(), wrong: z.array(z.string()) }),
  },
} as const satisfies Routes;
