import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { formatTime } from '../../shared/text/formats.js';
import { AGENDA_CHANGES, type AgendaView, asWanted, type ItemRequest, type ItemView, reviseAgenda } from './agenda-requests.js';
import { moved, plannedStarts } from './agenda-times.js';
import { ItemForm } from './ItemForm.js';

/** The topics in their order; for the secretariat, while they are collected, the way to change them. */
export function AgendaItems({ agenda }: { readonly agenda: AgendaView }) {
  const { t, i18n } = useTranslation('agenda');
  const { t: common } = useTranslation();
  const { sessionId, items, opensAt, missingReports, allowedActions } = agenda;
  const [editing, setEditing] = useState<string | null>(null);
  const outdated = useOutdated(agenda, { changes: AGENDA_CHANGES, isLive: true });
  const save = useVersionedAction<AgendaView, ItemRequest[]>(outdated, (version, wanted) => reviseAgenda(sessionId, wanted, version), {
    done: t('saved'),
    onDone: () => setEditing(null),
  });
  const mayRevise = allowedActions.includes('revise');
  const wanted = items.map(asWanted);
  const starts = plannedStarts(opensAt, items);
  const total = items.reduce((sum, { minutes }) => sum + minutes, 0);
  const words = (report: (typeof missingReports)[number]) => t(`standingReport.${report}`);
  const addReports = () =>
    save.mutate([
      ...wanted,
      ...missingReports.map((standing) => ({ kind: 'REPORT' as const, title: words(standing), speaker: '', standing, minutes: 20 })),
    ]);
  return (
    <>
      <ol className="rows agenda-items" aria-label={t('items')}>
        {items.map((item, nth) => (
          <li key={item.id} className="agenda-item">
            {editing === item.id ? (
              <ItemForm
                item={item}
                about={item.id}
                action={t('form.save')}
                isBusy={save.isPending}
                onCancel={() => setEditing(null)}
                onSend={(changed) => save.mutateAsync(wanted.map((one, at) => (at === nth ? { ...changed, id: item.id } : one)))}
              />
            ) : (
              <>
                <ItemLine item={item} nth={nth} start={formatTime(starts[nth] ?? opensAt, i18n.language)} />
                {mayRevise && (
                  <div className="toolbar agenda-tools">
                    <Button
                      size="small"
                      disabled={nth === 0 || save.isPending}
                      aria-label={t('upOf', item)}
                      onClick={() => save.mutate(moved(wanted, nth, -1))}
                    >
                      {t('up')}
                    </Button>
                    <Button
                      size="small"
                      disabled={nth === items.length - 1 || save.isPending}
                      aria-label={t('downOf', item)}
                      onClick={() => save.mutate(moved(wanted, nth, 1))}
                    >
                      {t('down')}
                    </Button>
                    <Button size="small" aria-label={t('editOf', item)} onClick={() => setEditing(item.id)}>
                      {t('edit')}
                    </Button>
                    <Popconfirm
                      title={t('removeConfirm', { title: item.title })}
                      okText={t('remove')}
                      onConfirm={() => save.mutate(wanted.filter((_, at) => at !== nth))}
                    >
                      <Button size="small" danger aria-label={t('removeOf', item)}>
                        {t('remove')}
                      </Button>
                    </Popconfirm>
                  </div>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
      {total > 0 && <p className="quiet">{t('total', { count: total })}</p>}
      <ConflictNotice of={outdated} />
      {mayRevise && (
        <div className="not-printed">
          {missingReports.length > 0 && (
            <div className="agenda-missing">
              <span>
                {t('missing', { count: missingReports.length, reports: missingReports.map(words).join(common('listSeparator')) })}
              </span>
              <Button loading={save.isPending} onClick={addReports}>
                {t('addReports', { count: missingReports.length })}
              </Button>
            </div>
          )}
          <h3 className="text-head">{t('form.add')}</h3>
          <ItemForm
            item={null}
            about={sessionId}
            action={t('form.addAction')}
            isBusy={save.isPending}
            onSend={(added) => save.mutateAsync([...wanted, added])}
          />
        </div>
      )}
    </>
  );
}

/** One topic: when, what, by whom, how it is voted on. */
function ItemLine({ item, nth, start }: { readonly item: ItemView; readonly nth: number; readonly start: string }) {
  const { t } = useTranslation('agenda');
  const { kind, title, speaker, minutes, vote, lacking } = item;
  const facts = [speaker, ...(vote ? [t(`vote.${vote}`)] : []), ...(minutes > 0 ? [start, t('minutes', { count: minutes })] : [])];
  return (
    <>
      <div className="row-facts">
        <span className="row-title">
          {nth + 1}. {title}
        </span>
        <StatusTag tone="quiet">{t(`kind.${kind}`)}</StatusTag>
        {lacking.map((what) => (
          <StatusTag key={what} tone="bad">
            {t(`lacking.${what as 'speaker' | 'vote'}`)}
          </StatusTag>
        ))}
      </div>
      <div className="quiet small">{facts.filter((fact) => fact !== '').join(' · ')}</div>
    </>
  );
}
