import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { Section } from '../page/Section.js';
import { daysUntil, formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { ContactDialog } from './ContactDialog.js';
import { type ContactView, useContacts } from './reply-desk-queries.js';

/** With whom the units spoke, for proposers, units and committee; the lead unit logs it here. */
export function ContactsSection({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('replying');
  const [logging, setLogging] = useState<string | null>(null);
  const { data } = useContacts(proposal.id);
  const own = proposal.handlings.filter(({ allowedActions }) => allowedActions.includes('log-contact'));
  const owed = proposal.handlings.filter(({ contactDueOn }) => contactDueOn !== null);
  if (!data || data.items.length + own.length + owed.length === 0) return null;
  const log = own.map(({ id }) => (
    <Button key={id} size="small" onClick={() => setLogging(id)}>
      {t('contact.open')}
    </Button>
  ));
  return (
    <Section title={t('contact.title')} extra={log}>
      {owed.map((handling) => (
        <UntilWhen key={handling.id} handling={handling} isOneOfSeveral={proposal.handlings.length > 1} />
      ))}
      {data.items.length === 0 && <p className="quiet">{t('contact.none')}</p>}
      <ol className="rows" aria-label={t('contact.title')}>
        {data.items.map((contact) => (
          <OneContact key={contact.id} contact={contact} />
        ))}
      </ol>
      {logging && <ContactDialog work={{ proposalId: proposal.id, handlingId: logging }} onClose={() => setLogging(null)} />}
    </Section>
  );
}

interface UntilWhenProps {
  readonly handling: ProposalView['handlings'][number];
  readonly isOneOfSeveral: boolean;
}

/** By when a unit is to speak with the proposer; marked once that is past. */
function UntilWhen({ handling: { contactDueOn, leadUnit, clock }, isOneOfSeveral }: UntilWhenProps) {
  const { t, i18n } = useTranslation('replying');
  const nameOf = useNameOf();
  if (contactDueOn === null) return null;
  const isLate = !clock.isStopped && daysUntil(contactDueOn, new Date()) < 0;
  const date = formatDate(contactDueOn, i18n.language);
  return (
    <p className={isLate ? 'overdue' : 'quiet'}>
      {isOneOfSeveral ? t('contact.untilOf', { unit: nameOf(leadUnit), date }) : t('contact.until', { date })}
    </p>
  );
}

function OneContact({ contact: { contactedOn, way, unit, who, noted, by } }: { readonly contact: ContactView }) {
  const { t, i18n } = useTranslation('replying');
  const nameOf = useNameOf();
  return (
    <li>
      <div className="row-facts small">
        <strong>{formatDate(contactedOn, i18n.language)}</strong>
        <span>{t(`contact.way.${way}`)}</span>
        <span>{t('contact.of', { unit: nameOf(unit), who })}</span>
        <span className="quiet">{t('contact.loggedBy', { name: nameOf(by) })}</span>
      </div>
      <p className="prose">{noted}</p>
    </li>
  );
}
