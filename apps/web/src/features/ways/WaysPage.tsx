import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { GroupWayCard } from './GroupWayCard.js';
import { MessageAppCard } from './MessageAppCard.js';
import { SmsCard } from './SmsCard.js';
import { useWays } from './way-requests.js';
import './ways.css';

/** On which ways the organisation has its people told, for its organisers: what is on, how it fares, and what to do where it does not. */
export function WaysPage() {
  const { t } = useTranslation('ways');
  return (
    <Page title={t('title')} intro={t('intro')} back="/inbox">
      <QueryView query={useWays()} lines={8}>
        {({ groups, apps, sms, push }) => (
          <>
            <h2>{t('groups')}</h2>
            {groups.map((way) => (
              <GroupWayCard key={way.provider} way={way} />
            ))}
            <h2>{t('apps.title')}</h2>
            <p className="quiet">{t('apps.intro')}</p>
            {apps.map((way) => (
              <MessageAppCard key={way.provider} way={way} />
            ))}
            <h2>{t('sms.heading')}</h2>
            <SmsCard way={sms} />
            <h2>{t('own.title')}</h2>
            <Section
              title={t('push.title')}
              extra={<StatusTag tone={push.isOn ? 'good' : 'waiting'}>{t(push.isOn ? 'on' : 'off')}</StatusTag>}
            >
              <p className="quiet">{push.isOn ? t('push.on', { people: push.people, devices: push.devices }) : t('push.off')}</p>
            </Section>
          </>
        )}
      </QueryView>
      <Section title={t('always.title')}>
        <p className="quiet">{t('always.text')}</p>
      </Section>
      <Section title={t('posted.title')}>
        <p className="quiet">{t('posted.text')}</p>
        <p className="quiet">{t('posted.never')}</p>
      </Section>
    </Page>
  );
}
