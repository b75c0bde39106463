import { Input, Select } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { writesNames } from '../../shared/ballot/ballot-rules.js';
import { DOUBT_REASONS, type DoubtReason, linesOf, marked, marksOf, namesIn, afterKey, type Reading } from './sheet-entry.js';

interface SheetFormProps {
  readonly ballot: BallotView;
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
  /** Enter: this sheet is read. */
  readonly onDone: () => void;
  /** Whether it may be left to the scrutineers. */
  readonly mayDoubt?: boolean;
}

/** One sheet, read by keys: a figure marks the line and goes on, Enter ends the sheet. The mouse and a finger do the same. */
export function SheetForm({ ballot, reading, onChange, onDone, mayDoubt = true }: SheetFormProps) {
  const { t } = useTranslation('sheets');
  const textOr = useTextOr();
  const lines = linesOf(ballot);
  const marks = marksOf(ballot);
  const wordOf = (mark: string) => textOr(`voting:answer.${mark}`, mark);
  const [at, setAt] = useState(0);
  const rows = useRef<(HTMLElement | null)[]>([]);
  const isFree = writesNames(ballot);
  useEffect(() => {
    setAt(0);
    rows.current[0]?.focus();
  }, [reading.no]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      // A key held down repeats itself, and would end sheet after sheet that nobody has read.
      return event.repeat ? undefined : onDone();
    }
    const next = afterKey({ reading, at }, event.key, lines, marks);
    if (!next) return;
    event.preventDefault();
    setAt(next.at);
    rows.current[next.at]?.focus();
    if (next.reading !== reading) onChange(next.reading);
  };
  return (
    <div>
      <ol className="sheet-lines">
        {lines.map(({ id, label }, row) => (
          <li
            key={id}
            ref={(element) => {
              rows.current[row] = element;
            }}
            tabIndex={row === at ? 0 : -1}
            aria-label={t('line', { label, mark: reading.marks[id] ? wordOf(reading.marks[id]) : t('unmarked') })}
            className={row === at ? 'sheet-line sheet-line-at' : 'sheet-line'}
            onFocus={() => setAt(row)}
            onKeyDown={press}
          >
            <span className="row-main">{label}</span>
            <span className="sheet-marks" role="group" aria-label={label}>
              {marks.map((mark, place) => (
                <button
                  key={mark}
                  type="button"
                  tabIndex={-1}
                  aria-pressed={reading.marks[id] === mark}
                  className={reading.marks[id] === mark ? 'sheet-mark sheet-mark-set' : 'sheet-mark'}
                  onClick={() => onChange(marked(reading, id, reading.marks[id] === mark ? null : mark))}
                >
                  <span className="sheet-key">{place + 1}</span>
                  {wordOf(mark)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <div className="sheet-more">
        {isFree && <NamesField key={reading.no} names={reading.writeIns} onChange={(writeIns) => onChange({ ...reading, writeIns })} />}
        {mayDoubt && (
          <Select<DoubtReason>
            allowClear
            aria-label={t('doubt')}
            placeholder={t('doubt')}
            value={reading.doubt?.reason ?? null}
            options={DOUBT_REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
            onChange={(reason: DoubtReason | undefined) =>
              onChange({ ...reading, doubt: reason === undefined ? null : { reason, marks: [] } })
            }
          />
        )}
      </div>
    </div>
  );
}

interface NamesFieldProps {
  readonly names: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

function NamesField({ names, onChange }: NamesFieldProps) {
  const { t } = useTranslation('sheets');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState(names.join(common('listSeparator')));
  return (
    <Input
      aria-label={t('writeIns')}
      placeholder={t('writeIns')}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(namesIn(target.value));
      }}
    />
  );
}
