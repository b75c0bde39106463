import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { type Differences, settleDifference, useDifferences } from './sheet-requests.js';
import { ReadingText } from './ReadingText.js';
import type { Reading } from './sheet-entry.js';
import { SheetForm } from './SheetForm.js';

type Difference = Differences['items'][number];

/** Where the two entries differ; a third looks at the paper and decides. */
export function DifferencesSection({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('sheets');
  const differences = useDifferences(ballot.id);
  return (
    <Section title={t('differences.title')}>
      <QueryView query={differences}>
        {({ isComplete, items, maySettle }) =>
          items.length === 0 ? (
            <p className="quiet">{t(isComplete ? 'differences.none' : 'differences.early')}</p>
          ) : (
            <ul className="rows">
              {items.map((difference) => (
                <DifferenceRow key={difference.no} ballot={ballot} difference={difference} maySettle={maySettle} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

interface DifferenceRowProps {
  readonly ballot: BallotView;
  readonly difference: Difference;
  readonly maySettle: boolean;
}

function DifferenceRow({ ballot, difference, maySettle }: DifferenceRowProps) {
  const { t } = useTranslation('sheets');
  const { no, readings, decision } = difference;
  const [reading, setReading] = useState<Reading | null>(null);
  const decide = useAction((decided: Reading) => settleDifference(ballot.id, decided), {
    done: t('differences.done', { no }),
    changes: [['ballot', ballot.id]],
    onDone: () => setReading(null),
  });
  return (
    <li className="difference">
      <div className="row-facts">
        <strong>{t('sheetNo', { no })}</strong>
        {decision ? (
          <StatusTag tone="good">{t('differences.decided')}</StatusTag>
        ) : (
          <StatusTag tone="waiting">{t('differences.open')}</StatusTag>
        )}
      </div>
      <div className="readings">
        {readings.map((each, at) => (
          <ReadingText key={at} title={t('differences.entry', { entryNo: at + 1 })} ballot={ballot} reading={each} />
        ))}
        {decision && <ReadingText title={t('differences.decision')} ballot={ballot} reading={decision} />}
      </div>
      {maySettle && <Button onClick={() => setReading(decision ?? readings[0] ?? null)}>{t('differences.action')}</Button>}
      <Modal
        title={t('differences.decide', { no })}
        open={reading !== null}
        destroyOnHidden
        okText={t('differences.save')}
        confirmLoading={decide.isPending}
        onCancel={() => setReading(null)}
        onOk={() => reading && decide.mutate(reading)}
      >
        {reading && <SheetForm ballot={ballot} reading={reading} onChange={setReading} onDone={() => decide.mutate(reading)} />}
      </Modal>
    </li>
  );
}
