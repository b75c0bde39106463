import { DEADLINE_SUBJECTS, type DeadlineSubject } from '@plenum/contracts';
import { IsIn, IsUUID } from 'class-validator';

/** What the reminders are about. */
export class RemindersRequest {
  @IsIn(DEADLINE_SUBJECTS)
  kind: DeadlineSubject;

  /** Of the proposal, the opinion, the ballot or the duty. */
  @IsUUID()
  id: string;
}
