/** Sound: the browser reads the call aloud, rings, and takes dictation where it can. */
let isOn = localStorage.getItem('shangmen.voice') !== 'off';
let bell = null;

export const isVoiceOn = () => isOn;

export function toggleVoice() {
  isOn = !isOn;
  localStorage.setItem('shangmen.voice', isOn ? 'on' : 'off');
  if (!isOn) hush();
}

/** Twilio's language names are not the browser's: Mandarin is zh-CN there. */
const spoken = (language = 'zh-CN') => (/^cmn|^zh/.test(language) ? 'zh-CN' : language);

export function readAloud(text, language) {
  if (!isOn || !('speechSynthesis' in window)) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = spoken(language);
  utterance.rate = 1.1;
  speechSynthesis.speak(utterance);
}

/** Stops reading: somebody cut in or hung up. */
export function hush() {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

/** Rings as long as any phone on the page does. */
export function ringWhile(isRinging) {
  if (!isRinging || !isOn) {
    bell?.stop();
    bell = null;
  } else bell ??= startBell();
}

function startBell() {
  const context = new AudioContext();
  const ring = () => {
    for (const offset of [0, 0.4]) {
      const tone = new OscillatorNode(context, { frequency: 480 });
      const volume = new GainNode(context, { gain: 0.04 });
      tone.connect(volume).connect(context.destination);
      tone.start(context.currentTime + offset);
      tone.stop(context.currentTime + offset + 0.25);
    }
  };
  ring();
  const handle = setInterval(ring, 3000);
  return {
    stop() {
      clearInterval(handle);
      context.close();
    },
  };
}

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
export const canDictate = Boolean(Recognition);

/** Listens to the microphone for one sentence. `heard` gets the words, `sound` runs while they come. */
export function dictate({ heard, sound, ended }) {
  const recognition = new Recognition();
  recognition.lang = 'zh-CN';
  recognition.interimResults = true;
  recognition.onresult = ({ results }) => {
    const result = results[results.length - 1];
    if (result.isFinal) heard(result[0].transcript);
    else sound();
  };
  recognition.onend = ended;
  recognition.onerror = ended;
  recognition.start();
  return () => recognition.stop();
}
