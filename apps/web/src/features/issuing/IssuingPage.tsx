import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { useBallot } from '../../shared/ballot/ballot-queries.js';
import { hasPaper, hasSealed } from '../../shared/ballot/channels.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import type { NamedChoice } from '../../shared/forms/SearchSelect.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { AccountResets } from '../../shared/sealed/AccountResets.js';
import { Section } from '../../shared/page/Section.js';
import { ClaimantCard } from './ClaimantCard.js';
import { useIssuedPapers, useSlips } from './issuing-requests.js';
import { PapersSummary } from './PapersSummary.js';
import { PersonFinder } from './PersonFinder.js';
import { SlipPrinting } from './SlipPrinting.js';
import { SlipsLeft } from './SlipsLeft.js';
import { SlipsSummary } from './SlipsSummary.js';
import './issuing.css';

const WATCH_MS = 5_000;
const ISSUED_IN: readonly BallotView['state'][] = ['ROLL_FROZEN', 'OPEN'];
const SERVING: readonly BallotView['allowedActions'][number][] = ['issue-paper', 'issue-slip', 'take-back-credential'];

/** Where who has no device gets a paper or draws a slip with a voting code (发票), one after another. */
export function IssuingPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('issuing');
  const ballot = useBallot(id, () => WATCH_MS);
  return (
    <Page title={t('title')} intro={ballot.data?.title} back={`/ballots/${id}`} wide>
      <QueryView query={ballot} lines={8}>
        {(data) => <Issuing ballot={data} />}
      </QueryView>
    </Page>
  );
}

function Issuing({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('issuing');
  const { id, channel, allowedActions } = ballot;
  const slips = useSlips(id, hasSealed(channel));
  // Until the result is declared officers are named to those alone who may follow the ballot.
  const papers = useIssuedPapers(id, hasPaper(channel) && ISSUED_IN.includes(ballot.state) && ballot.officers !== undefined);
  const serves = SERVING.some((action) => allowedActions.includes(action));
  const isTheTime = ballot.state === 'ROLL_FROZEN';
  return (
    <div className="issuing">
      <div>
        {serves ? (
          <Serving ballot={ballot} />
        ) : (
          <EmptyState text={t(isTheTime ? 'notYours' : 'notNow')} hint={t(isTheTime ? 'notYoursHint' : 'notNowHint')} />
        )}
        {slips.data && allowedActions.includes('void-slips') && <SlipsLeft id={id} slips={slips.data} />}
      </div>
      <div>
        {hasSealed(channel) && <AccountResets ballot={ballot} />}
        {papers.data && <PapersSummary papers={papers.data} />}
        {slips.data && <SlipsSummary slips={slips.data} />}
        {slips.data?.electionId && allowedActions.includes('prepare-slips') && (
          <SlipPrinting ballot={ballot} electionId={slips.data.electionId} lastSerial={slips.data.lastSerial} />
        )}
      </div>
    </div>
  );
}

/** One after another: found, served, and the hands are on the search field again. */
function Serving({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('issuing');
  const [person, setPerson] = useState<NamedChoice | null>(null);
  const [served, setServed] = useState(0);
  const next = () => {
    setPerson(null);
    setServed(served + 1);
  };
  return (
    <Section title={t('serve.title')}>
      <p className="quiet">{t(`serve.intro.${introOf(ballot)}`)}</p>
      <PersonFinder key={served} onFound={setPerson} />
      {person && <ClaimantCard key={person.id} ballot={ballot} person={person} onServed={next} />}
    </Section>
  );
}

function introOf({ allowedActions }: BallotView): 'slip' | 'paper' | 'credential' {
  if (allowedActions.includes('issue-slip')) return 'slip';
  return allowedActions.includes('issue-paper') ? 'paper' : 'credential';
}
