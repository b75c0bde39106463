import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { Facts } from '../page/Facts.js';
import { StatusTag } from '../page/StatusTag.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { StateTag } from './StateTag.js';

/** The facts one looks for first: state, number, proposer, category. */
export function ProposalHead({ proposal }: { readonly proposal: ProposalView }) {
  const { t, i18n } = useTranslation('proposals');
  const nameOf = useNameOf();
  const { state, late, receiptNo, docketNo, leadProposer, category, suggestedUnit, paper, imported } = proposal;
  return (
    <>
      <div className="marks">
        <StateTag state={state} />
        {docketNo && <StatusTag tone="quiet">{t('docketNo', { no: docketNo })}</StatusTag>}
        {receiptNo !== null && <StatusTag tone="quiet">{t('receiptNo', { no: receiptNo })}</StatusTag>}
        {paper && (
          <StatusTag tone="quiet">
            {t('paper.mark', { date: formatDate(paper.receivedOn, i18n.language), name: nameOf(paper.enteredBy) })}
          </StatusTag>
        )}
        {imported && <StatusTag tone="quiet">{t('importedMark')}</StatusTag>}
        {late && <StatusTag tone="waiting">{t('late')}</StatusTag>}
      </div>
      <Facts
        facts={[
          { name: t('leadProposer'), value: imported?.proposer ?? nameOf(leadProposer) },
          ...(category ? [{ name: t('category'), value: category }] : []),
          ...(suggestedUnit ? [{ name: t('suggestedUnit'), value: nameOf(suggestedUnit) }] : []),
        ]}
      />
    </>
  );
}
