import { QueryFailedError } from 'typeorm';

/** Does the work; where the database refuses it for one of these constraints, the refusal has its own name. */
export async function translated<T>(refusals: Readonly<Record<string, () => Error>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof QueryFailedError ? refusals[constraintOf(error)] : undefined;
    throw refusal ? refusal() : error;
  }
}

function constraintOf(error: QueryFailedError): string {
  const { constraint } = error.driverError as { constraint?: unknown };
  return typeof constraint === 'string' ? constraint : '';
}
