import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CivilDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { maySee } from '@plenum/proposals-domain';
import { StorageErrors } from '../storage/storage.errors.js';
import { writeDocx } from '../report/papers/write-docx.js';
import type { DocumentFile } from '../report/session-report.query.js';
import { composeReplyLetter } from './compose-letters.js';
import { type LetterAsked, LetterMatters } from './letter-matters.js';

const PROMISED = `SELECT promise, first_due_on AS "dueOn" FROM commitments
  WHERE proposal_id = $1 AND unit_id = $2 AND round = $3 AND origin = 'REPLY' ORDER BY first_due_on, id`;

/** The letter with which a unit answered in one round (答复函): for whoever may read the proposal. Never a rating, never a draft. */
export class ReplyLetterOf extends Query<DocumentFile> {
  constructor(
    readonly asked: LetterAsked,
    readonly round: number,
  ) {
    super();
  }
}

@QueryHandler(ReplyLetterOf)
export class ReplyLetterHandler implements IQueryHandler<ReplyLetterOf> {
  constructor(
    private readonly letters: LetterMatters,
    private readonly database: Database,
  ) {}

  /** @throws `proposals.not-found`, also of a round without a reply; `proposals.forbidden` */
  async execute({ asked, round }: ReplyLetterOf): Promise<DocumentFile> {
    const { found, handling, told } = await this.letters.of(asked, maySee);
    const reply = handling.replies.find((one) => one.round === round);
    if (!reply) throw StorageErrors.notFound('reply', `${handling.id}.${round}`);
    const promises = await this.database.query<{ promise: string; dueOn: CivilDate }>(PROMISED, [
      found.proposal.id,
      handling.leadUnitId,
      round,
    ]);
    const { text, resultCategory, basis, files, overdue, at } = reply;
    const paper = composeReplyLetter({
      ...told,
      round,
      text,
      result: told.words.results[resultCategory] ?? resultCategory,
      basis,
      files: files.map(({ name }) => name),
      promises,
      overdue,
      repliedOn: found.calendar.dayOf(at),
      at,
    });
    return { name: `${told.letterWords.reply}${told.docketNo === null ? '' : ` ${told.docketNo}`}.docx`, content: await writeDocx(paper) };
  }
}
