// Loaded into every service before its own program: the launcher holds the other end of its standard input and says nothing there. When
// that end is gone, the launcher is, however it went, and the service ends in order instead of outliving its house.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.stdin.on('error', () => undefined).once('close', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.resume().unref();
}
