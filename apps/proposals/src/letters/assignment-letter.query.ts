import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CivilDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { maySeeInstruction, type ProposalSettings } from '@plenum/proposals-domain';
import { writeDocx } from '../report/papers/write-docx.js';
import type { DocumentFile } from '../report/session-report.query.js';
import { type AssignmentLetter, composeAssignmentLetter } from './compose-letters.js';
import { type LetterAsked, LetterMatters } from './letter-matters.js';

interface AssignedFact {
  readonly dueOn: CivilDate | null;
  readonly assistingUnitIds: readonly string[];
}

/** Which units it was assigned to, and by when: whatever became of that since, the letter says what it said. */
const ASSIGNED = `SELECT data ->> 'dueOn' AS "dueOn", data -> 'assistingUnitIds' AS "assistingUnitIds" FROM facts
  WHERE proposal_id = $1 AND kind = 'ProposalAssigned' AND data ->> 'handlingId' = $2 ORDER BY position DESC LIMIT 1`;

/** The letter with which a matter is assigned to a unit (交办书): for the units, their leaders in charge, the committee. */
export class AssignmentLetterOf extends Query<DocumentFile> {
  constructor(readonly asked: LetterAsked) {
    super();
  }
}

@QueryHandler(AssignmentLetterOf)
export class AssignmentLetterHandler implements IQueryHandler<AssignmentLetterOf> {
  constructor(
    private readonly letters: LetterMatters,
    private readonly database: Database,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ asked }: AssignmentLetterOf): Promise<DocumentFile> {
    const { found, handling, told, named } = await this.letters.of(asked, maySeeInstruction);
    const { proposal, calendar } = found;
    const [fact] = await this.database.query<AssignedFact>(ASSIGNED, [proposal.id, handling.id]);
    const { category, grounds, measures } = proposal.content;
    const { at } = handling.assigned;
    const paper = composeAssignmentLetter({
      ...told,
      category,
      grounds,
      measures,
      assisting: named(fact?.assistingUnitIds ?? handling.assistingUnitIds),
      due: dueIn(fact ? fact.dueOn : handling.due.dueOn, found.call.settings.replyDue),
      assignedOn: calendar.dayOf(at),
      at,
      instruction: handling.instruction,
    });
    return {
      name: `${told.letterWords.assignment}${told.docketNo === null ? '' : ` ${told.docketNo}`}.docx`,
      content: await writeDocx(paper),
    };
  }
}

/** Without a day it was due before the next session, as the call says. */
const dueIn = (dueOn: CivilDate | null, rule: ProposalSettings['replyDue']): AssignmentLetter['due'] =>
  dueOn ?? { daysBeforeSession: rule.kind === 'before-session' ? rule.days : 0 };
