import type { QueueBoard, QueueBoardOptions } from './queue-board.js';

/** The page of the queues; what it is made of is read only where somebody wants it. */
export async function openQueueBoard(options: QueueBoardOptions): Promise<QueueBoard> {
  const { QueueBoard: Board } = await import('./queue-board.js');
  return new Board(options);
}
