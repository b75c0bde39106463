import { useTranslation } from 'react-i18next';
import type { BallotView, NominationView } from '../../api/shapes.js';
import { BallotFrame } from '../../shared/ballot/BallotFrame.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useMe } from '../../shared/congress/use-me.js';
import { CandidateList } from './CandidateList.js';
import { CandidateObjections } from './CandidateObjections.js';
import { NominateForm } from './NominateForm.js';
import { useNomination } from './nomination-requests.js';
import { OwnNomination } from './OwnNomination.js';
import { Progress } from './Progress.js';
import './nomination.css';

/** How an election finds its candidates (酝酿提名): the names, the posted list, objections, the paper. */
export function NominationPage() {
  const { t } = useTranslation('nomination');
  return (
    <BallotFrame title={t('title')} lines={8}>
      {(ballot) => (ballot.nominates ? <Finding ballot={ballot} /> : <EmptyState text={t('notBy')} />)}
    </BallotFrame>
  );
}

function Finding({ ballot }: { readonly ballot: BallotView }) {
  const nomination = useNomination(ballot.id);
  return (
    <QueryView query={nomination} lines={8}>
      {(data) => <Sections ballot={ballot} nomination={data} />}
    </QueryView>
  );
}

/** Nothing is posted yet: how somebody may be proposed all the same. */
function Gathering() {
  const { t } = useTranslation('nomination');
  return (
    <Section title={t('gathering.title')}>
      <EmptyState text={t('gathering.text')} hint={t('gathering.hint')} />
    </Section>
  );
}

function Sections({ ballot, nomination }: { readonly ballot: BallotView; readonly nomination: NominationView }) {
  const { t } = useTranslation('nomination');
  const me = useMe();
  const own = nomination.candidates.find(({ memberId, status }) => memberId === me.data?.member.id && status === 'put-forward');
  const may = (action: BallotView['allowedActions'][number]) => ballot.allowedActions.includes(action);
  // Who is put forward hears of it before the posting; of the list organisers and officers alone, to whom the rules are told.
  const isListed = nomination.postedOn !== null || ballot.rules !== undefined;
  return (
    <>
      {own && may('decline-nomination') && <OwnNomination ballotId={ballot.id} nominee={own} />}
      {isListed ? (
        <>
          <Progress ballot={ballot} nomination={nomination} />
          <CandidateList ballot={ballot} nomination={nomination} />
        </>
      ) : (
        <Gathering />
      )}
      <CandidateObjections ballot={ballot} nomination={nomination} />
      {may('nominate') && <NominateForm ballot={ballot} nomination={nomination} />}
      {may('declare-relatives') && (
        <LinkButton className="section" to={`/ballots/${ballot.id}/relatives`} block>
          {t('toRelatives')}
        </LinkButton>
      )}
    </>
  );
}
