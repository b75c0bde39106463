export { Clock } from './clock.js';
export { DomainError, MalformedError } from './errors.js';
export type { FieldFault, RefusalDetails, RefusalKind } from './errors.js';
export { needed, reaches } from './fraction.js';
export type { Fraction } from './fraction.js';
export { assertVersion, policyDecisions } from './policy.js';
export type { Check, Policy, PolicyDecisions } from './policy.js';
