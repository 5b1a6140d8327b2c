"""OpenAI: chat, completion, responses, embedding, image, speech, transcription, files and skills."""
