import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../api/shapes.js';
import { formatInstant } from '../formats.js';
import { useNameOf } from '../use-name-of.js';
import { useWordOr } from '../use-word-or.js';

/** What happened to a proposal, the latest last. */
export function ProposalTimeline({ history }: { readonly history: readonly HistoryEntry[] }) {
  const { i18n } = useTranslation();
  const nameOf = useNameOf();
  const wordOr = useWordOr();
  return (
    <Timeline
      items={history.map((entry, index) => ({
        key: `${entry.at}-${index}`,
        color: index === history.length - 1 ? 'blue' : 'gray',
        content: (
          <>
            <div>
              {wordOr(`proposals:history.action.${entry.action}`, entry.action)}
              {` · ${nameOf(entry.actor)}`}
            </div>
            <div className="quiet small">{formatInstant(entry.at, i18n.language)}</div>
          </>
        ),
      }))}
    />
  );
}
