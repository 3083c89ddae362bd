/** Records the microphone, where the browser lets us. */
export const canRecord = Boolean(window.MediaRecorder && navigator.mediaDevices?.getUserMedia);

/** Formats that the network takes, best first. */
const FORMATS = ['audio/webm', 'audio/mp4', 'audio/ogg'];

/** Begins to record; `finish()` of what it gives answers the clip. Throws where the microphone is refused. */
export async function startRecording() {
  const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format));
  const recorder = new MediaRecorder(sound, mimeType ? { mimeType } : {});
  const pieces = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.start();
  return {
    finish: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          for (const track of sound.getTracks()) track.stop();
          resolve(new Blob(pieces, { type: recorder.mimeType }));
        };
        recorder.stop();
      }),
  };
}
