import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';

const TONES = { ENDORSED: 'success', RETURNED: 'warning', LAPSED: 'info' } as const;

/** Whose proposal it is, where it is a delegation's, with the support it has; and what the head of the delegation said. */
export function DelegationFacts({ proposal }: { readonly proposal: ProposalView }) {
  const { t, i18n } = useTranslation('delegation');
  const nameOf = useNameOf();
  const { delegation, endorsement } = proposal;
  const said = endorsement?.outcome ?? null;
  return (
    <>
      {delegation && (
        <p>
          {t('of', { delegation: nameOf(delegation) })}
          {delegation.support && <span className="quiet"> {t('support', { ...delegation.support })}</span>}
        </p>
      )}
      {endorsement && (
        <Alert
          className="section"
          type={said === null ? 'info' : TONES[said]}
          showIcon
          title={
            said === null
              ? t('waiting', { delegation: nameOf(endorsement.delegation), date: formatDate(endorsement.dueOn, i18n.language) })
              : t(`said.${said}`, { name: endorsement.by ? nameOf(endorsement.by) : '' })
          }
          {...(endorsement.reason ? { description: <p className="prose">{endorsement.reason}</p> } : {})}
        />
      )}
    </>
  );
}
