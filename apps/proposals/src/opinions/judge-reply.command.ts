import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { judgeReply } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { OpinionChanges, type OpinionVersion } from '../access/opinion-changes.js';

/** The suggester says whether the reply helped. */
export class JudgeReply extends Command<OpinionVersion> {
  constructor(
    readonly actor: Actor,
    readonly opinionId: string,
    readonly judgement: { readonly helped: boolean; readonly comment: string | null },
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(JudgeReply)
export class JudgeReplyHandler implements ICommandHandler<JudgeReply> {
  constructor(private readonly changes: OpinionChanges) {}

  execute({ actor, opinionId, judgement, read }: JudgeReply): Promise<OpinionVersion> {
    return this.changes.update({ opinionId, actor, action: 'judge-reply', read }, (opinion, by, context) =>
      judgeReply(opinion, by, judgement, context),
    );
  }
}
