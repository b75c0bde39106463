import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { hasSealed } from '../../shared/channels.js';
import { LinkButton } from '../../shared/LinkButton.js';
import { Section } from '../../shared/Section.js';
import { useMe } from '../../shared/use-me.js';

/** Where a scrutineer of a sealed ballot finds the own work: key, board, opening. */
export function Duties({ ballot }: { readonly ballot: BallotView }) {
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
