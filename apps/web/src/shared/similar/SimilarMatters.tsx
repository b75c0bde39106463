import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SimilarView } from '../../api/shapes.js';
import { StateTag } from '../proposal/StateTag.js';
import { useTextOr } from '../text/use-text-or.js';
import { type ComparedContent, useSimilar } from './use-similar.js';
import './similar.css';

interface SimilarMattersProps {
  readonly content: ComparedContent;
  /** The proposal itself. */
  readonly except?: string;
}

/** What was proposed before about the same, with what became of it; each opens beside the text, which stays. */
export function SimilarMatters({ content, except }: SimilarMattersProps) {
  const { t } = useTranslation('proposals');
  const similar = useSimilar(content, except);
  const items = similar.data?.items ?? [];
  return (
    <aside className="similar" aria-label={t('similar.title')}>
      <h2 className="text-head">{t('similar.title')}</h2>
      {items.length === 0 ? (
        <p className="quiet small">{t(similar.isSuccess ? 'similar.none' : 'similar.hint')}</p>
      ) : (
        <ul className="rows">
          {items.map((item) => (
            <SimilarRow key={item.id} item={item} />
          ))}
        </ul>
      )}
    </aside>
  );
}

function SimilarRow({ item }: { readonly item: SimilarView['items'][number] }) {
  const { t } = useTranslation('proposals');
  const textOr = useTextOr();
  const { id, subject, session, docketNo, leadUnit, resultCategory, state } = item;
  const facts = [session, docketNo && t('docketNo', { no: docketNo }), leadUnit?.name].filter(Boolean);
  return (
    <li>
      <Link to={`/proposals/${id}`} target="_blank" rel="noopener">
        {subject}
      </Link>
      <div className="row-facts quiet small">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {resultCategory && (
          <span>{t('similar.result', { result: textOr(`proposals:reply.category.${resultCategory}`, resultCategory) })}</span>
        )}
      </div>
      <StateTag state={state} />
    </li>
  );
}
