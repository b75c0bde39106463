import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../shared/forms/use-action.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { StatusTag } from '../../../shared/page/StatusTag.js';
import { formatInstant } from '../../../shared/text/formats.js';
import { leavePushes, pushAbility, PushRefused } from './push-browser.js';
import { type PushDevice, type Pushes as PushesView, PUSHES, tryPush, turnOff, turnOnHere, usePushes } from './push-requests.js';

const CHANGES = [PUSHES];

/** On which devices one is told while no page is open: this one is turned on and tried here, any of one's own turned off. */
export function Pushes() {
  const { t } = useTranslation('account');
  const pushes = usePushes();
  return (
    <Section title={t('push.title')}>
      <p className="quiet">{t('push.hint')}</p>
      <QueryView query={pushes} lines={3}>
        {(view) => (
          <>
            <Here view={view} />
            {view.devices.length > 0 && (
              <ul className="rows">
                {view.devices.map((device) => (
                  <DeviceRow key={device.id} device={device} isOnHere={view.isOnHere} />
                ))}
              </ul>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Here({ view }: { readonly view: PushesView }) {
  const { t } = useTranslation('account');
  const { publicKey, isOnHere, devices, devicesMax } = view;
  if (publicKey === null) return <p>{t('push.off')}</p>;
  const ability = pushAbility();
  if (ability !== 'can')
    return <Alert className="section" type="info" showIcon title={t(`push.${ability}.what`)} description={t(`push.${ability}.advice`)} />;
  if (isOnHere) return <Trial />;
  if (devices.length >= devicesMax && !devices.some(({ isThis }) => isThis)) return <p>{t('push.full', { count: devicesMax })}</p>;
  return <TurnOn publicKey={publicKey} />;
}

function TurnOn({ publicKey }: { readonly publicKey: string }) {
  const { t } = useTranslation('account');
  const [why, setWhy] = useState<PushRefused['why'] | null>(null);
  const turnOn = useAction(() => turnOnHere(publicKey), {
    done: t('push.turnedOn'),
    changes: CHANGES,
    onDone: () => setWhy(null),
    onRefused: (error) => {
      if (!(error instanceof PushRefused)) return false;
      setWhy(error.why);
      return true;
    },
  });
  return (
    <>
      {why && <Alert className="section" type="warning" showIcon title={t(`push.${why}.what`)} description={t(`push.${why}.advice`)} />}
      <div className="toolbar">
        <Button type="primary" loading={turnOn.isPending} onClick={() => turnOn.mutate()}>
          {t('push.turnOn')}
        </Button>
        <span className="quiet small">{t('push.asks')}</span>
      </div>
    </>
  );
}

function Trial() {
  const { t } = useTranslation('account');
  const trial = useAction(tryPush, { changes: CHANGES });
  return (
    <div className="toolbar">
      <Button loading={trial.isPending} onClick={() => trial.mutate()}>
        {t('push.try')}
      </Button>
      <span aria-live="polite" className="quiet">
        {trial.data && t(trial.data.trouble === null ? 'push.tried' : `push.troubles.${trial.data.trouble}`)}
      </span>
    </div>
  );
}

function DeviceRow({ device, isOnHere }: { readonly device: PushDevice; readonly isOnHere: boolean }) {
  const { t, i18n } = useTranslation('account');
  const off = useAction(
    async () => {
      await turnOff(device.id);
      if (device.isThis) await leavePushes();
    },
    { done: t('push.turnedOff'), changes: CHANGES },
  );
  const at = (instant: string) => formatInstant(instant, i18n.language);
  return (
    <li className="file-row">
      <div className="row-main">
        <div className="marks">
          <span className="row-title">{t('push.since', { at: at(device.createdAt) })}</span>
          {device.isThis && <StatusTag tone={isOnHere ? 'good' : 'waiting'}>{t(isOnHere ? 'push.this' : 'push.thisLost')}</StatusTag>}
        </div>
        <div className="row-facts small quiet">
          <span>{device.lastReachedAt ? t('push.reached', { at: at(device.lastReachedAt) }) : t('push.notReached')}</span>
          {device.trouble && <span>{t(`push.troubles.${device.trouble}`)}</span>}
        </div>
      </div>
      <Button loading={off.isPending} onClick={() => off.mutate()}>
        {t(device.isThis ? 'push.turnOffHere' : 'push.turnOff')}
      </Button>
    </li>
  );
}
