import { registerDecorator, type ValidationOptions } from 'class-validator';

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Date and time with a zone, as RFC 3339 has it; seconds may be left out. */
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
const [YEAR_MIN, YEAR_MAX] = [1900, 2999];

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export const isCivilDate = (text: unknown): boolean => exists(CIVIL_DATE.exec(String(text)), text);

/** Whether the text is a moment: a day that exists, a time, and a zone. Without the zone it would be the server's guess. */
export const isInstant = (text: unknown): boolean => exists(INSTANT.exec(String(text)), text);

function exists(match: RegExpExecArray | null, text: unknown): boolean {
  if (typeof text !== 'string' || !match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= YEAR_MIN && year <= YEAR_MAX && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day that exists, `YYYY-MM-DD`. */
export const IsCivilDate = (options?: ValidationOptions): PropertyDecorator => decorator('isCivilDate', isCivilDate, options);

/** A moment, `YYYY-MM-DDTHH:MM[:SS]` with `Z` or an offset. */
export const IsInstant = (options?: ValidationOptions): PropertyDecorator => decorator('isInstant', isInstant, options);

const decorator =
  (name: string, validate: (value: unknown) => boolean, options: ValidationOptions | undefined): PropertyDecorator =>
  (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      ...(options ? { options } : {}),
      validator: { validate, defaultMessage: () => name },
    });
