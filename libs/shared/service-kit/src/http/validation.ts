import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldFault, MalformedError } from '@plenum/kernel';

/** Turns requests into their classes and refuses what does not fit, naming every field; unknown fields are refused too. */
export const createValidationPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new MalformedError(errors.flatMap((error) => faultsOf(error, ''))),
  });

function faultsOf(error: ValidationError, parent: string): FieldFault[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((constraint) => ({
    field,
    reason: constraint === 'whitelistValidation' ? 'unknown-field' : constraint,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
}
