import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotState, BallotView } from '../../api/shapes.js';
import { useBallot } from '../../shared/ballot/ballot-queries.js';
import { useResult } from '../../shared/ballot/result-queries.js';
import { electionContextOf } from '../../shared/ballot/election-outcome.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { ResultLifeCycle } from './result/ResultLifeCycle.js';
import { BallotTag } from './BallotTag.js';
import { Candidacy } from './Candidacy.js';
import { Choices } from './Choices.js';
import { Documents } from './result/Documents.js';
import { Duties } from './Duties.js';
import { Figures } from './result/Figures.js';
import { Officers } from './Officers.js';
import { OwnTraces } from './own-vote/OwnTraces.js';
import { OwnVote } from './own-vote/OwnVote.js';
import { Related } from './Related.js';
import { Result } from './result/Result.js';
import { Rules } from './Rules.js';
import { Signing } from './result/Signing.js';

const COUNTED: readonly BallotState[] = ['TALLIED', 'SIGNED'];

/** One vote: its result first, then the figures and the rules it follows from, and who answers for the count. */
export function BallotPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('ballots');
  const ballot = useBallot(id);
  return (
    <Page title={ballot.data?.title ?? t('title')} back="/ballots">
      <QueryView query={ballot} lines={10}>
        {(data) => <BallotSections ballot={data} />}
      </QueryView>
    </Page>
  );
}

function BallotSections({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('ballots');
  const { rules, counts, officers } = ballot;
  return (
    <>
      <Card className="section">
        <div className="marks">
          <BallotTag ballot={ballot} />
          <StatusTag tone="quiet">{t(`kind.${ballot.kind}`)}</StatusTag>
          <StatusTag tone="quiet">{t(`channel.${ballot.channel}`)}</StatusTag>
          {ballot.electorate && <StatusTag tone="quiet">{t(`electorate.${ballot.electorate}`)}</StatusTag>}
        </div>
      </Card>
      {ballot.calledOff && ballot.annulment && (
        <Alert
          className="section"
          type="warning"
          showIcon
          title={t('calledOff.title')}
          description={t('calledOff.reason', { reason: ballot.annulment.reason })}
        />
      )}
      <OwnVote ballot={ballot} />
      <OwnTraces ballot={ballot} />
      <Candidacy ballot={ballot} />
      <Duties ballot={ballot} />
      <Outcome ballot={ballot} />
      <Documents ballot={ballot} />
      <Related related={ballot.related} />
      {counts && <Figures counts={counts} />}
      {rules && <Rules rules={rules} election={electionContextOf(ballot)} />}
      <Choices ballot={ballot} />
      {officers && <Officers officers={officers} codesDesk={ballot.codesDesk ?? []} />}
    </>
  );
}

/** The result for whoever may see it: everybody once it is declared, officers and organisers (to whom the figures are told) before. */
function Outcome({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('ballots');
  const isKnown = (COUNTED.includes(ballot.state) || Boolean(ballot.declaredAt)) && ballot.counts !== undefined;
  const result = useResult(ballot.id, isKnown);
  if (ballot.calledOff) return null;
  if (!isKnown) {
    return (
      <Section title={t('result.title')}>
        <EmptyState text={t('result.waiting')} hint={t('result.waitingHint')} />
      </Section>
    );
  }
  return (
    <QueryView query={result}>
      {(data) => (
        <>
          {ballot.allowedActions.includes('sign') && <Signing id={ballot.id} digest={data.digest} />}
          {ballot.declaredAt && <ResultLifeCycle ballot={ballot} result={data} />}
          <Result result={data} election={electionContextOf(ballot)} />
        </>
      )}
    </QueryView>
  );
}
