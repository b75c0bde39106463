import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, proposals } from '../../api/client.js';
import type { SimilarView } from '../../api/shapes.js';

const PAUSE_MS = 800; // Nobody reads beside the text while they type.
const FRESH_MS = 60_000;

/** What is compared with what was proposed before. */
export interface ComparedContent {
  readonly subject: string;
  readonly grounds?: string;
  readonly measures?: string;
}

/** Earlier matters that resemble a text, and the units that handled the most of them; those of before stay until the next are there. */
export function useSimilar({ subject, grounds = '', measures = '' }: ComparedContent, except?: string): UseQueryResult<SimilarView> {
  const text = useSettled([grounds, measures].join('\n').trim());
  const title = useSettled(subject.trim());
  const body = { subject: title, text, ...(except ? { except } : {}) };
  return useQuery({
    queryKey: ['similar', body],
    queryFn: () => answer(proposals.POST('/api/proposals/proposals/similar', { body })),
    enabled: [...title].length + [...text].length > 1,
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
}

/** A text as it was when somebody last paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
