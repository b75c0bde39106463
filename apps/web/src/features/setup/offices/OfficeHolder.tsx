import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/text/formats.js';
import { StatusTag } from '../../../shared/page/StatusTag.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { type OfficeHolding, relieveOffice, SET_UP_CHANGES } from '../setup-requests.js';

/** One holder of an office: for what, from when, until when; and the way to relieve them. */
export function OfficeHolder({ holding, sessionTitle }: { readonly holding: OfficeHolding; readonly sessionTitle: string | null }) {
  const { t, i18n } = useTranslation('setup');
  const { t: common } = useTranslation();
  const { id, name, office, unitName, chief, assignedAt, relievedAt } = holding;
  const relieve = useAction(() => relieveOffice(id), { done: t('offices.relieved'), changes: SET_UP_CHANGES });
  const from = formatDay(assignedAt, i18n.language);
  const scope = unitName ?? sessionTitle ?? t('offices.standing');
  return (
    <li className="setup-row">
      <div className="row-main">
        <div className="row-facts">
          <span className="row-title">{common('person', holding)}</span>
          {chief && <StatusTag tone="running">{t('offices.chief')}</StatusTag>}
        </div>
        <div className="quiet">
          {relievedAt === null
            ? t('offices.since', { scope, from })
            : t('offices.period', { scope, from, to: formatDay(relievedAt, i18n.language) })}
        </div>
      </div>
      {relievedAt === null && (
        <Popconfirm title={t('offices.relieveAsk', { name, office: common(`roles.${office}`) })} onConfirm={() => relieve.mutate()}>
          <Button size="small" loading={relieve.isPending} aria-label={t('offices.relieveOf', { name, office: common(`roles.${office}`) })}>
            {t('offices.relieve')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
