import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { answerConsent, type WithheldField } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { PublicationChanges, type PublicationVersion } from './publication-changes.js';

/** The proposer consents to the publication, or refuses. */
export class AnswerConsent extends Command<PublicationVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly answer: { readonly consents: boolean; readonly withheld: readonly WithheldField[]; readonly reason: string | null },
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AnswerConsent)
export class AnswerConsentHandler implements ICommandHandler<AnswerConsent> {
  constructor(private readonly changes: PublicationChanges) {}

  execute({ actor, proposalId, answer, read }: AnswerConsent): Promise<PublicationVersion> {
    return this.changes.update({ proposalId, actor, action: 'answer-publication', read }, (matter, by, context) =>
      answerConsent(matter, by, answer, context),
    );
  }
}
