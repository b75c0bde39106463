import type { HandlingView, ProposalView } from '../../api/shapes.js';
import { useNameOf } from '../text/use-name-of.js';
import { MeetingForm } from './MeetingForm.js';
import { RatingForm } from './RatingForm.js';
import { SilenceForm } from './SilenceForm.js';

interface FeedbackProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
}

/** What the reader can do about the reply of a unit: rate it, say why they did not, or settle it after the last round. */
export function Feedback({ proposal, handling }: FeedbackProps) {
  const nameOf = useNameOf();
  const { allowedActions, replies } = handling;
  return (
    <>
      {allowedActions.includes('rate') && <RatingForm key={replies.length} proposal={proposal} handling={handling} />}
      {allowedActions.includes('explain-silence') && <SilenceForm proposalId={proposal.id} handling={handling} />}
      {allowedActions.includes('record-meeting') && (
        <MeetingForm proposal={proposal} handling={handling} unit={nameOf(handling.leadUnit)} />
      )}
    </>
  );
}
