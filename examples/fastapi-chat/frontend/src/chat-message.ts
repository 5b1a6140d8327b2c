import type { UIMessage } from 'ai';

/** What the backend sends besides text: `chat.py` is the other side of these types. */
export type ChatMessage = UIMessage<
  { model?: string; totalTokens?: number },
  { progress: { done: number; total: number }; notice: { text: string } },
  {
    get_weather: { input: { city: string }; output: { city: string; degrees: number } };
    get_time_zone: { input: Record<string, never>; output: string };
    delete_file: { input: { path: string }; output: { deleted: string } };
  }
>;
