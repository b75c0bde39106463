import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { useBallot } from '../../shared/ballot/ballot-queries.js';
import { hasPaper } from '../../shared/ballot/channels.js';
import { LegalMinimums } from '../../shared/ballot/LegalMinimums.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { Concluding } from './concluding/Concluding.js';
import { Counting } from './counting/Counting.js';
import { OfficersForm } from './preparing/OfficersForm.js';
import { ConfirmedAct } from './acts/ConfirmedAct.js';
import { CurrentFigures } from './CurrentFigures.js';
import { ClosingAct } from './voting/ClosingAct.js';
import { OpeningAct } from './voting/OpeningAct.js';
import { Withdrawing } from './concluding/Withdrawing.js';
import './organising.css';

const WATCH_MS = 4_000;
const BEFORE_OPENING: readonly BallotView['state'][] = ['RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'];

/** The steps of a ballot as a meeting speaks of them, each with the states that it spans. */
const STEPS: readonly {
  readonly name: 'rules' | 'nominate' | 'roll' | 'prepare' | 'vote' | 'count' | 'sign' | 'declare' | 'publish';
  readonly states: readonly string[];
}[] = [
  { name: 'rules', states: ['RULES_DRAFT'] },
  { name: 'nominate', states: ['NOMINATION'] },
  { name: 'roll', states: ['RULES_ADOPTED'] },
  { name: 'prepare', states: ['ROLL_FROZEN'] },
  { name: 'vote', states: ['OPEN'] },
  { name: 'count', states: ['CLOSED'] },
  { name: 'sign', states: ['TALLIED'] },
  { name: 'declare', states: ['SIGNED'] },
  { name: 'publish', states: ['DECLARED', 'APPROVED'] },
];

/** Where a ballot is led on the day: what stands, what can be done now, and what it does. */
export function OrganisingPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('organising');
  const ballot = useBallot(id, () => WATCH_MS);
  return (
    <Page title={ballot.data?.title ?? t('title')} intro={t('title')} back={`/ballots/${id}`} wide>
      <QueryView query={ballot} lines={10}>
        {(data) => <Organising ballot={data} />}
      </QueryView>
    </Page>
  );
}

function Organising({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { t: turnout } = useTranslation('turnout');
  const { t: issuing } = useTranslation('issuing');
  const { t: drafting } = useTranslation('drafting');
  const { id, state, warnings = [], allowedActions } = ballot;
  const may = (action: BallotView['allowedActions'][number]) => allowedActions.includes(action);
  const steps = ballot.nominates ? STEPS : STEPS.filter(({ name }) => name !== 'nominate');
  const at = stepOf(steps, ballot);
  return (
    <>
      <nav className="section organising-steps" aria-label={t('steps.label')}>
        <Steps size="small" responsive current={at} items={steps.map(({ name }) => ({ title: t(`steps.${name}`) }))} />
      </nav>
      <div className="organising">
        <div>
          <Section title={t('now')}>
            {warnings.length > 0 && <LegalMinimums isWarning title={t('warnings')} asks={warnings} />}
            {may('adopt') && <ConfirmedAct act="adopt" ballot={ballot} />}
            {may('revise') && (
              <div className="act">
                <p>{drafting(state === 'RULES_DRAFT' ? 'revise.enterIntro' : 'revise.enterCandidatesIntro')}</p>
                <LinkButton to={`/ballots/${id}/revise`}>
                  {drafting(state === 'RULES_DRAFT' ? 'revise.enter' : 'revise.enterCandidates')}
                </LinkButton>
              </div>
            )}
            {ballot.nominates && (state === 'RULES_ADOPTED' || state === 'NOMINATION') && (
              <div className="act">
                <p>{t('acts.nomination.intro')}</p>
                <LinkButton to={`/ballots/${id}/nomination`} type="primary">
                  {t('acts.nomination.action')}
                </LinkButton>
              </div>
            )}
            {may('freeze-roll') && <ConfirmedAct act="freeze-roll" ballot={ballot} isMain={state !== 'ROLL_FROZEN'} />}
            {may('issue-paper') && (
              <div className="act">
                <p>{issuing('enterHint')}</p>
                <LinkButton to={`/ballots/${id}/issuing`}>{issuing('enter')}</LinkButton>
              </div>
            )}
            {BEFORE_OPENING.includes(state) && (
              <div className="act">
                <p>{t('acts.readiness.intro')}</p>
                <LinkButton to={`/ballots/${id}/readiness`}>{t('acts.readiness.action')}</LinkButton>
              </div>
            )}
            {hasPaper(ballot.channel) && state === 'ROLL_FROZEN' && (
              <div className="act">
                <p>{t('printed.enterHint')}</p>
                <LinkButton to={`/ballots/${id}/print`}>{t('printed.action')}</LinkButton>
              </div>
            )}
            {may('schedule') && (
              <div className="act">
                <p>{t('acts.schedule.intro')}</p>
                <LinkButton to={`/ballots/${id}/schedule`}>
                  {t((ballot.appointments ?? []).some(({ end }) => end === null) ? 'acts.schedule.change' : 'acts.schedule.action')}
                </LinkButton>
              </div>
            )}
            {may('open') && <OpeningAct ballot={ballot} />}
            {may('close') && <ClosingAct ballot={ballot} />}
            <Counting ballot={ballot} />
            <Concluding ballot={ballot} />
            <Withdrawing ballot={ballot} />
          </Section>
          {may('name-officers') && <OfficersForm key={`${id}-${state}`} ballot={ballot} />}
        </div>
        <div>
          <CurrentFigures ballot={ballot} />
          <div className="organising-links">
            <LinkButton to={`/ballots/${id}/turnout`} block>
              {turnout('enter')}
            </LinkButton>
            <LinkButton to={`/ballots/${id}/screen`} block>
              {t('toScreen')}
            </LinkButton>
            <LinkButton to={`/ballots/${id}`} block>
              {t('toBallot')}
            </LinkButton>
          </div>
        </div>
      </div>
    </>
  );
}

/** Candidates are nominated before the roll is fixed, under rules that are adopted. After the last step all of them are done. */
function stepOf(steps: typeof STEPS, { state, nominates }: BallotView): number {
  const reached = nominates && state === 'RULES_ADOPTED' ? 'NOMINATION' : state;
  const at = steps.findIndex(({ states }) => states.includes(reached));
  return at < 0 ? steps.length : at;
}
