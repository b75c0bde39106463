import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../api/shapes.js';
import { formatDate, formatDay } from '../../../shared/text/formats.js';
import { useNameOf } from '../../../shared/text/use-name-of.js';
import './printed-form.css';

/** The form of a proposal (提案表): its text, who signed it, the review, who handles it, and the reply; no rating stands on it. */
export function PrintedForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t, i18n } = useTranslation('proposals');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const { docketNo, submittedAt, subject, category, leadProposer, signatures, grounds, measures, review, handlings } = proposal;
  const listed = (names: readonly string[]) => [...new Set(names)].join(common('listSeparator'));
  const day = (date: string) => formatDate(date, i18n.language);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('printing.docketNo'), docketNo ?? ''],
    [t('printing.submitted'), submittedAt ? formatDay(submittedAt, i18n.language) : ''],
    [t('subject'), subject],
    [t('category'), category ?? ''],
    [t('printing.proposer'), nameOf(leadProposer)],
    [t('printing.seconders'), listed(signatures.filter(({ state }) => state === 'SIGNED').map(({ member }) => nameOf(member)))],
    [t('grounds'), grounds],
    [t('measures'), measures],
    [t('printing.review'), review ? [t(`review.outcome.${review.outcome}`), review.reason].filter(Boolean).join('\n') : ''],
    [t('printing.units'), listed(handlings.map(({ leadUnit }) => nameOf(leadUnit)))],
    [t('printing.assisting'), listed(handlings.flatMap(({ assistingUnits }) => assistingUnits.map(nameOf)))],
    [t('printing.due'), listed(handlings.flatMap(({ dueOn }) => (dueOn ? day(dueOn) : [])))],
    ...handlings.flatMap(({ leadUnit, replies }) => {
      const last = replies[replies.length - 1];
      return last ? [[t('printing.reply', { unit: nameOf(leadUnit) }), last.text] as const] : [];
    }),
    [t('printing.signature'), <br key="room" />],
  ];
  return (
    <table className="printed-form">
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
