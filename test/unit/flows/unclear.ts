import { understandResident } from '../../../bots/understanding/index.js';
import { TUESDAY_TEN } from '../../support/builders.js';

/** Plainly a report, but of what? Which of them understanding wavers over changes with its weights. */
const VAGUE = [
  '我家那个坏了你们来看看',
  '有个东西坏了你们来看看',
  '东西坏了',
  '有个东西坏了',
  '那边一直滴答响',
  '屋里一直嗡嗡响',
  '门口那个东西坏了',
  '家里有个东西用不了了',
  '家里那个不好使了帮我修一下',
];

/** Chosen kinds after which no place is asked: the reporters of the transcripts are at home. */
const AT_HOME: readonly string[] = [
  'plumbing',
  'drainage',
  'electrical',
  'door_lock',
  'hvac',
  'appliance',
  'structure',
];

/** A report whose kind is unclear, by chat or speech; the first choice offered is one of a home. */
export function anUnclearReport(isSpeech = false): string {
  const said = VAGUE.find((text) => {
    const channel = isSpeech ? ('speech' as const) : ('chat' as const);
    const {
      intent,
      confidence,
      safety,
      alternatives = [],
    } = understandResident({
      text,
      channel,
      now: TUESDAY_TEN,
      timezone: 'Asia/Shanghai',
    });
    const [first = 'other'] = alternatives.filter((category) => category !== 'other');
    const isUnclear = confidence.intent >= 0.9 && confidence.category < 0.6;
    return intent === 'report' && isUnclear && !safety && AT_HOME.includes(first);
  });
  if (!said) throw new Error('understanding is sure of every vague report: find vaguer ones');
  return said;
}
