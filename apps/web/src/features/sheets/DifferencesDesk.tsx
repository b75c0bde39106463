import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { Mark } from '../../shared/Mark.js';
import { QueryView } from '../../shared/QueryView.js';
import { Section } from '../../shared/Section.js';
import { useAction } from '../../shared/use-action.js';
import { type Differences, settle, useDifferences } from './paper-doors.js';
import { ReadingText } from './ReadingText.js';
import type { Reading } from './sheet-entry.js';
import { SheetForm } from './SheetForm.js';

type Difference = Differences['items'][number];

/** Where the two entries differ; a third looks at the paper and decides. */
export function DifferencesDesk({ ballot }: { readonly ballot: BallotView }) {
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
  const decide = useAction((decided: Reading) => settle(ballot.id, decided), {
    done: t('differences.done', { no }),
    changes: [['ballot', ballot.id]],
    onDone: () => setReading(null),
  });
  return (
    <li className="difference">
      <div className="row-facts">
        <strong>{t('sheetNo', { no })}</strong>
        {decision ? <Mark tone="good">{t('differences.decided')}</Mark> : <Mark tone="waiting">{t('differences.open')}</Mark>}
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
