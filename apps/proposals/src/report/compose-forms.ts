import { type ReportContent, underTitle } from './compose-report.js';
import type { PrintedProposal } from './form-texts.js';
import type { FormRow, Paper, PaperBlock } from './papers/paper.js';
import { filled, type ReportWords } from './messages/wording.js';

/** All that printed forms are made of. */
export interface FormContent extends Pick<ReportContent, 'words' | 'organisation' | 'session' | 'cutOff' | 'cutOffText'> {
  readonly forms: readonly PrintedProposal[];
}

/** The printed forms (提案表), each on its own page; one by itself has no title page. */
export function composeForms({ words, organisation, session, cutOff, cutOffText, forms }: FormContent): Paper {
  const [before = '', after = ''] = words.page.split('{page}');
  const place = filled(words.session, { term: session.termNo, session: session.sessionNo });
  return {
    title: forms.length === 1 ? words.form : words.forms,
    issuer: organisation,
    under: underTitle({ words, session, cutOffText }),
    page: [`${organisation} ${place}　${before}`, `${after}　${filled(words.cutOff, { time: cutOffText })}`],
    at: cutOff,
    blocks: forms.map((form): PaperBlock => ({ kind: 'form', title: words.form, rows: rowsOf(form, words) })),
  };
}

function rowsOf(form: PrintedProposal, { formParts, outcomes, none, unnamed, between }: ReportWords): FormRow[] {
  const { review } = form;
  return [
    [formParts.docketNo, form.docketNo ?? ''],
    [formParts.submitted, form.submittedOn],
    [formParts.subject, form.subject],
    [formParts.category, form.category ?? none],
    [formParts.proposer, form.proposer ?? unnamed],
    [formParts.seconders, form.seconders.join(between)],
    [formParts.grounds, form.grounds, 'text'],
    [formParts.measures, form.measures, 'text'],
    [formParts.review, review ? [outcomes[review.outcome] ?? review.outcome, review.reason].filter(Boolean).join('\n') : ''],
    [formParts.units, form.units.join(between)],
    [formParts.assisting, form.assisting.join(between)],
    [formParts.due, form.dueOn.join(between)],
    [formParts.signature, '', 'seal'],
  ];
}
