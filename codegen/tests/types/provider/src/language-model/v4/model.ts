import type { JSONSchema7 } from 'json-schema';
import type { JSONObject } from '../../json-value/json-value';

export type ModelV4Options = {
  prompt: ModelV4Message[];
  schema?: JSONSchema7;
  abortSignal?: AbortSignal;
  metadata?: Record<string, JSONObject>;
  raw: string | undefined;
};

export type ModelV4Message = ({ role: 'system'; content: string } | { role: 'user'; content: Array<Uint8Array | URL> }) & { id?: string };

export interface ModelV4 {
  readonly specificationVersion: 'v4';
  readonly supportedUrls: PromiseLike<Record<string, RegExp[]>> | Record<string, RegExp[]>;
  doGenerate(options: ModelV4Options): PromiseLike<ModelV4Result>;
  doStream?: (options: ModelV4Options) => PromiseLike<ReadableStream<ModelV4Message>>;
}

export type ModelV4Result = { at: Date; output: ReadableStream<string>; tokens: { total: number | undefined } };

/** The same name as a type of another file, which this one keeps to itself. */
type Usage = { own: true };
export type ModelV4Usage = { usage: Usage; other: import('./usage').Usage; error: unknown };
