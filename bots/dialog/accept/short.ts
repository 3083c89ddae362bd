import { parseYesNo } from '../../understanding/index.js';
import { SURE } from '../certainty.js';
import type { Reader } from './reader.js';

/** Yes or no, as the branch. */
export const yesNo: Reader = ({ text }) => {
  const answer = parseYesNo(text);
  return answer && { branch: answer };
};

const FAREWELL =
  /^(?:(?:没有?(?:了|别的了?|其他的?了?|什么了?|事了?)?|不用了?|不需要了?|暂时没有了?|就这样吧?|就这些|好的?|谢谢(?:你|您)?|多谢|再见|拜拜|挂了|no|nothing(?: else)?|that'?s (?:all|it)|thank you|thanks|good ?bye|bye)[\s。.!!,,~]*)+$/i;

/** "Anything else?": no. */
export const farewell: Reader = ({ text, understood }) =>
  FAREWELL.test(text.trim()) || (understood.intent === 'thanks' && understood.confidence.intent >= SURE)
    ? { branch: 'bye' }
    : undefined;
