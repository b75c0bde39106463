import { useTranslation } from 'react-i18next';
import type { HandlingView, ProposalView } from '../../api/shapes.js';
import { DownloadButton } from '../forms/DownloadButton.js';
import { fetchAssignmentLetter, fetchReplyLetter } from './reply-desk-queries.js';
import './reply-desk.css';

interface LettersProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
}

/** What a leader wrote on the assignment, and the letters of it to download. */
export function Letters({ proposal, handling }: LettersProps) {
  const { t } = useTranslation('replying');
  const { id: handlingId, instruction, replies, seesAssignment } = handling;
  const work = { proposalId: proposal.id, handlingId };
  const name = (letter: string) => `${letter}${proposal.docketNo ? ` ${proposal.docketNo}` : ''}.docx`;
  if (!seesAssignment && replies.length === 0) return null;
  return (
    <div className="letters">
      {instruction && (
        <p className="prose">
          <strong>{t('letter.instruction')}</strong> {instruction.text} <span className="quiet">{instruction.leader}</span>
        </p>
      )}
      <div className="toolbar toolbar-foot">
        {seesAssignment && (
          <DownloadButton
            label={t('letter.assignment')}
            title={t('letter.assignment')}
            fileName={name(t('letter.assignment'))}
            fetchFile={() => fetchAssignmentLetter(work)}
          />
        )}
        {replies.map(({ round }) => (
          <DownloadButton
            key={round}
            label={t('letter.reply', { round })}
            title={t('letter.reply', { round })}
            fileName={name(t('letter.reply', { round }))}
            fetchFile={() => fetchReplyLetter(work, round)}
          />
        ))}
      </div>
    </div>
  );
}
