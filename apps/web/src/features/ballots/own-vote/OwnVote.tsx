import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../../api/shapes.js';
import { hasSealed } from '../../../shared/ballot/channels.js';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { Section } from '../../../shared/page/Section.js';
import { useOwnPaper } from '../../../shared/sealed/paper-queries.js';
import { useMe } from '../../../shared/congress/use-me.js';

/** Where a delegate receives a paper, votes, and finds the receipt again; nothing for whom no paper is meant. */
export function OwnVote({ ballot }: { readonly ballot: BallotRow }) {
  const { t } = useTranslation('voting');
  const me = useMe();
  const own = useOwnPaper({ memberId: me.data?.member.id ?? '', ballotId: ballot.id });
  const { state, channel, kind, sessionId } = ballot;
  const isSeated = me.data?.mandates.some((mandate) => mandate.sessionId === sessionId && mandate.kind === 'DELEGATE') ?? false;
  // All staff may be asked for advice; who is not on the roll is told so when asking for a paper.
  const isAsked = isSeated || kind === 'appraisal' || kind === 'poll';
  const isOn = state === 'ROLL_FROZEN' || state === 'OPEN';
  if (!hasSealed(channel) || (!own.data && !(isAsked && isOn))) return null;
  const isCast = own.data?.receipt != null && own.data.sealed === null;
  return (
    <Section title={t('enter.title')}>
      <p>{isCast || !isOn ? t('enter.after') : t(`enter.${state}`)}</p>
      <LinkButton to={`/ballots/${ballot.id}/vote`} type={isCast ? 'default' : 'primary'} size="large" block>
        {isCast || !isOn ? t('done.receipt') : t(state === 'OPEN' || own.data?.isRegistered ? 'enter.to-vote' : 'enter.to-receive')}
      </LinkButton>
    </Section>
  );
}
