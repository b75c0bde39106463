import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../shared/text/formats.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { StateTag } from '../../shared/proposal/StateTag.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import type { RegisterItem } from './register.js';

/** Proposals of the register one below the other, each a link; reads well on a phone. */
export function RegisterRows({ items }: { readonly items: readonly RegisterItem[] }) {
  const { t, i18n } = useTranslation('register');
  const { t: words } = useTranslation('proposals');
  const nameOf = useNameOf();
  const textOr = useTextOr();
  return (
    <ul className="rows" aria-label={t('title')}>
      {items.map(({ id, subject, category, state, docketNo, leadProposer, leadUnit, submittedAt, reply }) => (
        <li key={id}>
          <Link className="row-link" to={`/proposals/${id}`}>
            <div className="row-main">
              <div className="row-title">{subject}</div>
              <div className="row-facts quiet small">
                {docketNo && <span>{words('docketNo', { no: docketNo })}</span>}
                {category && <span>{category}</span>}
                <span>{words('leadProposerIs', { name: nameOf(leadProposer) })}</span>
                <span>{t('submittedOn', { date: formatDay(submittedAt, i18n.language) })}</span>
                {leadUnit && <span>{t('handledBy', { unit: nameOf(leadUnit) })}</span>}
              </div>
            </div>
            {reply && (
              <StatusTag tone="good">
                {t('replied', { result: textOr(`proposals:reply.category.${reply.resultCategory}`, reply.resultCategory) })}
              </StatusTag>
            )}
            <StateTag state={state} />
            <RightOutlined className="quiet" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
