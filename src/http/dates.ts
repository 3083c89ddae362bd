import { z } from 'zod';

const isoSchema = z.iso.datetime({ offset: true });

/** A moment in a query or path: ISO 8601 with its zone. */
export const moment = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 date and time with a zone' })
  .transform((text) => new Date(text));

/**
 * JSON has no dates: turns ISO 8601 texts into dates wherever the schema expects one, and leaves everything else as it is
 * for the schema to judge. So the domain's schemas serve the API unchanged.
 */
export function reviveDates(schema: z.core.$ZodType, value: unknown): unknown {
  const def = schema._zod.def as z.core.$ZodTypeDef & Record<string, unknown>;
  switch (def.type) {
    case 'date':
      return isoSchema.safeParse(value).success ? new Date(value as string) : value;
    case 'optional':
    case 'nullable':
    case 'default':
      return reviveDates(def.innerType as z.core.$ZodType, value);
    case 'array':
      return Array.isArray(value) ? value.map((item) => reviveDates(def.element as z.core.$ZodType, item)) : value;
    case 'object':
      return reviveObject(def.shape as Record<string, z.core.$ZodType>, value);
    default:
      return value;
  }
}

function reviveObject(shape: Record<string, z.core.$ZodType>, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // Entries keep an own `__proto__` key an own key, so that strict schemas refuse it like any other unknown field.
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return [key, field ? reviveDates(field, inner) : inner];
    }),
  );
}
