// A mistake in a case: it fails the recording and never becomes an outcome.

export class CaseError extends Error {}
