import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { type FormContent, composeForms } from './compose-forms.js';
import { cutOffText } from './papers/cut-off-text.js';
import type { ReportLanguage } from './messages/wording.js';
import { FormTexts } from './form-texts.js';
import { ReportReaders } from './report-readers.js';
import { SessionFigures } from './session-figures.js';
import { SessionMatters } from './session-matters.js';
import { type DocumentFile, WORDS } from './session-report.query.js';
import { writeDocx } from './papers/write-docx.js';

/** Forms in one file at most: who needs more fetches the next of them. */
export const FORMS_MAX = 200;

/**
 * The printed forms (提案表) of a session at a cut-off, or of some of its proposals: for the committee and the organisers. Of what is
 * confidential there is none: paper goes from hand to hand.
 */
export class ProposalForms extends Query<DocumentFile> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly cutOff: Date,
    /** Empty for all that were filed or became suggestions. */
    readonly proposalIds: readonly string[],
    /** From 1, of so many forms each. */
    readonly part: number,
    readonly language: ReportLanguage,
  ) {
    super();
  }
}

@QueryHandler(ProposalForms)
export class ProposalFormsHandler implements IQueryHandler<ProposalForms> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly figures: SessionFigures,
    private readonly matters: SessionMatters,
    private readonly readers: ReportReaders,
    private readonly texts: FormTexts,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden`, `proposals.cut-off-ahead` */
  async execute({ actor, sessionId, cutOff, proposalIds, part, language }: ProposalForms): Promise<DocumentFile> {
    const { organisationId } = actor;
    const session = await this.figures.session(actor, sessionId);
    await this.readers.assertMayFetch(actor, sessionId);
    const until = this.figures.cutOff(cutOff);
    const words = WORDS[language];
    const all = await this.matters.told(this.database, { organisationId, sessionId, cutOff: until });
    const printed = all
      .filter(({ confidential }) => !confidential)
      .filter(({ proposalId, matter }) =>
        proposalIds.length > 0 ? proposalIds.includes(proposalId) : matter.class === 'FILED' || matter.class === 'SUGGESTION',
      )
      .sort((one, other) => (one.proposalId < other.proposalId ? -1 : 1))
      .sort((one, other) => docket(one.particulars.docketNo) - docket(other.particulars.docketNo))
      .slice((part - 1) * FORMS_MAX, part * FORMS_MAX);
    const { zone = 'Asia/Shanghai' } = await this.directory.calendar(this.database, organisationId);
    const organisation = await this.directory.organisation(this.database, organisationId);
    const content: FormContent = {
      words,
      organisation: organisation?.name ?? '',
      session,
      cutOff: until,
      cutOffText: cutOffText(until, zone, words),
      forms: await this.texts.of(printed, until, zone),
    };
    const name = proposalIds.length === 1 ? words.form : words.forms;
    return { name: `${name}.docx`, content: await writeDocx(composeForms(content)) };
  }
}

/** The running number at the end; what has none comes last. */
const docket = (docketNo: string | null): number => Number(/(\d+)$/.exec(docketNo ?? '')?.[1] ?? Number.MAX_SAFE_INTEGER);
