/**
 * A request that Discord refuses, with its status and its own code:
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What we send is not of the form that Discord takes. */
export const invalidForm = (what: string): Refused => new Refused(400, 50035, `Invalid Form Body: ${what}`);
