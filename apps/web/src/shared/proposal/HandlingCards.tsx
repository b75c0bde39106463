import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { Section } from '../page/Section.js';
import { useNameOf } from '../text/use-name-of.js';
import { AssignmentFacts } from './AssignmentFacts.js';
import { EndFacts, EscalationFacts, SilenceFacts } from './EndFacts.js';
import { HandledAgain } from './HandledAgain.js';
import { ReplyText } from './ReplyText.js';
import { isReplyOwed } from './rounds.js';
import { StateTag } from './StateTag.js';

interface HandlingCardsProps {
  readonly proposalId: string;
  readonly handlings: readonly HandlingView[];
  /** Whether the matter was brought in from earlier records. */
  readonly isImported?: boolean;
  /** What the reader can do on one of them, shown first in its card. */
  readonly doing?: (handling: HandlingView) => ReactNode;
}

/** The work on a proposal: a card for the unit that has it, or one for each separate unit. */
export function HandlingCards({ proposalId, handlings, isImported = false, doing = () => null }: HandlingCardsProps) {
  const { t } = useTranslation('proposals');
  const nameOf = useNameOf();
  const [only, ...others] = handlings;
  if (only === undefined) return null;
  if (others.length === 0)
    return (
      <>
        <HandledAgain handling={only} />
        {doing(only)}
        <SilenceFacts silence={only.silence} />
        <EndFacts ending={only.ending} />
        <EscalationFacts meeting={only.meeting} />
        {only.replies.length > 0 && (
          <Section title={t('reply.title')}>
            <Replies proposalId={proposalId} handling={only} isImported={isImported} />
          </Section>
        )}
        <Section title={t('assignment.title')}>
          <AssignmentFacts handling={only} isReplied={!isReplyOwed(only)} />
        </Section>
      </>
    );
  return handlings.map((handling) => (
    <Section
      key={handling.id}
      title={t('assignment.separate', { unit: nameOf(handling.leadUnit) })}
      extra={<StateTag state={handling.state === 'ENDED' ? 'CLOSED' : handling.state} />}
    >
      <AssignmentFacts handling={handling} isReplied={!isReplyOwed(handling)} />
      <HandledAgain handling={handling} />
      <SilenceFacts silence={handling.silence} />
      <EndFacts ending={handling.ending} />
      <EscalationFacts meeting={handling.meeting} />
      <Replies proposalId={proposalId} handling={handling} isImported={isImported} />
      {doing(handling)}
    </Section>
  ));
}

interface RepliesProps {
  readonly proposalId: string;
  readonly handling: HandlingView;
  readonly isImported: boolean;
}

/** The latest first. */
function Replies({ proposalId, handling, isImported }: RepliesProps) {
  const nameOf = useNameOf();
  const enteredFor = isImported ? nameOf(handling.leadUnit) : undefined;
  return [...handling.replies]
    .reverse()
    .map((reply) => <ReplyText key={reply.round} proposalId={proposalId} handlingId={handling.id} reply={reply} enteredFor={enteredFor} />);
}
