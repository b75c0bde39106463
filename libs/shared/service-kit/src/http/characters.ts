import { ValidateBy, type ValidationOptions, buildMessage } from 'class-validator';

/** How many characters a text has as people and PostgreSQL count them; `length` would count 𬱖 twice. */
export const charactersOf = (text: string): number => [...text].length;

const isWithin = (value: unknown, min: number, max: number): boolean => typeof value === 'string' && charactersOf(value) >= min && charactersOf(value) <= max;

/** A text of so many characters. Stands in for class-validator's, which counts UTF-16 units; of the same name, so that the API document says it. */
export const Length = (min: number, max: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isLength', constraints: [min, max], validator: { validate: (value) => isWithin(value, min, max), defaultMessage: buildMessage((each) => `${each}$property must have $constraint1 to $constraint2 characters`, options) } }, options);

/** A text of at most so many characters; see {@link Length}. */
export const MaxLength = (max: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'maxLength', constraints: [max], validator: { validate: (value) => isWithin(value, 0, max), defaultMessage: buildMessage((each) => `${each}$property must have at most $constraint1 characters`, options) } }, options);
