import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../api/shapes.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Section } from '../../shared/page/Section.js';

/** Where candidates are found by nomination: the list to read, and to object to while it is posted. */
export function Candidacy({ ballot: { id, nominates, state } }: { readonly ballot: BallotRow }) {
  const { t } = useTranslation('nomination');
  if (!nominates || state === 'RULES_DRAFT') return null;
  const isOn = state === 'RULES_ADOPTED' || state === 'NOMINATION';
  return (
    <Section title={t('enter.title')}>
      <p className="quiet">{t(isOn ? `enter.${state}` : 'enter.later')}</p>
      <LinkButton to={`/ballots/${id}/nomination`} type={isOn ? 'primary' : 'default'} size="large" block>
        {t('enter.action')}
      </LinkButton>
    </Section>
  );
}
