import { getToolName, isToolUIPart } from 'ai';
import type { ChatMessage } from './chat-message';

type Part = ChatMessage['parts'][number];
type OnDecision = (decision: { id: string; approved: boolean; reason?: string }) => void;

export function Message({ message, onDecision }: { message: ChatMessage; onDecision: OnDecision }) {
  return (
    <li className={message.role}>
      {message.parts.map((part, index) => (
        <MessagePart key={index} part={part} onDecision={onDecision} />
      ))}
      {message.metadata?.model && (
        <footer>
          {message.metadata.model}
          {message.metadata.totalTokens !== undefined && `, ${message.metadata.totalTokens} tokens`}
        </footer>
      )}
    </li>
  );
}

function MessagePart({ part, onDecision }: { part: Part; onDecision: OnDecision }) {
  if (isToolUIPart(part)) return <ToolCall part={part} onDecision={onDecision} />;
  switch (part.type) {
    case 'text':
      return (
        <p data-part="text" data-state={part.state}>
          {part.text}
        </p>
      );
    case 'reasoning':
      return (
        <p data-part="reasoning" data-state={part.state}>
          {part.text}
        </p>
      );
    case 'data-progress':
      return (
        <p data-part="progress">
          <progress value={part.data.done} max={part.data.total} /> {part.data.done} of {part.data.total}
        </p>
      );
    case 'file':
      return (
        <p data-part="file">
          {part.mediaType.startsWith('image/') && <img src={part.url} alt="" />} {part.filename}
        </p>
      );
    default:
      return null;
  }
}

type ToolPart = Extract<Part, { toolCallId: string }>;

function ToolCall({ part, onDecision }: { part: ToolPart; onDecision: OnDecision }) {
  const approval = part.state === 'approval-requested' ? part.approval : undefined;
  return (
    <div data-part="tool" data-tool={getToolName(part)} data-state={part.state}>
      <strong>{getToolName(part)}</strong> <em>{part.state}</em>
      {part.input !== undefined && <code>{JSON.stringify(part.input)}</code>}
      {part.state === 'output-available' && <code>{JSON.stringify(part.output)}</code>}
      {part.state === 'output-error' && <code>{part.errorText}</code>}
      {approval && (
        <span>
          <button onClick={() => onDecision({ id: approval.id, approved: true })}>Approve</button>
          <button onClick={() => onDecision({ id: approval.id, approved: false, reason: 'Too dangerous.' })}>
            Deny
          </button>
        </span>
      )}
    </div>
  );
}
