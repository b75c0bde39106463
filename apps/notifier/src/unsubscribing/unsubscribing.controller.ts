import { Controller, Get, HttpCode, Param, Post, Redirect } from '@nestjs/common';
import { Public } from '@plenum/service-kit';
import { NotifierConfig } from '../notifier.config.js';
import { UnsubscribeParam } from './unsubscribing.requests.js';
import { UnsubscriptionResponse } from './unsubscribing.responses.js';
import { Unsubscribing } from './unsubscribing.service.js';

// A mail provider asks from few addresses for all of its people; nobody guesses 128 bits at this pace.
const RATE = { rateLimit: { max: 300, timeWindow: 60_000 } };

/** Ending mails of a kind from the mail itself, without a sign-in (RFC 8058). */
@Controller('unsubscriptions')
export class UnsubscribingController {
  constructor(
    private readonly unsubscribing: Unsubscribing,
    private readonly config: NotifierConfig,
  ) {}

  /** Shows the page that asks: whoever only looks, as programs do that check addresses in mails, ends nothing. */
  @Get(':token')
  @Public(RATE)
  @Redirect()
  show(@Param() { token }: UnsubscribeParam): { url: string; statusCode: number } {
    const page = new URL('/unsubscribe', this.config.publicUrl);
    page.hash = token; // Not sent to any server, so that it stands in no log.
    return { url: page.toString(), statusCode: 303 };
  }

  /** What would end. */
  @Get(':token/kinds')
  @Public(RATE)
  preview(@Param() { token }: UnsubscribeParam): Promise<UnsubscriptionResponse> {
    return this.unsubscribing.preview(token);
  }

  /** Ends mails of these kinds, at once and for good. */
  @Post(':token')
  @HttpCode(200)
  @Public(RATE)
  end(@Param() { token }: UnsubscribeParam): Promise<UnsubscriptionResponse> {
    return this.unsubscribing.end(token);
  }
}
