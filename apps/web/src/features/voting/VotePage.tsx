import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { useBallot } from '../../shared/ballot/ballot-queries.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { ButtonLink } from '../../shared/plain/ButtonLink.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useIssued, useOwnPaper } from '../../shared/sealed/paper-queries.js';
import type { OwnPaper } from '../../shared/sealed/device-store.js';
import { phaseOf, type VotingPhase } from '../../shared/sealed/voting-phase.js';
import { Section } from '../../shared/page/Section.js';
import { useAuthSession } from '../../shared/congress/use-auth-session.js';
import { Acknowledged } from './casting/Acknowledged.js';
import { CodeEntry } from './codes/CodeEntry.js';
import { Marking } from './marking/Marking.js';
import { Receiving } from './codes/Receiving.js';
import { Sending } from './casting/Sending.js';
import { StepFocus } from './paper-step/StepFocus.js';
import './voting.css';

const WATCH_MS = 4_000; // Who waits in the hall for the opening sees it within seconds, without touching the phone.
const WAITING: readonly string[] = ['RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN', 'OPEN'];

/** A delegate's vote in a sealed ballot, on the own device: receive a paper, mark, check, cast, keep the receipt. */
export function VotePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('voting');
  const ballot = useBallot(id, ({ state }) => (WAITING.includes(state) ? WATCH_MS : false));
  return (
    <Page title={ballot.data?.title ?? t('title')} back={`/ballots/${id}`}>
      <QueryView query={ballot} lines={8}>
        {(data) => <Voting ballot={data} />}
      </QueryView>
    </Page>
  );
}

function Voting({ ballot }: { readonly ballot: BallotView }) {
  const session = useAuthSession();
  const memberId = session.status === 'signed-in' ? session.member.id : '';
  const kept = useOwnPaper({ memberId, ballotId: ballot.id });
  const issued = useIssued(ballot.id, ballot.state);
  return (
    <QueryView query={kept}>
      {(own) => (
        <QueryView query={issued}>
          {({ registered }) => {
            const phase = phaseOf({ state: ballot.state, isIssued: registered, own });
            return (
              <StepFocus step={phase}>
                <Phase ballot={ballot} memberId={memberId} own={own} phase={phase} />
              </StepFocus>
            );
          }}
        </QueryView>
      )}
    </QueryView>
  );
}

interface PhaseProps {
  readonly ballot: BallotView;
  readonly memberId: string;
  readonly own: OwnPaper | null;
  readonly phase: VotingPhase;
}

function Phase({ ballot, memberId, own, phase }: PhaseProps) {
  const recordId = { memberId, ballotId: ballot.id };
  switch (phase) {
    case 'to-receive':
    case 'to-receive-anew':
      return <Receiving recordId={recordId} isAnew={phase === 'to-receive-anew'} />;
    case 'to-vote':
      return own ? <Marking key={ballot.id} own={own} ballot={ballot} /> : null;
    case 'sending':
      return <Sending recordId={recordId} state={ballot.state} />;
    case 'acknowledged':
      return own?.receipt ? (
        <Acknowledged own={own} ballot={ballot} receipt={own.receipt} mayRevote={own.secret !== null && ballot.state === 'OPEN'} />
      ) : null;
    case 'no-paper':
    case 'elsewhere':
      return (
        <>
          <NothingWaiting ballot={ballot} phase={phase} />
          {ballot.state === 'OPEN' && <CodeEntry recordId={recordId} />}
        </>
      );
    default:
      return <NothingWaiting ballot={ballot} phase={phase} />;
  }
}

/** Where there is nothing to do, what that means. */
function NothingWaiting({
  ballot,
  phase,
}: {
  readonly ballot: BallotView;
  readonly phase: Exclude<VotingPhase, 'to-receive' | 'to-receive-anew' | 'to-vote' | 'sending' | 'acknowledged'>;
}) {
  const { t } = useTranslation('voting');
  return (
    <Section title={t(`phase.${phase}.title`)}>
      <EmptyState text={t(`phase.${phase}.text`)} hint={t(`phase.${phase}.hint`)}>
        {phase === 'over' && <ButtonLink to={`/ballots/${ballot.id}`}>{t('toBallot')}</ButtonLink>}
      </EmptyState>
    </Section>
  );
}
