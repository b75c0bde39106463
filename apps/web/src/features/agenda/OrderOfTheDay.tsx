import { useTranslation } from 'react-i18next';
import { PrintSheet } from '../../shared/page/PrintSheet.js';
import { formatInstant, formatTime } from '../../shared/text/formats.js';
import type { AgendaView } from './agenda-requests.js';
import { plannedStarts } from './agenda-times.js';

/** The agenda as it lies on the tables of the hall (议程表). */
export function OrderOfTheDay({ agenda: { sessionTitle, opensAt, items, state } }: { readonly agenda: AgendaView }) {
  const { t, i18n } = useTranslation('agenda');
  if (items.length === 0) return null;
  const starts = plannedStarts(opensAt, items);
  return (
    <PrintSheet title={t('of', { title: sessionTitle, at: formatInstant(opensAt, i18n.language) })}>
      <p>
        {t('title')} · {t(`state.${state}`)}
      </p>
      <table className="agenda-sheet">
        <thead>
          <tr>
            {(['time', 'item', 'speaker', 'vote'] as const).map((column) => (
              <th key={column}>{t(`column.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, title, speaker, kind, vote }, nth) => (
            <tr key={id}>
              <td>{formatTime(starts[nth] ?? opensAt, i18n.language)}</td>
              <td>
                {nth + 1}. {title}
              </td>
              <td>{speaker}</td>
              <td>{vote ? t(`vote.${vote}`) : t(`kind.${kind}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
