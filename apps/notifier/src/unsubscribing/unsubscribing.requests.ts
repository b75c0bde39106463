import { Matches } from 'class-validator';

/** The token of a mail. */
export class UnsubscribeParam {
  @Matches(/^[\w-]{1,100}$/)
  token: string;
}
