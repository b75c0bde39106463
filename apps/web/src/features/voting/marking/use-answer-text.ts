import { useTextOr } from '../../../shared/text/use-text-or.js';

/** An answer as people read it: the words of the counting contract are worded, names and grades stand as they are. */
export function useAnswerText(): (answer: string) => string {
  const textOr = useTextOr();
  return (answer) => (/^[a-z-]+$/.test(answer) ? textOr(`voting:answer.${answer}`, answer) : answer);
}
