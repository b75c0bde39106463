import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { currentTraceId } from './trace.js';

/** What must never reach a log, should it ever stand in a logged object. */
const SECRETS = ['password', 'token', 'accessToken', 'keepingKey', 'refreshToken', 'signInCode', 'votingCode', 'authorization', 'cookie'];

const UNWRITTEN_BYTES_MAX = 1_048_576;

/** Structured logs on standard output, one JSON line each, with the service and the trace. */
export function createLogger(service: string, level: string, fd: number = process.stdout.fd): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
      mixin: () => {
        const traceId = currentTraceId();
        return traceId ? { traceId } : {};
      },
    },
    output(fd),
  );
}

/** What cannot be written, on a full disk for instance, is kept up to a bound and then dropped: a log never ends a service. */
function output(fd: number): DestinationStream {
  const stream = pino.destination({ fd, sync: true, maxLength: UNWRITTEN_BYTES_MAX });
  stream.on('error', () => undefined);
  return stream;
}

/** Nest's logger, written by pino. */
export class PinoNestLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context last, and a stack before it. */
  private write(level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const stack = rest.length > 1 ? rest[0] : undefined;
    const facts = { ...(typeof context === 'string' ? { context } : {}), ...(typeof stack === 'string' ? { stack } : {}) };
    if (message instanceof Error) this.pino[level]({ ...facts, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.pino[level]({ ...facts, ...message });
    else this.pino[level](facts, String(message));
  }
}
