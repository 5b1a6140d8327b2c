export type Part<TOOLS extends Record<string, unknown> = Record<string, unknown>> = TextPart | ToolPart<TOOLS>;
export type TextPart = { type: 'text'; text: string };
export type ToolPart<TOOLS> = { type: 'tool'; name: keyof TOOLS & string; input: TOOLS[keyof TOOLS] };
