import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotState, BallotView } from '../../api/shapes.js';
import { useBallot } from '../../shared/ballot/ballot-queries.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { AccountResets } from '../../shared/sealed/AccountResets.js';
import { DeskSignIns } from '../../shared/sealed/DeskSignIns.js';
import { useCeremony, useOwnKey, useTrusteeKeys } from '../../shared/sealed/key-queries.js';
import type { OwnKey, DeviceRecordId } from '../../shared/sealed/device-store.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { useAuthSession } from '../../shared/congress/use-auth-session.js';
import { BuiltInBrowser } from './BuiltInBrowser.js';
import { ThresholdKeyMaking } from './ThresholdKeyMaking.js';
import { ThresholdKeyTable } from './ThresholdKeyTable.js';
import { VerificationMeaning } from './VerificationMeaning.js';
import { KeyMaking } from './KeyMaking.js';
import { KeyTable } from './KeyTable.js';
import { Opening } from './Opening.js';
import { Watching } from './Watching.js';
import './scrutiny.css';

const WATCH_MS = 5_000;
const BEFORE_OPENING: readonly BallotState[] = ['RULES_ADOPTED', 'ROLL_FROZEN'];
const ON_BOARD: readonly BallotState[] = ['OPEN', 'CLOSED', 'TALLIED', 'SIGNED'];

/**
 * What a scrutineer does in a sealed ballot, on the own device: the key before the opening, the board during the vote, the share after it.
 */
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
  const session = useAuthSession();
  const recordId = { memberId: session.status === 'signed-in' ? session.member.id : '', ballotId: id };
  const kept = useOwnKey(recordId);
  const ceremony = useCeremony(id, BEFORE_OPENING.includes(state));
  return (
    <QueryView query={kept}>
      {(own) => (
        <QueryView query={ceremony}>
          {(making) => (
            <>
              <BuiltInBrowser />
              <AccountResets ballot={ballot} />
              <DeskSignIns ballot={ballot} />
              {allowedActions.includes('add-share') && <Opening recordId={recordId} own={own} ceremony={making} state={state} />}
              {making.scheme === 'threshold' && allowedActions.includes('offer-key') && (
                <ThresholdKeyMaking ballot={ballot} recordId={recordId} own={own} ceremony={making} />
              )}
              {ON_BOARD.includes(state) && <Watching ballot={ballot} own={own} />}
              {making.scheme === 'threshold' ? (
                <ThresholdKeyTable ballot={ballot} ceremony={making} />
              ) : (
                <OwnKeys ballot={ballot} recordId={recordId} own={own} />
              )}
              <VerificationMeaning />
            </>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

interface OwnKeysProps {
  readonly ballot: BallotView;
  readonly recordId: DeviceRecordId;
  readonly own: OwnKey | null;
}

/** Where every scrutineer has a key of the own, and all of them open the box. */
function OwnKeys({ ballot, recordId, own }: OwnKeysProps) {
  const nameOf = useNameOf();
  const holder = nameOf(ballot.officers?.find(({ member }) => member.id === recordId.memberId)?.member ?? { name: null });
  const keys = useTrusteeKeys(ballot.id, BEFORE_OPENING.includes(ballot.state));
  return (
    <QueryView query={keys}>
      {(given) => (
        <>
          {ballot.allowedActions.includes('offer-key') && (
            <KeyMaking title={ballot.title} holder={holder} recordId={recordId} own={own} keys={given} />
          )}
          <KeyTable ballot={ballot} keys={given} />
        </>
      )}
    </QueryView>
  );
}
