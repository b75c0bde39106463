import { useTranslation } from 'react-i18next';
import type { HandlingView, ProposalView } from '../../api/shapes.js';
import { Section } from '../page/Section.js';
import { isOfDesk, OneRequest } from '../requests/RequestsOnProposal.js';
import { useRequests } from '../requests/request-queries.js';
import { byRound } from './by-round.js';
import { ClearingSteps } from './ClearingSteps.js';
import { DraftText } from './DraftText.js';
import { DraftVersions } from './DraftVersions.js';
import { useReplyDesk } from './reply-desk-queries.js';

interface ReplyDeskSectionProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
  /** The draft stands in a form beside it. */
  readonly isWritten?: boolean;
}

/** The desk of a unit: what must be done before the reply goes out, the draft, its versions, and what was asked about it. */
export function ReplyDeskSection({ proposal, handling, isWritten = false }: ReplyDeskSectionProps) {
  const { t } = useTranslation('replying');
  const work = { proposalId: proposal.id, handlingId: handling.id };
  const { data } = useReplyDesk(work);
  const requests = useRequests(proposal.id).data?.items.filter((one) => isOfDesk(one) && one.work?.handlingId === handling.id) ?? [];
  if (!data) return null;
  const shown = isWritten ? null : data.draft;
  const isOwed = handling.state === 'ASSIGNED' || handling.state === 'IN_PROGRESS';
  const steps = isOwed ? data.steps : [];
  if (!shown && steps.length === 0 && data.versions.length === 0 && requests.length === 0) return null;
  return (
    <Section title={t('desk.title')}>
      {steps.length > 0 && <ClearingSteps work={work} version={handling.version} round={handling.replies.length + 1} desk={data} />}
      {shown && <DraftText draft={shown} work={work} />}
      {byRound(handling, requests).map(({ round, asked }, _, rounds) => (
        <div key={round}>
          {rounds.length > 1 && <h3 className="text-head">{t('desk.round', { round })}</h3>}
          {asked.map((request) => (
            <OneRequest key={request.id} request={request} on={proposal.id} />
          ))}
        </div>
      ))}
      <DraftVersions work={work} versions={data.versions} />
    </Section>
  );
}
