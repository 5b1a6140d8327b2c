import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Chat } from './chat';
import type { ChatMessage } from './chat-message';
import './chat.css';

/** The chat's id is in the address, so that a reload comes back to it. */
function chatIdOfPage(): string {
  const url = new URL(window.location.href);
  const id = url.searchParams.get('chat') ?? crypto.randomUUID();
  url.searchParams.set('chat', id);
  window.history.replaceState(null, '', url);
  return id;
}

function Page({ id }: { id: string }) {
  const [messages, setMessages] = useState<ChatMessage[]>();

  useEffect(() => {
    fetch(`/api/chat/${id}/messages`)
      .then(response => response.json())
      .then(setMessages);
  }, [id]);

  return messages && <Chat id={id} initialMessages={messages} />;
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Page id={chatIdOfPage()} />
  </StrictMode>,
);
