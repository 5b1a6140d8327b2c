const marker = Symbol.for('error');

export class AISDKError extends Error {
  private readonly [marker] = true;
  readonly cause?: unknown;

  constructor({ name, message, cause }: { name: string; message: string; cause?: unknown }) {
    super(message);
    this.name = name;
    this.cause = cause;
  }

  static isInstance(error: unknown): error is AISDKError {
    return error instanceof AISDKError;
  }
}

const name = 'AI_CallError';

export class CallError extends AISDKError {
  readonly url: string;
  readonly statusCode?: number;
  readonly isRetryable: boolean;

  constructor({ url, statusCode, isRetryable = statusCode === 429 }: { url: string; statusCode?: number; isRetryable?: boolean }) {
    super({ name, message: url });
    this.url = url;
    this.statusCode = statusCode;
    this.isRetryable = isRetryable;
  }

  toJSON() {
    return { url: this.url };
  }
}

export class PlainError extends Error {
  constructor(
    message: string,
    readonly code = 1,
  ) {
    super(message);
    this.name = 'PlainError';
  }
}

const lookupName = 'AI_LookupError';

export class LookupError extends AISDKError {
  constructor({ errorName = lookupName, message }: { errorName?: string; message: string }) {
    super({ name: errorName, message });
  }
}

export class SilentError extends CallError {}

export class NoError {}
