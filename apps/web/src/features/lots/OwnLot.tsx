import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, Drawing } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { askToStay, type OwnLot as KeptLot, ownLots } from '../../shared/sealed/device-store.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useMe } from '../../shared/congress/use-me.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { commitLot, revealLot } from './lots-requests.js';
import { type OwnPart, ownPart } from './own-part.js';
import { commitmentTo, makeContribution } from './redraw.js';
import { officerIn } from './who.js';

const AT: Record<OwnPart['step'], number> = {
  commit: 0,
  'wait-for-commitments': 1,
  reveal: 2,
  'wait-for-contributions': 3,
  'not-in-it': 0,
};

interface OwnLotProps {
  readonly ballot: BallotView;
  readonly drawing: Drawing;
}

/**
 * The step of an officer who draws lots, on the own device: a random number is drawn and promised, and told once both chiefs have promised
 * theirs.
 */
export function OwnLot({ ballot, drawing }: OwnLotProps) {
  const { t } = useTranslation('lots');
  const me = useMe();
  const memberId = me.data?.member.id ?? '';
  const officers = ballot.officers ?? [];
  if (!officers.some(({ member }) => member.id === memberId)) return null;
  const chiefs = officers.filter(({ chief }) => chief).map(({ member }) => member.id);
  const part = ownPart(drawing, memberId, chiefs, {
    commit: ballot.allowedActions.includes('commit-lot'),
    reveal: ballot.allowedActions.includes('reveal-lot'),
  });
  return (
    <Section title={t('own.title')}>
      {part.step !== 'not-in-it' && (
        <Steps
          className="section"
          size="small"
          responsive
          current={AT[part.step]}
          items={(['commit', 'wait', 'reveal', 'drawn'] as const).map((step) => ({ title: t(`own.steps.${step}`) }))}
        />
      )}
      <Step ballot={ballot} drawing={drawing} memberId={memberId} part={part} />
    </Section>
  );
}

interface StepProps extends OwnLotProps {
  readonly memberId: string;
  readonly part: OwnPart;
}

function Step({ ballot, drawing, memberId, part }: StepProps) {
  const { t } = useTranslation('lots');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(officerIn(ballot, id))).join(common('listSeparator'));
  switch (part.step) {
    case 'commit':
      return <Committing ballotId={ballot.id} no={drawing.no} memberId={memberId} />;
    case 'reveal':
      return <Revealing ballotId={ballot.id} no={drawing.no} memberId={memberId} />;
    case 'wait-for-commitments':
    case 'wait-for-contributions':
      return <p>{t(`own.${part.step}`, { names: names(part.awaited) })}</p>;
    case 'not-in-it':
      return <p className="quiet">{t('own.not-in-it')}</p>;
  }
}

interface ContributionProps {
  readonly ballotId: string;
  readonly no: number;
  readonly memberId: string;
}

const keptKey = ({ ballotId, memberId }: ContributionProps) => ['own-lot', memberId, ballotId] as const;

function Committing(props: ContributionProps) {
  const { ballotId, no, memberId } = props;
  const { t } = useTranslation('lots');
  const client = useQueryClient();
  const commit = useAction(
    async () => {
      const kept = await ownLots.find({ memberId, ballotId });
      // What was promised before an answer got lost is promised again, never another number.
      const contribution = kept?.no === no ? kept.contribution : makeContribution();
      await ownLots.keep({ memberId, ballotId, no, contribution });
      await askToStay();
      await client.invalidateQueries({ queryKey: keptKey(props) });
      await commitLot(ballotId, commitmentTo(ballotId, no, memberId, contribution));
    },
    { done: t('own.commit.done'), changes: BALLOT_CHANGES },
  );
  return (
    <>
      <p>{t('own.commit.intro')}</p>
      <Button type="primary" size="large" loading={commit.isPending} onClick={() => commit.mutate()}>
        {t('own.commit.action')}
      </Button>
    </>
  );
}

function Revealing(props: ContributionProps) {
  const { ballotId, no, memberId } = props;
  const kept = useQuery<KeptLot | null>({
    queryKey: keptKey(props),
    queryFn: () => ownLots.find({ memberId, ballotId }),
    networkMode: 'always',
  });
  return (
    <QueryView query={kept}>{(lot) => <Reveal ballotId={ballotId} contribution={lot?.no === no ? lot.contribution : null} />}</QueryView>
  );
}

interface RevealProps {
  readonly ballotId: string;
  /** Null where it was drawn on another device. */
  readonly contribution: string | null;
}

function Reveal({ ballotId, contribution }: RevealProps) {
  const { t } = useTranslation('lots');
  const reveal = useAction(() => revealLot(ballotId, contribution ?? ''), { done: t('own.reveal.done'), changes: BALLOT_CHANGES });
  if (contribution === null)
    return <Alert type="warning" showIcon title={t('own.reveal.elsewhere')} description={t('own.reveal.elsewhereHint')} />;
  return (
    <>
      <p>{t('own.reveal.intro')}</p>
      <Button type="primary" size="large" loading={reveal.isPending} onClick={() => reveal.mutate()}>
        {t('own.reveal.action')}
      </Button>
    </>
  );
}
