import { useTranslation } from 'react-i18next';
import type { Officer } from '../../api/shapes.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Section } from '../../shared/page/Section.js';
import { useNameOf } from '../../shared/text/use-name-of.js';

interface OfficersProps {
  readonly officers: readonly Officer[];
  readonly codesDesk: readonly Officer['member'][];
}

/** Who watches and who counts, and whether they have signed; and who hands out voting codes. */
export function Officers({ officers, codesDesk }: OfficersProps) {
  const { t } = useTranslation('ballots');
  const nameOf = useNameOf();
  return (
    <Section title={t('officers.title')}>
      {officers.length === 0 ? (
        <p className="quiet">{t('officers.none')}</p>
      ) : (
        <ul className="rows">
          {officers.map(({ member, role, chief, signedAt }) => (
            <li key={member.id} className="officer">
              <span className="row-main">{nameOf(member)}</span>
              <span className="quiet">{chief ? t(`officers.chief.${role}`) : t(`officers.${role}`)}</span>
              {signedAt && <StatusTag tone="good">{t('officers.signed')}</StatusTag>}
            </li>
          ))}
          {codesDesk.map((member) => (
            <li key={member.id} className="officer">
              <span className="row-main">{nameOf(member)}</span>
              <span className="quiet">{t('officers.codesDesk')}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
