import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { hasPaper, hasSealed } from '../../shared/ballot/channels.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Section } from '../../shared/page/Section.js';
import { holds, useMe } from '../../shared/congress/use-me.js';

/** What is done at the desk: by those who lead the ballot, and by its officers, who may close it and have it counted. */
const AT_THE_DESK: readonly BallotView['allowedActions'][number][] = [
  'revise',
  'adopt',
  'freeze-roll',
  'name-officers',
  'open',
  'close',
  'count',
  'declare',
  'publish',
  'next-round',
];

/** Where officers and organisers find their own work. */
export function Duties({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { t: sheets } = useTranslation('sheets');
  const { t: turnout } = useTranslation('turnout');
  const me = useMe();
  const organises =
    (me.data !== undefined && holds(me.data, 'PRESIDIUM', 'SECRETARIAT') && ballot.rules !== undefined) ||
    ballot.allowedActions.some((action) => AT_THE_DESK.includes(action));
  const tellsHands = ballot.allowedActions.includes('count-hands');
  return (
    <>
      {organises && (
        <LinkButton className="section" to={`/ballots/${ballot.id}/desk`} size="large" block>
          {t('toDesk')}
        </LinkButton>
      )}
      {tellsHands && (
        <LinkButton className="section" to={`/ballots/${ballot.id}/hands`} type={ballot.hands ? 'default' : 'primary'} size="large" block>
          {t(ballot.hands ? 'acts.hands.correct' : 'acts.hands.enter')}
        </LinkButton>
      )}
      {hasPaper(ballot.channel) && ballot.state === 'CLOSED' && ballot.officers !== undefined && (
        <LinkButton className="section" to={`/ballots/${ballot.id}/sheets`} type="primary" size="large" block>
          {sheets('enter')}
        </LinkButton>
      )}
      {(ballot.state === 'ROLL_FROZEN' || ballot.state === 'OPEN') && (
        <LinkButton className="section" to={`/ballots/${ballot.id}/turnout`} size="large" block>
          {turnout('enter')}
        </LinkButton>
      )}
      <Issuing ballot={ballot} />
      <Lots ballot={ballot} />
      <Scrutiny ballot={ballot} />
    </>
  );
}

const ISSUING: readonly BallotView['allowedActions'][number][] = ['issue-paper', 'issue-slip', 'prepare-slips', 'take-back-credential'];

/** Where those who hand out papers and slips find their desk. */
function Issuing({ ballot: { id, allowedActions } }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('issuing');
  if (!ISSUING.some((action) => allowedActions.includes(action))) return null;
  return (
    <LinkButton className="section" to={`/ballots/${id}/issuing`} type="primary" size="large" block>
      {t('enter')}
    </LinkButton>
  );
}

/** Where officers draw lots, while it is their turn. */
function Lots({ ballot: { id, allowedActions } }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('lots');
  if (!allowedActions.includes('commit-lot') && !allowedActions.includes('reveal-lot')) return null;
  return (
    <LinkButton className="section" to={`/ballots/${id}/lots`} type="primary" size="large" block>
      {t('enter')}
    </LinkButton>
  );
}

/** Where a scrutineer of a sealed ballot finds the own work: key, board, opening. */
function Scrutiny({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('scrutiny');
  const me = useMe();
  const isScrutineer = ballot.officers?.some(({ member, role }) => role === 'SCRUTINEER' && member.id === me.data?.member.id) ?? false;
  if (!hasSealed(ballot.channel) || !isScrutineer) return null;
  const may = (action: BallotView['allowedActions'][number]) => ballot.allowedActions.includes(action);
  const isDue = may('offer-key') || may('add-share');
  return (
    <Section title={t('enter.title')}>
      <p className="quiet">{t('enter.todo')}</p>
      <LinkButton to={`/ballots/${ballot.id}/scrutiny`} type={isDue ? 'primary' : 'default'} size="large" block>
        {t(may('add-share') ? 'enter.open' : may('offer-key') ? 'enter.keys' : 'enter.watch')}
      </LinkButton>
    </Section>
  );
}
