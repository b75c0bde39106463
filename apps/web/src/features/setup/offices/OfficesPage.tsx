import type { Office } from '@plenum/contracts';
import { Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSessions } from '../../../shared/congress/members.js';
import { Page } from '../../../shared/page/Page.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { OfficeHolder } from './OfficeHolder.js';
import { OfficeForm } from './OfficeForm.js';
import { OFFICE_ORDER } from './office-scopes.js';
import { type OfficeHolding, useOffices } from '../setup-requests.js';
import '../setup.css';

/** Who holds which office, since when; what each office does stands beside it in words of daily life. */
export function OfficesPage() {
  const { t } = useTranslation('setup');
  const [past, setPast] = useState(false);
  const offices = useOffices(past);
  return (
    <Page title={t('offices.title')} intro={t('offices.intro')} back="/setup">
      <Section title={t('offices.new')}>
        <OfficeForm />
      </Section>
      <label className="toolbar">
        <Switch checked={past} onChange={setPast} aria-label={t('offices.past')} />
        <span>{t('offices.past')}</span>
      </label>
      <QueryView query={offices} lines={10}>
        {(items) =>
          OFFICE_ORDER.map((office) => <HoldersOf key={office} office={office} holders={items.filter((held) => held.office === office)} />)
        }
      </QueryView>
    </Page>
  );
}

function HoldersOf({ office, holders }: { readonly office: Office; readonly holders: readonly OfficeHolding[] }) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const titles = new Map((useSessions().data ?? []).map(({ id, title }) => [id, title]));
  return (
    <Section title={common(`roles.${office}`)}>
      <p className="quiet">{t(`offices.does.${office}`)}</p>
      {holders.length === 0 && <p>{t('offices.nobody')}</p>}
      <ul className="rows">
        {holders.map((holding) => (
          <OfficeHolder key={holding.id} holding={holding} sessionTitle={titles.get(holding.sessionId ?? '') ?? null} />
        ))}
      </ul>
    </Section>
  );
}
