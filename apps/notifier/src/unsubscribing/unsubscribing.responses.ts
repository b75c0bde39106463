import type { NoticeKind } from '@plenum/contracts';

/** Of which kinds somebody gets no mails any more, or would get none. */
export class UnsubscriptionResponse {
  kinds: NoticeKind[];
  /** None of them is mailed any more. */
  isDone: boolean;
}
