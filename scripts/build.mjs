// Builds dist/ from src/, bots/ and queues/: TypeScript by tsc, every other file by copying; outputs without a source are
// removed. A hash over all inputs is kept in dist/.inputs, so that a second run sees at once that nothing is to do.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
const STAMP = join('dist', '.inputs');
const filesUnder = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort()
    : [];
const isCompiled = (file) => file.endsWith('.ts');
const outputsOf = (file) => {
  if (file.endsWith('.d.ts')) return [];
  const target = join('dist', file);
  return isCompiled(file) ? [target.replace(/\.ts$/, '.js'), target.replace(/\.ts$/, '.js.map')] : [target];
};

const sources = ['src', 'bots', 'queues'].flatMap(filesUnder);
const outputs = new Set([STAMP, ...sources.flatMap(outputsOf)]);

const inputs = createHash('sha256');
for (const file of [...sources, 'tsconfig.json', 'node_modules/typescript/package.json', 'scripts/build.mjs']) {
  inputs.update(`${file}\0`).update(readFileSync(file)).update('\0');
}
const stamp = inputs.digest('hex');
if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp && [...outputs].every((file) => existsSync(file))) {
  process.exit(0);
}

console.log('build: compiling src, bots and queues to dist');
rmSync(STAMP, { force: true });
try {
  execFileSync(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmitOnError'], {
    stdio: 'inherit',
  });
} catch {
  console.error('build: the sources do not compile; dist is unchanged');
  process.exit(1);
}
for (const file of sources.filter((one) => !isCompiled(one))) {
  const target = join('dist', file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(file, target);
}
for (const file of filesUnder('dist')) if (!outputs.has(file)) rmSync(file);
writeFileSync(STAMP, stamp);
