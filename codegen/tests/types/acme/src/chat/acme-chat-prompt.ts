import type { InferSchema } from '../api';

export type AcmePrompt = Array<AcmeMessage>;

export type AcmeMessage =
  | { role: 'system'; content: string }
  | AcmeUserMessage
  | { role: 'tool'; content: AcmeToolResult | null; name?: string };

export interface AcmeUserMessage {
  role: 'user';
  content: string | Array<AcmePart>;
}

export type AcmePart = { type: 'text'; text: string } | { type: 'image'; shape: 'round'; radius: number } | { type: 'image'; shape: 'square'; size: [number, number, ...string[]] };

export type AcmeToolResult = { items: AcmeToolResult[]; [key: string]: unknown };

type Page<T> = { rows: readonly T[]; next: string | undefined };

export type AcmePages = { numbers: Page<number>; flags?: Partial<Record<'a' | 'b', boolean>>; ever?: never };

export type AcmeEvent = { type: 'start' } | { type: 'stop'; at: Date } | { type: `data-${string}`; data: any };

export declare const acmeReplySchema: { output: { id: string } };
export type AcmeReply = InferSchema<typeof acmeReplySchema>;
