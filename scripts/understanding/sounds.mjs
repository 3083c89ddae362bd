// Writes bots/understanding/lexicon/sounds.ts: the toneless syllable of each common Chinese character, as pinyin-pro
// gives it. The library itself takes longer to load than all of understanding may, so that only its readings travel.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';

const TARGET = join(import.meta.dirname, '../../bots/understanding/lexicon/sounds.ts');
/** Characters read in more than one way, as repair talk reads them: 空调 and not 调动, 重新 and not 重量. */
const IN_REPAIR_TALK = { 调: 'tiao', 重: 'chong', 还: 'hai', 行: 'xing', 长: 'chang', 得: 'de', 地: 'di', 都: 'dou' };

/** GB 2312 holds the 6,763 characters in common use; its rows 16 to 87 are the Chinese ones. */
function commonCharacters() {
  const decoder = new TextDecoder('gb2312', { fatal: true });
  const characters = [];
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      try {
        characters.push(decoder.decode(Uint8Array.of(row, cell)));
      } catch {
        // A gap in the table.
      }
    }
  return characters.filter((c) => /^\p{Script=Han}$/u.test(c));
}

const bySyllable = new Map();
for (const c of commonCharacters()) {
  const sound = IN_REPAIR_TALK[c] ?? pinyin(c, { toneType: 'none', type: 'array', v: true })[0];
  bySyllable.set(sound, (bySyllable.get(sound) ?? '') + c);
}
const lines = [...bySyllable]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([sound, characters]) => `${sound}${characters}`);
writeFileSync(
  TARGET,
  `// Written by scripts/understanding/sounds.mjs from pinyin-pro; do not edit.\n/** Syllables without tones, each followed by the characters read so. */\nexport const SOUNDS = \`\n${lines.join('\n')}\n\`;\n`,
);
console.log(`${lines.length} syllables, ${[...bySyllable.values()].join('').length} characters`);
