"""Images, audio, video and uploads, waiting."""

from ai_sdk.generate_image.generate_image import generate_image as async_generate_image
from ai_sdk.generate_speech.generate_speech import generate_speech as async_generate_speech
from ai_sdk.generate_video.generate_video import generate_video as async_generate_video
from ai_sdk.sync.blocking import blocking
from ai_sdk.transcribe.transcribe import transcribe as async_transcribe
from ai_sdk.upload_file.upload_file import upload_file as async_upload_file
from ai_sdk.upload_skill.upload_skill import upload_skill as async_upload_skill

__all__ = [
    "experimental_generate_video",
    "generate_image",
    "generate_speech",
    "transcribe",
    "upload_file",
    "upload_skill",
]

generate_image = blocking(async_generate_image)
generate_speech = blocking(async_generate_speech)
experimental_generate_video = blocking(async_generate_video)
transcribe = blocking(async_transcribe)
upload_file = blocking(async_upload_file)
upload_skill = blocking(async_upload_skill)
