// Modules the packages import types from without bringing their declarations. Opaque on purpose: the converter writes
// JSONSchema7 as an object of that name.
declare module 'json-schema' {
  export interface JSONSchema7 { readonly $schema?: string }
  export type JSONSchema7Definition = JSONSchema7 | boolean;
}
declare var process: { env: Record<string, string | undefined> };
declare class Buffer extends Uint8Array {
  static from(data: unknown, encoding?: string): Buffer;
  toString(encoding?: string): string;
}
