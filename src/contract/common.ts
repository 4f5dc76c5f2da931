import { z } from 'zod';
import { isDate } from '../kernel/index.ts';

/** A text in both languages. */
export const localText = z.object({ es: z.string(), en: z.string() });
/** Yes or no in a query. */
export const flag = z
  .enum(['0', '1'])
  .optional()
  .transform((text) => text === '1');
/** A whole number in a path or query. */
export const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
/** A date that exists, `2011-06-30`. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDate);
/** A month, `2011-06`. */
export const month = z.string().regex(/^[12]\d{3}-(?:0[1-9]|1[0-2])$/);
export const params = z.record(z.string(), z.unknown());
/** Something to know before believing a figure: code and values; words come from the sentences room. */
export const warning = z.object({ code: z.string(), params });
export const problem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  where: z.record(z.string(), z.unknown()),
  params,
  hint: z.string().optional(),
});
/** Period and filters that every screen obeys; the address holds them. */
export const view = z.object({
  period: z.string().optional(),
  unit: z.string().optional(),
});
