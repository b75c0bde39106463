import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotState, BallotView } from '../../api/shapes.js';
import { useBallot } from '../../shared/ballot-queries.js';
import { Page } from '../../shared/Page.js';
import { QueryView } from '../../shared/QueryView.js';
import { useOwnKey, useTrusteeKeys } from '../../shared/sealed/sealed-queries.js';
import { useSession } from '../../shared/use-session.js';
import { GreenLight } from './GreenLight.js';
import { KeyMaking } from './KeyMaking.js';
import { KeyTable } from './KeyTable.js';
import { Opening } from './Opening.js';
import { Watching } from './Watching.js';
import './scrutiny.css';

const WATCH_MS = 5_000;
const BEFORE_OPENING: readonly BallotState[] = ['RULES_ADOPTED', 'ROLL_FROZEN'];
const ON_BOARD: readonly BallotState[] = ['OPEN', 'CLOSED', 'TALLIED', 'SIGNED'];

/** What a scrutineer does in a sealed ballot, on the own device: the key before the opening, the board during the vote, the share after it. */
export function ScrutinyPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('scrutiny');
  const ballot = useBallot(id, () => WATCH_MS);
  return (
    <Page title={t('title')} intro={ballot.data?.title} back={`/ballots/${id}`}>
      <QueryView query={ballot} lines={8}>
        {(data) => <Duties ballot={data} />}
      </QueryView>
    </Page>
  );
}

function Duties({ ballot }: { readonly ballot: BallotView }) {
  const { id, state, allowedActions } = ballot;
  const session = useSession();
  const place = { memberId: session.status === 'signed-in' ? session.member.id : '', ballotId: id };
  const kept = useOwnKey(place);
  const keys = useTrusteeKeys(id, BEFORE_OPENING.includes(state));
  return (
    <QueryView query={kept}>
      {(own) => (
        <QueryView query={keys}>
          {(given) => (
            <>
              {allowedActions.includes('add-share') && <Opening place={place} own={own} keys={given.keys.length} state={state} />}
              {allowedActions.includes('offer-key') && <KeyMaking place={place} own={own} keys={given} />}
              {ON_BOARD.includes(state) && <Watching ballot={ballot} own={own} />}
              <KeyTable ballot={ballot} keys={given} />
              <GreenLight />
            </>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}
