import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';

/** Before somebody closes a matter: that it is published with that, by the rules of its call, or its proposer asked. */
export function AtClosing({ proposal: { call, confidential } }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('publication');
  return <p className="quiet">{t(confidential ? 'atClosing.confidential' : `atClosing.${call.publishReplies}`)}</p>;
}
