import { Button, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { type Doubts, type Ruling, decideDoubt, useDoubts } from './sheet-requests.js';
import { ReadingText } from './ReadingText.js';
import { DOUBT_REASONS, type DoubtReason, emptyReading, type Reading } from './sheet-entry.js';
import { SheetForm } from './SheetForm.js';

type Doubtful = Doubts['items'][number];
const VERDICTS = ['valid', 'partly', 'invalid'] as const;

/**
 * Sheets that the readers left to the scrutineers; each stands once enough of them decide it alike. Nothing is shown where nothing is in
 * doubt.
 */
export function DoubtsSection({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('sheets');
  const doubts = useDoubts(ballot.id);
  if (!doubts.data || doubts.data.items.length === 0) return null;
  const { items, mayRule, needed } = doubts.data;
  return (
    <Section title={t('doubts.title')} extra={<span className="quiet small">{t('doubts.needed', { needed })}</span>}>
      <ul className="rows">
        {items.map((sheet) => (
          <DoubtRow key={sheet.no} ballot={ballot} sheet={sheet} mayRule={mayRule} />
        ))}
      </ul>
    </Section>
  );
}

interface DoubtRowProps {
  readonly ballot: BallotView;
  readonly sheet: Doubtful;
  readonly mayRule: boolean;
}

function DoubtRow({ ballot, sheet, mayRule }: DoubtRowProps) {
  const { t } = useTranslation('sheets');
  const nameOf = useNameOf();
  const { no, readings, rulings, decided } = sheet;
  const [isOpen, setOpen] = useState(false);
  const decide = useAction((ruling: Ruling) => decideDoubt(ballot.id, ruling), {
    done: t('doubts.done', { no }),
    changes: [['ballot', ballot.id]],
    onDone: () => setOpen(false),
  });
  return (
    <li className="difference">
      <div className="row-facts">
        <strong>{t('sheetNo', { no })}</strong>
        {decided ? <StatusTag tone="good">{t('doubts.decided')}</StatusTag> : <StatusTag tone="waiting">{t('doubts.open')}</StatusTag>}
      </div>
      <div className="readings">
        {readings.map((reading, at) => (
          <ReadingText key={at} title={t('doubts.reading', { number: at + 1 })} ballot={ballot} reading={reading} />
        ))}
        {rulings.map(({ scrutineer, verdict, reason, marks, writeIns }) => (
          <ReadingText
            key={scrutineer.id}
            title={nameOf(scrutineer)}
            ballot={ballot}
            reading={{ marks: marks as Reading['marks'], writeIns }}
            ruled={{ verdict, reason }}
          />
        ))}
      </div>
      {mayRule && <Button onClick={() => setOpen(true)}>{t('doubts.action')}</Button>}
      <Modal title={t('doubts.decide', { no })} open={isOpen} destroyOnHidden footer={null} onCancel={() => setOpen(false)}>
        <RulingForm
          ballot={ballot}
          first={(readings[0] as Reading | undefined) ?? emptyReading(no)}
          isBusy={decide.isPending}
          onRule={(ruling) => decide.mutate(ruling)}
        />
      </Modal>
    </li>
  );
}

interface RulingFormProps {
  readonly ballot: BallotView;
  readonly first: Reading;
  readonly isBusy: boolean;
  readonly onRule: (ruling: Ruling) => void;
}

function RulingForm({ ballot, first, isBusy, onRule }: RulingFormProps) {
  const { t } = useTranslation('sheets');
  const [verdict, setVerdict] = useState<Ruling['verdict']>('valid');
  const [reason, setReason] = useState<DoubtReason>(first.doubt?.reason ?? 'illegible');
  const [reading, setReading] = useState<Reading>({ ...first, doubt: null });
  const { no, marks, writeIns } = reading;
  const give = () => onRule({ no, verdict, reason, ...(verdict === 'invalid' ? {} : { marks: { ...marks }, writeIns: [...writeIns] }) });
  return (
    <div className="ruling">
      <Radio.Group
        optionType="button"
        aria-label={t('doubts.verdict')}
        value={verdict}
        options={VERDICTS.map((each) => ({ value: each, label: t(`verdict.${each}`) }))}
        onChange={({ target }) => setVerdict(target.value as Ruling['verdict'])}
      />
      <Select<DoubtReason>
        aria-label={t('doubt')}
        value={reason}
        options={DOUBT_REASONS.map((each) => ({ value: each, label: t(`reason.${each}`) }))}
        onChange={setReason}
      />
      {verdict !== 'invalid' && <SheetForm ballot={ballot} reading={reading} onChange={setReading} onDone={give} mayDoubt={false} />}
      <Button type="primary" loading={isBusy} onClick={give}>
        {t('doubts.save')}
      </Button>
    </div>
  );
}
