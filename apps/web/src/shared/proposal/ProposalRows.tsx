import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalRow } from '../../api/shapes.js';
import { StatusTag } from '../page/StatusTag.js';
import { useNameOf } from '../text/use-name-of.js';
import { DueDate } from './DueDate.js';
import { isReplyOwed } from './rounds.js';
import { StateTag, StatusWords } from './StateTag.js';

interface ProposalRowsProps {
  readonly proposals: readonly ProposalRow[];
  readonly label: string;
  readonly linkOf?: (proposal: ProposalRow) => string;
}

/** Proposals one below the other, each a link; reads well on a phone. */
export function ProposalRows({ proposals, label, linkOf = ({ id }) => `/proposals/${id}` }: ProposalRowsProps) {
  const { t } = useTranslation('proposals');
  const nameOf = useNameOf();
  return (
    <ul className="rows" aria-label={label}>
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <Link className="row-link" to={linkOf(proposal)}>
            <div className="row-main">
              <div className="row-title">{proposal.subject || t('untitled')}</div>
              <div className="row-facts quiet small">
                {proposal.docketNo && <span>{t('docketNo', { no: proposal.docketNo })}</span>}
                <span>{t('leadProposerIs', { name: nameOf(proposal.leadProposer) })}</span>
                <span>{t('signed', { count: proposal.seconders })}</span>
                {proposal.dueOn && isReplyOwed(proposal) && <DueDate date={proposal.dueOn} />}
                <StatusWords state={proposal.state} words={proposal.words} />
              </div>
            </div>
            {proposal.invited ? <StatusTag tone="waiting">{t('invitedYou')}</StatusTag> : <StateTag state={proposal.state} />}
            <RightOutlined className="quiet" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
