/** Amazon Polly's voices as `<Say voice="Polly.…">` names them. */
const POLLY: ReadonlySet<string> = new Set(
  (
    'Aditi Amy Astrid Bianca Brian Camila Carla Carmen Celine Chantal Conchita Cristiano Dora Emma Enrique ' +
    'Ewa Filiz Geraint Giorgio Gwyneth Hans Ines Ivy Jacek Jan Joanna Joey Justin Karl Kendra Kevin Kimberly ' +
    'Lea Liv Lotte Lucia Lupe Mads Maja Marlene Mathieu Matthew Maxim Mia Miguel Mizuki Naja Nicole Penelope ' +
    'Raveena Ricardo Ruben Russell Salli Seoyeon Takumi Tatyana Vicki Vitoria Zeina Zhiyu Adriano-Neural ' +
    'Amy-Neural Andres-Neural Aria-Neural Arlet-Neural Arthur-Neural Ayanda-Neural Bianca-Neural Brian-Neural ' +
    'Burcu-Neural Camila-Neural Daniel-Neural Danielle-Neural Elin-Neural Emma-Neural Gabrielle-Neural ' +
    'Gregory-Neural Hala-Neural Hannah-Neural Hiujin-Neural Ida-Neural Ines-Neural Isabelle-Neural Ivy-Neural ' +
    'Joanna-Neural Joey-Neural Justin-Neural Kajal-Neural Kazuha-Neural Kendra-Neural Kevin-Neural ' +
    'Kimberly-Neural Laura-Neural Lea-Neural Liam-Neural Lisa-Neural Lucia-Neural Lupe-Neural Matthew-Neural ' +
    'Mia-Neural Niamh-Neural Ola-Neural Olivia-Neural Pedro-Neural Remi-Neural Ruth-Neural Salli-Neural ' +
    'Seoyeon-Neural Sergio-Neural Sofie-Neural Stephen-Neural Suvi-Neural Takumi-Neural Thiago-Neural ' +
    'Tomoko-Neural Vicki-Neural Vitoria-Neural Zayd-Neural Zhiyu-Neural Amy-Generative Andres-Generative ' +
    'Ayanda-Generative Bianca-Generative Daniel-Generative Danielle-Generative Joanna-Generative ' +
    'Kajal-Generative Lea-Generative Lucia-Generative Lupe-Generative Matthew-Generative Mía-Generative ' +
    'Olivia-Generative Pedro-Generative Rémi-Generative Ruth-Generative Sergio-Generative Stephen-Generative ' +
    'Vicki-Generative'
  ).split(' '),
);

/** Google's voices carry their language: `Google.cmn-CN-Wavenet-A`; there are hundreds, so their form is checked. */
const GOOGLE = /^[a-z]{2,3}-[A-Za-z]{2}-(Standard|Wavenet|Neural2|Chirp3-HD|Chirp-HD|Polyglot|Studio|News)-[A-Za-z]+$/;

/** Whether Twilio's `<Say>` knows that voice. */
export function isSayVoice(voice: string): boolean {
  if (voice.startsWith('Polly.')) return POLLY.has(voice.slice(6));
  if (voice.startsWith('Google.')) return GOOGLE.test(voice.slice(7));
  return voice === 'man' || voice === 'woman' || voice === 'alice';
}
