import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Section } from '../../shared/page/Section.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import type { IssuedPapers } from './issuing-requests.js';

const FEW = 10; // More would push what the desk works with off the screen.

/** The register of issued papers (发票登记): how many, and who has one. Whoever has left stands first, for without them nothing opens. */
export function PapersSummary({ papers: { byRegister, issued, takenBack, holders } }: { readonly papers: IssuedPapers }) {
  const { t } = useTranslation('issuing');
  const nameOf = useNameOf();
  if (!byRegister) return null;
  const ordered = [...holders.filter(({ present }) => !present), ...holders.filter(({ present }) => present)];
  return (
    <Section title={t('papers.title')}>
      <dl className="figures" aria-live="polite">
        <div>
          <dt>{t('papers.issued')}</dt>
          <dd>{issued}</dd>
        </div>
        <div>
          <dt>{t('papers.takenBack')}</dt>
          <dd>{takenBack}</dd>
        </div>
      </dl>
      {ordered.length > 0 && (
        <details open={ordered.length <= FEW}>
          <summary>{t('papers.show')}</summary>
          <ul className="rows" aria-label={t('papers.show')}>
            {ordered.map(({ member, present }) => (
              <li key={member.id} className="reset-row">
                <div className="row-main">{nameOf(member)}</div>
                {!present && <StatusTag tone="bad">{t('papers.left')}</StatusTag>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
