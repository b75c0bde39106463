import { useTranslation } from 'react-i18next';
import { ProposalText } from '../../shared/proposal/ProposalText.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import type { MergeTextView } from './merging-queries.js';
import './merging.css';

/** What stands of a proposal in a comparison. */
export type ComparedText = Pick<MergeTextView, 'id' | 'subject' | 'grounds' | 'measures' | 'docketNo' | 'leadProposer'>;

interface MergeTextsProps {
  readonly master: ComparedText;
  readonly parts: readonly ComparedText[];
}

/** The texts of a merge beside each other, the master first; below each other where the page is narrow. */
export function MergeTexts({ master, parts }: MergeTextsProps) {
  const { t } = useTranslation('requests');
  const nameOf = useNameOf();
  return (
    <div className="merge-texts">
      {[master, ...parts].map((text) => (
        <article key={text.id} className="merge-text">
          <p className="quiet small">{t(text.id === master.id ? 'merging.master' : 'merging.part')}</p>
          <h3>{text.subject}</h3>
          <p className="quiet small">{[text.docketNo, nameOf(text.leadProposer)].filter(Boolean).join(' · ')}</p>
          <ProposalText proposal={text} />
        </article>
      ))}
    </div>
  );
}
