import { ValidateBy, type ValidationOptions, buildMessage } from 'class-validator';

/** How many characters a text has as people and PostgreSQL count them; `length` would count 𬱖 twice. */
export const charactersOf = (text: string): number => [...text].length;

/** A text has at least half as many characters as units: a long one is counted only where that leaves a doubt. */
function isWithin(value: unknown, min: number, max: number): boolean {
  if (typeof value !== 'string' || value.length < min || value.length > 2 * max) return false;
  if (value.length >= 2 * min && value.length <= max) return true;
  const count = charactersOf(value);
  return count >= min && count <= max;
}

/**
 * A text of so many characters. Stands in for class-validator's, which counts UTF-16 units; of the same name, so that the API document says
 * it.
 */
export const Length = (min: number, max: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isLength',
      constraints: [min, max],
      validator: {
        validate: (value) => isWithin(value, min, max),
        defaultMessage: buildMessage((each) => `${each}$property must have $constraint1 to $constraint2 characters`, options),
      },
    },
    options,
  );

/** A text of at most so many characters; see {@link Length}. */
export const MaxLength = (max: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'maxLength',
      constraints: [max],
      validator: {
        validate: (value) => isWithin(value, 0, max),
        defaultMessage: buildMessage((each) => `${each}$property must have at most $constraint1 characters`, options),
      },
    },
    options,
  );
