import { useTranslation } from 'react-i18next';
import '../proposals.css';

/** What is compared of two texts. */
export interface ComparedText {
  readonly subject: string;
  readonly grounds?: string;
  readonly measures?: string;
  readonly category?: string;
}

type Part = keyof ComparedText;

interface SideBySideProps {
  readonly parts: readonly Part[];
  readonly left: { readonly title: string; readonly text: ComparedText };
  readonly right: { readonly title: string; readonly text: ComparedText };
}

/** Two texts beside each other, on a phone below each other, with a mark at each part that differs. */
export function SideBySide({ parts, left, right }: SideBySideProps) {
  const { t } = useTranslation('proposals');
  const { t: common } = useTranslation();
  const said = (text: ComparedText, part: Part) => text[part] ?? '';
  return (
    <div className="versions">
      {[left, right].map(({ title, text }, side) => (
        <section key={side} aria-label={title}>
          <h3>{title}</h3>
          {parts.map((part) => (
            <div key={part} className={said(left.text, part) === said(right.text, part) ? 'quiet' : 'differs'}>
              <strong>{t(part)}</strong>
              <p className="prose">{said(text, part) || common('none')}</p>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
