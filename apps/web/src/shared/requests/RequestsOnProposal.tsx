import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../forms/use-action.js';
import { Facts } from '../page/Facts.js';
import { Section } from '../page/Section.js';
import { StatusTag } from '../page/StatusTag.js';
import { DueDate } from '../proposal/DueDate.js';
import { formatInstant } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { RequestAnswerForm } from './RequestAnswerForm.js';
import { useWorkFacts } from './WorkFacts.js';
import { REQUEST_CHANGES, type RequestView, takeBackRequest, useRequests } from './request-queries.js';
import './requests.css';

/** What is asked before a reply goes out: it stands on the desk of its unit. */
const OF_DESK: ReadonlySet<string> = new Set(['assisting-opinion', 'countersign', 'sign-off', 'committee-audit']);

/** Whether it stands on the desk of a unit. */
export const isOfDesk = ({ kind }: Pick<RequestView, 'kind'>): boolean => OF_DESK.has(kind);

/** What was asked on a proposal: the open ones first, with who owes the answer by when; whoever owes it answers here. */
export function RequestsOnProposal({ proposalId }: { readonly proposalId: string }) {
  const { t } = useTranslation('requests');
  const { data } = useRequests(proposalId);
  const items = data?.items.filter((request) => !isOfDesk(request)) ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('title')}>
      {items.map((request) => (
        <OneRequest key={request.id} request={request} on={proposalId} />
      ))}
    </Section>
  );
}

interface OneRequestProps {
  readonly request: RequestView;
  /** The proposal whose name stands above it; of another the request says the name itself. */
  readonly on: string;
}

/** One request with all that the reader may do about it. */
export function OneRequest({ request, on }: OneRequestProps) {
  const { t, i18n } = useTranslation('requests');
  const nameOf = useNameOf();
  const workFacts = useWorkFacts();
  const takeBack = useAction(() => takeBackRequest(request), { done: t('takenBack'), changes: REQUEST_CHANGES });
  const { state, owedBy, answer, dueOn, askedBy, askedAt, reason } = request;
  const { unit } = owedBy;
  const owner = owedBy.member
    ? nameOf(owedBy.member)
    : unit
      ? t(`owner.${owedBy.who}`, { unit: nameOf(unit), defaultValue: nameOf(unit) })
      : t('committee');
  return (
    <article className="request">
      <div className="row-facts">
        <strong>{t(`kind.${request.kind}`)}</strong>
        <StatusTag tone={state === 'OPEN' ? 'waiting' : 'quiet'}>{answer ? t(`outcome.${answer.outcome}`) : t(`state.${state}`)}</StatusTag>
        {request.proposal.id !== on && <span>{request.proposal.subject}</span>}
      </div>
      <Facts
        facts={[
          ...(request.isClockStopped ? [{ name: t('work.clock'), value: t('work.clockStopped') }] : []),
          { name: t('owedBy'), value: owner },
          ...(dueOn ? [{ name: t('dueOn'), value: <DueDate date={dueOn} isMet={state !== 'OPEN'} /> }] : []),
          { name: t('asked'), value: t('by', { name: nameOf(askedBy), instant: formatInstant(askedAt, i18n.language) }) },
          ...workFacts(request),
          ...(reason ? [{ name: t(`asks.${request.kind}`, { defaultValue: t('reason') }), value: reason, isLong: true }] : []),
          ...(answer?.reason
            ? [{ name: t(`says.${answer.outcome}`, { defaultValue: t('answerReason') }), value: answer.reason, isLong: true }]
            : []),
        ]}
      />
      {request.outcomes.length > 0 && <RequestAnswerForm request={request} />}
      {request.mayTakeBack && (
        <Button size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('takeBack')}
        </Button>
      )}
    </article>
  );
}
