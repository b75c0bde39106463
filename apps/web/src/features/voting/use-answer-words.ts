import { useWordOr } from '../../shared/use-word-or.js';

/** An answer as people read it: the words of the counting contract are worded, names and grades stand as they are. */
export function useAnswerWords(): (answer: string) => string {
  const wordOr = useWordOr();
  return (answer) => (/^[a-z-]+$/.test(answer) ? wordOr(`voting:answer.${answer}`, answer) : answer);
}
