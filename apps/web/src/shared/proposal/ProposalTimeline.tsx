import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../api/shapes.js';
import { formatDate, formatInstant } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { useTextOr } from '../text/use-text-or.js';

/** What happened to a proposal, the latest last. */
export function ProposalTimeline({ history }: { readonly history: readonly HistoryEntry[] }) {
  const { t, i18n } = useTranslation('proposals');
  const nameOf = useNameOf();
  const textOr = useTextOr();
  return (
    <Timeline
      items={history.map((entry, index) => ({
        key: `${entry.at}-${index}`,
        color: index === history.length - 1 ? 'blue' : 'gray',
        content: (
          <>
            <div>
              {textOr(`proposals:history.kind.${entry.kind}`, entry.kind)}
              {entry.request && ` · ${t(`history.request.${entry.request}`)}`}
              {entry.outcome &&
                ` · ${textOr(`${entry.request ? 'requests:outcome' : 'proposals:history.outcome'}.${entry.outcome}`, entry.outcome)}`}
              {entry.actor && ` · ${nameOf(entry.actor)}`}
            </div>
            <div className="quiet small">
              {formatInstant(entry.at, i18n.language)}
              {entry.dueOn && ` · ${t('history.dueOn', { day: formatDate(entry.dueOn, i18n.language) })}`}
            </div>
          </>
        ),
      }))}
    />
  );
}
