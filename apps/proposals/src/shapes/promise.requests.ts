import { Length } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsDefined, IsString, ValidateNested } from 'class-validator';
import type { NewPromise } from '@plenum/proposals-domain';
import { DueRuleRequest, dueRuleOf } from './due-rule.requests.js';

const PROMISE_MAX = 2_000;

/** Something that is promised, and by when: on a day, or so long from today. */
export class PromiseRequest {
  @IsString()
  @Length(1, PROMISE_MAX)
  promise!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  due!: DueRuleRequest;
}

/** The promise that a request states. @throws MalformedError on a date that does not exist, naming the field */
export function promiseOf({ promise, due }: PromiseRequest, field = ''): Omit<NewPromise, 'id'> {
  return { promise, due: dueRuleOf(due, `${field}due`) };
}
