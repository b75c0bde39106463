import { type ReactNode, useState } from 'react';
import { Button } from './Button.js';
import { Dialog } from './Dialog.js';

interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that goes on. */
  readonly go: string;
  readonly stay: string;
  readonly isDanger?: boolean;
}

interface Asked extends Question {
  readonly answer: (goes: boolean) => void;
}

/** Asks whether something is meant. @returns how it is asked, and the dialog to be shown */
export function useConfirm(): readonly [ask: (question: Question) => Promise<boolean>, dialog: ReactNode] {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (question: Question) =>
    new Promise<boolean>((resolve) => {
      const answer = (goes: boolean) => {
        setAsked(null);
        resolve(goes);
      };
      setAsked({ ...question, answer });
    });
  const dialog = asked && (
    <Dialog title={asked.title} onClose={() => asked.answer(false)}>
      <p>{asked.text}</p>
      <div className="buttons">
        <Button autoFocus onClick={() => asked.answer(false)}>
          {asked.stay}
        </Button>
        <Button look={asked.isDanger ? 'danger' : 'primary'} onClick={() => asked.answer(true)}>
          {asked.go}
        </Button>
      </div>
    </Dialog>
  );
  return [ask, dialog];
}
