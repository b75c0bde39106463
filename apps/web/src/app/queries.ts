import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem.js';

const RETRIES_MAX = 2;
const FRESH_MS = 10_000; // Going back and forth between pages asks nothing twice; live updates correct what changed meanwhile.

/** Server state. A refusal is an answer and is not asked again; a lost network is. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < RETRIES_MAX && !(error instanceof ProblemError && error.problem.status < 500),
      },
      mutations: { retry: false },
    },
  });
}
