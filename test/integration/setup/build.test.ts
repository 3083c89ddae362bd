import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openSandbox, type Sandbox } from './sandbox.js';

let project: Sandbox;

beforeEach(() => {
  project = openSandbox();
  project.copy('scripts/build.mjs');
  project.copy('tsconfig.json');
  project.write('package.json', '{"type":"module"}');
  project.write('src/main.ts', "import { greeting } from '../bots/texts/zh.js';\nprocess.stdout.write(greeting);\n");
  project.write('src/page.html', '<p>one</p>');
  project.write('bots/texts/zh.ts', "export const greeting: string = '您好';\n");
  symlinkSync(resolve('node_modules'), join(project.root, 'node_modules'));
  project.tools('node');
});
afterEach(() => project.close());

const build = () => project.run('node', [join(project.root, 'scripts/build.mjs')]);

describe('build', () => {
  it('compiles what runs and copies the rest', () => {
    expect(build().status).toBe(0);
    expect(project.run('node', [join(project.root, 'dist/src/main.js')]).stdout).toBe('您好');
    expect(project.read('dist/src/page.html')).toBe('<p>one</p>');
  });

  it('sees that nothing is to do', () => {
    expect(build().stdout).toContain('compiling');
    expect(build()).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it.each([
    ['a source', 'bots/texts/zh.ts', "export const greeting: string = '再见';\n", 'dist/bots/texts/zh.js', '再见'],
    ['a page', 'src/page.html', '<p>two</p>', 'dist/src/page.html', 'two'],
  ])('follows a change of %s', (_, path, text, output, seen) => {
    build();
    project.write(path, text);
    build();
    expect(project.read(output)).toContain(seen);
  });

  it('removes the outputs of sources that are gone', () => {
    project.write('src/old.ts', 'export {};\n');
    project.write('src/old.css', 'p {}');
    build();
    project.remove('src/old.ts');
    project.remove('src/old.css');
    build();
    expect(['dist/src/old.js', 'dist/src/old.js.map', 'dist/src/old.css'].filter(project.has)).toEqual([]);
  });

  it('brings back an output that somebody removed', () => {
    build();
    project.remove('dist/src/main.js');
    build();
    expect(project.has('dist/src/main.js')).toBe(true);
  });

  it('fails on a source that does not compile, leaves dist as it was, and fails again', () => {
    build();
    project.write('bots/texts/zh.ts', 'export const greeting: string = 1;\n');
    expect(build().status).toBe(1);
    expect(project.read('dist/bots/texts/zh.js')).toContain('您好');
    expect(build().status).toBe(1);
  });
});
