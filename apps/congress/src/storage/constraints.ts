import { violatedConstraint } from '@plenum/database';

/** Does the work; where the database refuses it for one of these constraints, the refusal has its own name. */
export async function translated<T>(refusals: Readonly<Record<string, () => Error>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusals[violatedConstraint(error) ?? ''];
    throw refusal ? refusal() : error;
  }
}
