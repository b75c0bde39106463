import { Alert, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { type EntryView, enterSheets, useOwnEntry } from './sheet-requests.js';
import { emptyReading, nextNumber, type Reading } from './sheet-entry.js';
import { SheetForm } from './SheetForm.js';

/**
 * The own entry of a teller, sheet by sheet. Each is saved as it is ended; the other entry is not seen here, nor anywhere before both are
 * complete.
 */
export function EntrySection({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('sheets');
  const entry = useOwnEntry(ballot.id);
  return (
    <Section title={t('entry.title')}>
      <QueryView query={entry}>{(own) => <Entering ballot={ballot} own={own} />}</QueryView>
    </Section>
  );
}

function Entering({ ballot, own }: { readonly ballot: BallotView; readonly own: EntryView }) {
  const { t } = useTranslation('sheets');
  // Some of them are not among one's own yet: those are fetched anew behind whoever types on.
  const [sent, setSent] = useState<readonly Reading[]>([]);
  const numbers = [...new Set([...own.sheets, ...sent].map(({ no }) => no))];
  const open = (no: number): Reading => [...own.sheets, ...sent].reverse().find((sheet) => sheet.no === no) ?? emptyReading(no);
  const [reading, setReading] = useState<Reading>(() => open(nextNumber(numbers, own.returned)));
  const save = useAction((sheet: Reading) => enterSheets(ballot.id, [sheet]), {
    changes: [
      ['ballot', ballot.id, 'sheets'],
      ['ballot', ballot.id, 'differences'],
    ],
    onTaken: (sheet) => {
      setSent((before) => [...before, sheet]);
      setReading(open(nextNumber([...numbers, sheet.no], own.returned)));
    },
  });
  const isComplete = numbers.length >= own.returned;
  const isBeyond = reading.no > own.returned;
  const done = () => {
    if (!isBeyond && !save.isPending) save.mutate(reading);
  };
  return (
    <>
      <p className="sheet-progress" aria-live="polite">
        <strong>{t('entry.progress', { entered: numbers.length, returned: own.returned })}</strong>{' '}
        <span className="quiet">{t('entry.which', { entryNo: own.entryNo })}</span>
      </p>
      {isComplete && <Alert className="section" type="success" showIcon title={t('entry.complete')} />}
      <div className="sheet-head">
        <label htmlFor="sheet-no">{t('entry.number')}</label>
        <InputNumber
          id="sheet-no"
          min={1}
          max={own.returned}
          precision={0}
          value={isBeyond ? null : reading.no}
          onChange={(no) => no !== null && setReading(open(no))}
        />
        <Button
          type="primary"
          disabled={isBeyond}
          loading={save.isPending}
          onClick={done}
          onKeyDown={(event) => event.repeat && event.preventDefault()}
        >
          {t('entry.next')}
        </Button>
      </div>
      {!isBeyond && (
        <>
          <p className="quiet small">{t('entry.keys')}</p>
          <SheetForm ballot={ballot} reading={reading} onChange={setReading} onDone={done} />
        </>
      )}
    </>
  );
}
