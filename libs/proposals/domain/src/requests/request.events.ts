/** What happened to a request; who asked, of whom and what for, the request itself says. */
export interface RequestEvent {
  readonly type: 'RequestMade' | 'RequestAnswered' | 'RequestTakenBack';
  readonly about: RequestSubject;
}

/** The proposal that a request is about, as its events name it. */
export interface RequestSubject {
  readonly sessionId: string;
  readonly subject: string;
  readonly docketNo: string | null;
  /** Who leads it now. */
  readonly leadProposerId: string;
}
