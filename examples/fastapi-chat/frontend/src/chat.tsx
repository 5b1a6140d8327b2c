import { useChat } from '@ai-sdk/react';
import {
  DefaultChatTransport,
  lastAssistantMessageIsCompleteWithApprovalResponses,
  lastAssistantMessageIsCompleteWithToolCalls,
} from 'ai';
import { type SubmitEvent, useRef, useState } from 'react';
import type { ChatMessage } from './chat-message';
import { Message } from './message';

// Without resumption a closed connection ends the answer, and `stop` of `useChat` is all there is to stopping.
const isResumable = new URL(window.location.href).searchParams.get('resume') !== 'off';
const transport = new DefaultChatTransport<ChatMessage>({ api: '/api/chat', body: { resumable: isResumable } });

export function Chat({ id, initialMessages }: { id: string; initialMessages: ChatMessage[] }) {
  const [notice, setNotice] = useState('');
  const { messages, status, error, ...chat } = useChat<ChatMessage>({
    id,
    messages: initialMessages,
    resume: isResumable,
    transport,
    onData: part => {
      if (part.type === 'data-notice') setNotice(part.data.text);
    },
    onFinish: () => setNotice(''),
    // The one tool that has no `execute` in Python: the browser knows the answer.
    onToolCall: ({ toolCall }) => {
      if (toolCall.toolName !== 'get_time_zone') return;
      void chat.addToolOutput({
        tool: 'get_time_zone',
        toolCallId: toolCall.toolCallId,
        output: Intl.DateTimeFormat().resolvedOptions().timeZone,
      });
    },
    // The answer of the browser, and the decisions of the user, go to the model once there is nothing left to decide.
    sendAutomaticallyWhen: options =>
      lastAssistantMessageIsCompleteWithToolCalls(options) ||
      lastAssistantMessageIsCompleteWithApprovalResponses(options),
  });
  const isBusy = status === 'submitted' || status === 'streaming';

  // With resumption a closed connection only means that the reader is gone, so it is the backend that must stop.
  const stop = () => (isResumable ? fetch(`/api/chat/${id}/stop`, { method: 'POST' }) : chat.stop());

  return (
    <main data-status={status}>
      <ol>
        {messages.map(message => (
          <Message key={message.id} message={message} onDecision={chat.addToolApprovalResponse} />
        ))}
      </ol>
      {notice && <p className="notice">{notice}</p>}
      {error && (
        <p role="alert">
          {error.message} <button onClick={chat.clearError}>Dismiss</button>
        </p>
      )}
      <Composer isBusy={isBusy} onSend={chat.sendMessage} />
      <nav>
        <button disabled={!isBusy} onClick={stop}>
          Stop
        </button>
        <button disabled={isBusy || messages.length === 0} onClick={() => chat.regenerate()}>
          Regenerate
        </button>
        <span>{status}</span>
      </nav>
    </main>
  );
}

type Send = (message: { text: string; files?: FileList }) => Promise<void>;

function Composer({ isBusy, onSend }: { isBusy: boolean; onSend: Send }) {
  const [text, setText] = useState('');
  const files = useRef<HTMLInputElement>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void onSend({ text, files: files.current?.files?.length ? files.current.files : undefined });
    setText('');
    if (files.current) files.current.value = '';
  };

  return (
    <form onSubmit={submit}>
      <input name="text" placeholder="Say something" value={text} onChange={event => setText(event.target.value)} />
      <input name="files" type="file" multiple ref={files} />
      <button disabled={isBusy || !text}>Send</button>
    </form>
  );
}
