import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shared/text/formats.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { DEVICES, type OwnDevice, signOutDevice, signOutOthers, useDevices } from './account-requests.js';

const CHANGES = [DEVICES] as const;

/** Where one is signed in: each device can be signed out from here, or all but this one at once. */
export function Devices() {
  const { t } = useTranslation('account');
  const devices = useDevices();
  const outOthers = useAction(signOutOthers, { done: t('devices.done'), changes: CHANGES });
  return (
    <Section title={t('devices.title')}>
      <p className="quiet">{t('devices.hint')}</p>
      <QueryView query={devices} lines={3}>
        {(items) => (
          <>
            <ul className="rows">
              {items.map((device) => (
                <DeviceRow key={device.id} device={device} />
              ))}
            </ul>
            {items.length > 1 && (
              <Popconfirm title={t('devices.askOthers', { count: items.length - 1 })} onConfirm={() => outOthers.mutate()}>
                <Button className="toolbar-foot" danger loading={outOthers.isPending}>
                  {t('devices.signOutOthers', { count: items.length - 1 })}
                </Button>
              </Popconfirm>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}

function DeviceRow({ device }: { readonly device: OwnDevice }) {
  const { t, i18n } = useTranslation('account');
  const signOut = useAction(() => signOutDevice(device.id), { done: t('devices.done'), changes: CHANGES });
  const name = t('devices.name', { browser: t(`devices.browsers.${device.browser}`), system: t(`devices.systems.${device.system}`) });
  const at = (instant: string) => ({ at: formatInstant(instant, i18n.language) });
  return (
    <li className="file-row">
      <div className="row-main">
        <div className="marks">
          <span className="row-title">{name}</span>
          {device.isThis && <StatusTag tone="good">{t('devices.this')}</StatusTag>}
        </div>
        <div className="row-facts small quiet">
          <span>{t('devices.lastUsed', at(device.lastUsedAt))}</span>
          <span>{t('devices.signedIn', at(device.signedInAt))}</span>
        </div>
      </div>
      {!device.isThis && (
        <Popconfirm title={t('devices.askOne', { name })} onConfirm={() => signOut.mutate()}>
          <Button aria-label={t('devices.signOutNamed', { name })} loading={signOut.isPending}>
            {t('devices.signOut')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
